package khabuan.base.duplicate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.job.Jobs;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.store.RowScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks through all records of the country for pairs that may be one, every night, and writes down what is new and what is alike no more. */
@Component
public class Scan {

    static final String JOB = "duplicate.scan";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Compared compared;

    Scan(JdbcClient jdbc, Changes changes, Compared compared) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.compared = compared;
    }

    /** @param compared how many records; @param suspected how many pairs are suspected now; @param fresh of them since the last scan; @param gone how many are alike no more */
    public record Found(int compared, int suspected, int fresh, int gone) {}

    private record Known(long id, String state, String decidedOnNames, double score) {}

    /** Scans all kinds. */
    public Found all() {
        return all((kind, done) -> { });
    }

    /** Scans all kinds. @param progress is told each kind when it is begun, and how many records were compared before it */
    Found all(Jobs.Progress progress) {
        var sum = new int[4];
        for (var kind : compared.kinds()) {
            progress.at(kind.kind(), sum[0]);
            var found = of(kind.kind());
            sum[0] += found.compared;
            sum[1] += found.suspected;
            sum[2] += found.fresh;
            sum[3] += found.gone;
        }
        return new Found(sum[0], sum[1], sum[2], sum[3]);
    }

    /** Scans the records of a kind, in one change. */
    public Found of(String word) {
        var kind = compared.kind(word);
        var seen = new Seen(kind);
        var alike = seen.pairs();
        return changes.make(Author.programme("duplicates"), "duplicate.scan", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415007)").query().listOfRows();
            var known = known(word);
            int fresh = 0;
            for (var found : alike) if (write(kind, found, known.remove(found.a().id() + "-" + found.b().id()))) fresh++;
            int gone = 0;
            for (var left : known.values()) if (left.state.equals("suspected")) gone += jdbc.sql("update duplicate_pair set state = 'gone' where id = ? and reasons <> '{by-hand}'").param(left.id).update();
            return new Found(seen.records, alike.size(), fresh, gone);
        });
    }

    /** The pairs that are alike now. Persons are so many, and so little of each is compared with others, that they are read province by province; those who share what is telling
     *  from anywhere. */
    private final class Seen {

        private final Map<String, Comparison.Alike> pairs = new LinkedHashMap<>();
        private int records;

        private Seen(DuplicateKind kind) {
            if (kind.manner() != DuplicateKind.Manner.PERSONS) see(kind, compared.all(kind));
            else {
                compared.provinces().forEach(province -> see(kind, compared.ofProvince(kind, province)));
                int all = records;
                see(kind, compared.sharing(kind));
                records = all;
            }
        }

        private void see(DuplicateKind kind, List<Entry> entries) {
            records += entries.size();
            new Comparison(kind.manner()).among(entries).forEach(a -> pairs.putIfAbsent(a.a().id() + "-" + a.b().id(), a));
        }

        private List<Comparison.Alike> pairs() {
            return List.copyOf(pairs.values());
        }
    }

    /** Looks at a record that was written just now, so that what it may be the same as is known the moment it arises; called within the change that writes it.
     *  @param kind of {@link DuplicateKind} */
    public void note(String word, long id) {
        var kind = compared.kind(word);
        var ours = compared.of(kind, id, id);
        if (ours.isEmpty()) return;
        var known = known(word, id);
        for (var alike : new Comparison(kind.manner()).with(ours.getFirst(), compared.around(kind, ours.getFirst().unitCode()))) {
            var found = alike.a().id() < alike.b().id() ? alike : new Comparison.Alike(alike.b(), alike.a(), alike.likeness());
            write(kind, found, known.get(found.a().id() + "-" + found.b().id()));
        }
    }

    private Map<String, Known> known(String kind) {
        return known(kind, null);
    }

    /** @param id one of the two; null for all */
    private Map<String, Known> known(String kind, Long id) {
        var known = new HashMap<String, Known>();
        var asked = jdbc.sql("select first_id, second_id, id, state, decided_on_names, score from duplicate_pair where record_kind = :kind" + (id == null ? "" : " and (first_id = :id or second_id = :id)"));
        (id == null ? asked : asked.param("id", id)).param("kind", kind).query(r -> {
            known.put(r.getLong(1) + "-" + r.getLong(2), new Known(r.getLong(3), r.getString(4), r.getString(5), r.getDouble(6)));
        });
        return known;
    }

    /** @return whether it is suspected anew */
    private boolean write(DuplicateKind kind, Comparison.Alike found, Known known) {
        if (known == null) {
            jdbc.sql("insert into duplicate_pair (record_kind, first_id, second_id, unit_code, other_unit_code, score, reasons) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .params(kind.kind(), found.a().id(), found.b().id(), found.a().unitCode(), found.b().unitCode(), found.likeness().score(), Pairs.kept(found.likeness())).update();
            return true;
        }
        boolean again = known.state.equals("gone") || known.state.equals("different") && !known.decidedOnNames.equals(Pairs.names(kind, found.a(), found.b()));
        if (!again && (!known.state.equals("suspected") || known.score == found.likeness().score())) return false;
        jdbc.sql("update duplicate_pair set state = 'suspected', score = ?, reasons = ?, unit_code = ?, other_unit_code = ? where id = ?")
                .params(found.likeness().score(), Pairs.kept(found.likeness()), found.a().unitCode(), found.b().unitCode(), known.id).update();
        return again;
    }

    /** Begins the scan in the background, every night at half past one in Bangkok; and once the web side is open, when records stand there that never were compared. */
    @Component
    @ConditionalOnWebApplication
    static class Nightly {

        private final Jobs jobs;
        private final Scan scan;
        private final boolean atFirst;

        Nightly(Jobs jobs, Scan scan, @Value("${khabuan.first-scan:true}") boolean atFirst) {
            this.jobs = jobs;
            this.scan = scan;
            this.atFirst = atFirst;
        }

        @EventListener(ApplicationReadyEvent.class)
        void opened() {
            if (atFirst) first();
        }

        /** Begins the first scan, unless there was one or there is nothing to compare. @return whether it began */
        boolean first() {
            boolean wanted = jobs.newest(JOB).filter(job -> job.isGoingOn() || job.failure() == null).isEmpty() && scan.compared.isAny();
            if (wanted) begin(Actor.commandLine());
            return wanted;
        }

        @Scheduled(cron = "0 30 1 * * *", zone = "Asia/Bangkok")
        void night() {
            begin(Actor.commandLine());
        }

        /** @return the job's number */
        long begin(Actor actor) {
            return jobs.begin(actor, JOB, "duplicates", "", (job, progress) -> RowScope.COUNTRY.during(() -> {
                var found = scan.all(progress);
                return found.compared() + ":" + found.suspected() + ":" + found.fresh() + ":" + found.gone();
            }));
        }
    }
}
