package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.List;

/** A record as it is compared with others.
 *  @param id 0 for one that is still being written
 *  @param unitName of its local unit without the type: "บ้านนา"; @param unitType "อบต.", "ทต." …
 *  @param sort the kind of the record within its room ("group", "network"); "" for none
 *  @param registeredOn null when not known yet; @param people how many members; null when nobody counted
 *  @param held what else is known of it */
public record Entry(long id, String unitCode, String unitType, String unitName, String districtCode, String name, String sort, String code, LocalDate registeredOn, Integer people,
                    List<Trait.Held> held) {

    public Entry(long id, String unitCode, String unitType, String unitName, String districtCode, String name, String sort, String code, LocalDate registeredOn, Integer people) {
        this(id, unitCode, unitType, unitName, districtCode, name, sort, code, registeredOn, people, List.of());
    }

    Entry with(List<Trait.Held> held) {
        return new Entry(id, unitCode, unitType, unitName, districtCode, name, sort, code, registeredOn, people, held);
    }
}
