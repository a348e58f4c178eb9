package khabuan.insight.correction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.RecordKind;
import khabuan.base.text.Words;
import khabuan.insight.measure.Measures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be said to be wrong: places and figures by everybody, a record by whoever may see it. */
@Component
class Subjects {

    private final JdbcClient jdbc;
    private final ObjectProvider<RecordKind> kinds;
    private final Measures measures;
    private final Places places;
    private final Reach reach;

    Subjects(JdbcClient jdbc, ObjectProvider<RecordKind> kinds, Measures measures, Places places, Reach reach) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.measures = measures;
        this.places = places;
        this.reach = reach;
    }

    /** @param about as {@link Subject#about()}
     *  @throws OutOfReach when there is no such thing, or not for this person */
    Subject find(String about, Actor actor, Words words) {
        var parts = about.split(":");
        if (parts.length == 3 && parts[0].equals("place")) return ofPlace(place(parts[1], parts[2]));
        if (parts.length == 4 && parts[0].equals("figure")) return ofFigure(parts[1], place(parts[2], parts[3]), words);
        if (parts.length != 2 || !parts[1].matches("\\d{1,18}") || !actor.may(Right.READ)) throw new OutOfReach("subject of a correction");
        return ofRecord(parts[0], Long.parseLong(parts[1]), actor);
    }

    private static Subject ofPlace(Place place) {
        return new Subject("place", null, "", place, place.title(), place.path());
    }

    private Subject ofFigure(String measure, Place place, Words words) {
        var code = measures.get(measure).code();
        return new Subject("figure", null, code, place, words.t("measure." + code + ".name") + " · " + place.title(), figurePath(code, place.level().word(), place.code()));
    }

    private static String figurePath(String measure, String level, String code) {
        return "/figures/" + measure + "?within=" + level + ":" + code;
    }

    private Subject ofRecord(String word, long id, Actor actor) {
        var kind = kind(word).filter(k -> actor.mayEnter(k.room())).orElseThrow(() -> new OutOfReach("kind of record"));
        String unit = unitOf(kind.table(), id).orElseThrow(() -> new OutOfReach(kind.kind() + " " + id));
        reach.demand(actor, unit);
        String title = jdbc.sql("select " + kind.titleSql() + " from " + kind.table() + " where id = ?").param(id).query(String.class).single();
        return new Subject(kind.kind(), id, "", place("unit", unit), title, kind.path(id));
    }

    private Optional<RecordKind> kind(String word) {
        return kinds.stream().filter(k -> k.kind().equals(word) && !word.equals(Corrections.KIND)).findFirst();
    }

    /** The local unit in which a record lies: by its own column, or through the record that it is part of. */
    private Optional<String> unitOf(String table, long id) {
        record Way(String unitColumn, String ownerColumn, String ownerTable) {}
        var way = jdbc.sql("select unit_column, owner_column, owner_table from history.whereabouts where table_name = ? and owner_kind_column is null").param(table)
                .query((r, n) -> new Way(r.getString(1), r.getString(2), r.getString(3))).optional();
        if (way.isEmpty()) return Optional.empty();
        if (way.get().unitColumn != null) return jdbc.sql("select " + way.get().unitColumn + " from " + table + " where id = ?").param(id).query(String.class).optional();
        return jdbc.sql("select " + way.get().ownerColumn + " from " + table + " where id = ?").param(id).query(Long.class).optional().flatMap(owner -> unitOf(way.get().ownerTable, owner));
    }

    Place place(String level, String code) {
        try {
            var at = Level.of(level);
            return (at == Level.COUNTRY ? Optional.of(Place.COUNTRY) : places.find(at, code)).orElseThrow(() -> new OutOfReach("place " + code));
        } catch (IllegalArgumentException e) {
            throw new OutOfReach("level of a place");
        }
    }

    /** The page of what a request is about. */
    String path(String kind, Long id, String word, String level, String code) {
        if (kind.equals("figure")) return figurePath(word, level, code);
        return id == null ? "/places/" + level + "/" + code : kind(kind).map(k -> k.path(id)).orElse("/");
    }

    /** The kinds of subjects that a person's rooms hold. */
    List<String> kindsOf(Actor actor) {
        return Stream.concat(Stream.of("place", "figure"), kinds.stream().filter(k -> actor.mayEnter(k.room())).map(RecordKind::kind)).toList();
    }
}
