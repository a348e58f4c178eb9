package khabuan.registry.council;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import khabuan.base.access.Refusals;
import khabuan.base.place.Companions;
import khabuan.base.place.Companions.Standing;
import khabuan.base.place.Companions.Way;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import org.springframework.stereotype.Component;

/** A council whose unit is corrected: what stands in the old unit with it goes along or stays, as is said; and into another province it goes only when that is meant. */
@Component
public class Relocations {

    /** What a correction of the unit would mean. @param companions what stands in the old unit with it
     *  @param from the province in which it stands, and to the one into which it would go; both null when it stays in it */
    public record Foreseen(List<Standing> companions, Place from, Place to) {

        static final Foreseen NONE = new Foreseen(List.of(), null, null);

        /** Whether there is nothing to ask. */
        public boolean isPlain() {
            return companions.isEmpty() && from == null;
        }
    }

    private static final String PROVINCE = "(select d.province_code from unit u join district d on d.code = u.district_code where u.code = %s)";
    /** SQL over intake_row as "s": it moves a standing council. */
    static final String MOVES = "s.record_id is not null and s.unit <> s.standing_unit";

    private final Companions companions;
    private final Places places;

    Relocations(Companions companions, Places places) {
        this.companions = companions;
        this.places = places;
    }

    Foreseen of(Council council, String unit) {
        if (unit.isEmpty() || unit.equals(council.unitCode())) return Foreseen.NONE;
        var from = province(council.unitCode());
        var to = province(unit);
        boolean across = from != null && to != null && !from.equals(to);
        return new Foreseen(companions.standing("council", council.id(), council.unitCode()), across ? from : null, across ? to : null);
    }

    private Place province(String unit) {
        var tree = places.tree();
        return tree.find(Level.UNIT, unit).flatMap(u -> tree.path(u).stream().filter(p -> p.level() == Level.PROVINCE).findFirst()).orElse(null);
    }

    /** @throws khabuan.base.access.Refusal.Thrown when something is to be asked that was not said */
    void demand(Council council, String unit, Relocation said) {
        var foreseen = of(council, unit);
        long standing = foreseen.companions.stream().mapToLong(Standing::count).sum();
        new Refusals().when(standing > 0 && said.companions() == null, CouncilRefusal.COMPANIONS_UNSAID, "companions", standing)
                .when(foreseen.from != null && !said.acrossProvince(), CouncilRefusal.ACROSS_PROVINCE, "acrossProvince").demandNone();
    }

    /** Within the change that corrected the unit. @param council as it stood before */
    void settle(Council council, String unit, Relocation said) {
        if (!unit.equals(council.unitCode()) && said.companions() != null) companions.settle("council", council.id(), council.unitCode(), unit, said.companions());
    }

    /** SQL over intake_row as "s" for how many stand in the old unit with a council that the row moves. */
    String counting() {
        return "case when " + MOVES + " then " + companions.counting("council", "s.record_id", "s.standing_unit") + " else 0 end";
    }

    /** SQL over intake_row as "s": it moves a council into another province. */
    static String crossing() {
        return MOVES + " and " + PROVINCE.formatted("s.unit") + " <> " + PROVINCE.formatted("s.standing_unit");
    }

    /** SQL that does for sound rows what they say of companions. */
    List<String> settling(String sound) {
        return Stream.of(Way.values()).flatMap(way -> companions.settling("council", "intake_row s", "s.record_id", "s.standing_unit", "s.unit", way,
                "%s and s.companions = '%s' and %s".formatted(MOVES, way.name().toLowerCase(Locale.ROOT), sound)).stream()).toList();
    }
}
