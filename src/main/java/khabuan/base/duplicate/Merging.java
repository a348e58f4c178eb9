package khabuan.base.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.place.Companions;
import khabuan.base.record.Restoring;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes, within a change, what a merge does, and takes it back: the survivor takes the chosen columns, what belongs to the other moves to it, and the other points to it.
 *  What stood in either's unit with it then stands in that of the survivor. */
@Component
class Merging {

    private final JdbcClient jdbc;
    private final Compared compared;
    private final List<Moving> movings;
    private final List<Hindrance> hindrances;
    private final Restoring restoring;
    private final Companions companions;

    Merging(JdbcClient jdbc, Compared compared, List<Moving> movings, List<Hindrance> hindrances, Companions companions, Restoring restoring) {
        this.jdbc = jdbc;
        this.compared = compared;
        this.movings = movings;
        this.hindrances = hindrances;
        this.restoring = restoring;
        this.companions = companions;
    }

    /** @param taken the columns that the survivor takes from the loser, of those that the kind lets be chosen
     *  @return the number of the change */
    long merge(DuplicateKind kind, long survivor, long loser, List<String> taken) {
        demandStanding(kind, survivor, loser);
        demandUnhindered(kind, survivor, loser);
        var units = List.of(unit(kind, survivor), unit(kind, loser));
        for (var moving : of(kind))
            jdbc.sql("update %1$s m set %2$s = :survivor where m.%2$s = :loser and (%3$s) and not (%4$s)".formatted(moving.table(), moving.owner(), moving.condition(), stays(moving)))
                    .param("survivor", survivor).param("loser", loser).update();
        for (var moving : of(kind))
            if (!moving.closing().isEmpty())
                jdbc.sql("update %1$s m set %2$s where m.%3$s = :loser and (%4$s) and %5$s".formatted(moving.table(), moving.closing(), moving.owner(), moving.condition(), stays(moving)))
                        .param("survivor", survivor).param("loser", loser).update();
        jdbc.sql("update %s set merged_into = :survivor where id = :loser".formatted(compared.table(kind))).param("survivor", survivor).param("loser", loser).update();
        settle(kind, survivor, loser, taken);
        String to = unit(kind, survivor);
        units.stream().distinct().filter(from -> !from.equals(to)).forEach(from -> companions.settle(kind.kind(), survivor, from, to, Companions.Way.GO));
        return jdbc.sql("select current_setting('khabuan.change')::bigint").query(Long.class).single();
    }

    /** Whether a merge brings what stands with one of the two into another unit. */
    boolean moves(DuplicateKind kind, Pair pair) {
        return companions.tables(kind.kind()).findAny().isPresent() && !unit(kind, pair.firstId()).equals(unit(kind, pair.secondId()));
    }

    private String unit(DuplicateKind kind, long id) {
        return jdbc.sql("select unit_code from %s where id = :id".formatted(compared.table(kind))).param("id", id).query(String.class).single();
    }

    private static String stays(Moving moving) {
        return "exists (select from %s s where s.%s = :survivor and (%s))".formatted(moving.table(), moving.owner(), moving.stays());
    }

    private List<Moving> of(DuplicateKind kind) {
        return movings.stream().filter(m -> m.kind().equals(kind.kind())).toList();
    }

    private void demandStanding(DuplicateKind kind, long survivor, long loser) {
        long standing = jdbc.sql("select count(*) from (select id from %s where id in (:survivor, :loser) and merged_into is null order by id for update) s".formatted(compared.table(kind)))
                .param("survivor", survivor).param("loser", loser).query(Long.class).single();
        if (standing < 2) throw DuplicateRefusal.NOT_STANDING.with();
    }

    /** @throws khabuan.base.access.Refusal.Thrown when something of the room stands in the way */
    void demandUnhindered(DuplicateKind kind, long survivor, long loser) {
        for (var hindrance : hindrances)
            if (hindrance.kind().equals(kind.kind()) && jdbc.sql("select exists (select from %1$s s, %1$s l where s.id = :survivor and l.id = :loser and (%2$s))".formatted(compared.table(kind), hindrance.condition()))
                    .param("survivor", survivor).param("loser", loser).query(Boolean.class).single()) throw hindrance.refusal().at("survivor");
    }

    private void settle(DuplicateKind kind, long survivor, long loser, List<String> taken) {
        var sets = new ArrayList<String>();
        kind.chosen().stream().filter(taken::contains).forEach(column -> sets.add(column + " = l." + column));
        kind.settled().forEach((column, sql) -> sets.add(column + " = " + sql));
        if (sets.isEmpty()) return;
        String set = sets.stream().map(s -> s.replaceAll("\\bs\\.", "t.")).collect(Collectors.joining(", "));
        jdbc.sql("update %1$s t set %2$s from %1$s l where t.id = :survivor and l.id = :loser".formatted(compared.table(kind), set)).param("survivor", survivor).param("loser", loser).update();
    }

    /** Takes a merge back: every row that it changed is again as it was, save for what was changed of it since. Merges that follow on one another are taken
     *  back in the order of the last first.
     *  @param change the number of the merge's change */
    void undo(DuplicateKind kind, long survivor, long loser, long change) {
        boolean mergedOn = jdbc.sql("select merged_into is not null from %s where id = :id for update".formatted(compared.table(kind))).param("id", survivor).query(Boolean.class).single();
        if (mergedOn) throw DuplicateRefusal.UNDO_IN_THE_WAY.with();
        try {
            for (long id : new long[] {survivor, loser}) restoring.restore(compared.table(kind), change, "p.id = " + id);
            Stream.concat(of(kind).stream().map(Moving::table), companions.tables(kind.kind())).distinct().filter(t -> !t.equals(compared.table(kind))).forEach(t -> restoring.restore(t, change, "true"));
        } catch (DataIntegrityViolationException e) {
            throw DuplicateRefusal.UNDO_IN_THE_WAY.with();
        }
    }

    /** What belongs to each of two records. @param survivor one of them, to tell what would stay with the other */
    List<Children> children(DuplicateKind kind, long first, long second, long survivor) {
        return of(kind).stream().map(m -> jdbc.sql("""
                select count(*) filter (where m.%2$s = :first) as f, count(*) filter (where m.%2$s = :second) as s, count(*) filter (where m.%2$s <> :survivor and %4$s) as stay
                from %1$s m where m.%2$s in (:first, :second) and (%3$s)""".formatted(m.table(), m.owner(), m.condition(), stays(m)))
                .param("first", first).param("second", second).param("survivor", survivor)
                .query((r, n) -> new Children(m.table(), r.getLong("f"), r.getLong("s"), r.getLong("stay"))).single()).filter(c -> c.ofFirst() + c.ofSecond() > 0).toList();
    }
}
