package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.stereotype.Component;

/** What a record may be a duplicate of: the one check at every door, while it is typed, when it is sent and when a file brings it. */
@Component
public class Suspicions {

    /** The most rows of a file that are compared while it is taken in. */
    public static final int MOST = 5000;
    private static final int SHOWN = 5;
    private final Compared compared;
    private final Reach reach;
    private final Places places;

    Suspicions(Compared compared, Reach reach, Places places) {
        this.compared = compared;
        this.reach = reach;
        this.places = places;
    }

    /** A record that another may be the same as. @param name as it may be shown; @param path its page; @param unit its unit's title */
    public record Suspicion(long id, String name, String code, String unit, String path, LocalDate registeredOn, Likeness likeness) {}

    /** A row of a file that would be a new record. @param registeredOn null when not said; @param people null when not said */
    public record Row(int line, String unitCode, String name, String sort, LocalDate registeredOn, Integer people) {}

    /** What the record that is said may be the same as, within the actor's reach, the likeliest first.
     *  @param kind of {@link DuplicateKind}; @param id of the record itself when it stands already, else 0
     *  @param unitCode "" or an unknown one for none: then nothing is suspected
     *  @param sort of the record within its kind; @param registeredOn null when not known; @param people null when nobody counted */
    public List<Suspicion> of(Actor actor, String kind, long id, String unitCode, String name, String sort, LocalDate registeredOn, Integer people) {
        var declared = compared.kind(kind);
        if (unitCode.isBlank() || name.isBlank() || !declared.isFor(actor)) return List.of();
        var one = compared.written(declared, id, unitCode, name, sort, registeredOn, people);
        if (one == null) return List.of();
        return new Comparison(declared.manner()).with(one, compared.around(declared, unitCode)).stream().filter(a -> reach.covers(actor, a.b().unitCode())).limit(SHOWN)
                .map(a -> told(declared, a)).toList();
    }

    /** The rows of a file that may be the same as a record that stands, or as another row, each with the likeliest. Of a file with more rows than {@link #MOST} nothing is told: the nightly
     *  scan finds them.
     *  @param rows that would be new records, with minus the number of their line as id */
    public Map<Integer, Suspicion> ofFile(String kind, List<Row> rows) {
        if (rows.isEmpty() || rows.size() > MOST) return Map.of();
        var declared = compared.kind(kind);
        var written = rows.stream().map(row -> compared.written(declared, -row.line, row.unitCode, row.name, row.sort, row.registeredOn, row.people)).filter(Objects::nonNull).toList();
        var all = new ArrayList<>(compared.within(declared, written.stream().map(Entry::districtCode).collect(Collectors.toSet())));
        all.addAll(written);
        var found = new TreeMap<Integer, Comparison.Alike>();
        for (var alike : new Comparison(declared.manner()).amongNew(all))
            if (alike.a().id() < 0) found.merge((int) -alike.a().id(), alike, (x, y) -> x.likeness().score() >= y.likeness().score() ? x : y);
        var told = new TreeMap<Integer, Suspicion>();
        found.forEach((line, alike) -> told.put(line, told(declared, alike)));
        return told;
    }

    private Suspicion told(DuplicateKind kind, Comparison.Alike alike) {
        var other = alike.b();
        return new Suspicion(other.id(), kind.told().shown().apply(other.name()), other.code(), places.find(Level.UNIT, other.unitCode()).map(Place::title).orElse(other.unitCode()),
                compared.record(kind).path(other.id()), other.registeredOn(), alike.likeness());
    }
}
