package khabuan.registry.welfare;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The criteria of the quality of funds, in versions, which the centre sets. What was judged by a former version stays as it was. */
@Component
public class Criteria {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Funds funds;

    Criteria(JdbcClient jdbc, Changes changes, PlatformTransactionManager transactions, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.funds = funds;
    }

    /** Those in force on a day, in their order. */
    List<Criterion> on(LocalDate day) {
        return jdbc.sql("select * from welfare_criterion where from_date <= :day and (until_date is null or until_date > :day) order by position").param("day", day).query((r, n) -> criterion(r)).list();
    }

    /** The days within a fiscal year, after its first, from which other criteria hold. */
    List<LocalDate> changesWithin(FiscalYear year) {
        return jdbc.sql("select distinct from_date from welfare_criterion where from_date > :start and from_date <= :end order by 1").param("start", year.start()).param("end", year.end()).query(LocalDate.class).list();
    }

    /** All versions of all, in the order of the criteria, the newest first. */
    List<Criterion> all() {
        return jdbc.sql("select * from welfare_criterion order by position, from_date desc").query((r, n) -> criterion(r)).list();
    }

    /** The newest version of a criterion. @throws OutOfReach when there is none */
    Criterion newest(String code) {
        return all().stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow(() -> new OutOfReach("criterion " + code));
    }

    /** The number of the version before each one for which what was attested under it holds too. */
    Map<Long, Long> carried() {
        return jdbc.sql("select c.id, p.id from welfare_criterion c join welfare_criterion p on p.code = c.code and p.until_date = c.from_date where c.carries").query((r, n) -> Map.entry(r.getLong(1), r.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What a new version says. @param least how many of its parts must be met; null for all */
    record Wish(LocalDate from, String wording, List<String> evidence, List<String> contents, Reckoning reckoned, boolean carries, List<String> allOf, Integer least, String because) {

        void demand(Criterion former, Set<String> parts, LocalDate today) {
            boolean composite = former.isComposite();
            new Refusals().when(!from.isAfter(former.from()), WelfareRefusal.CRITERION_TOO_EARLY, "from", former.from()).when(from.isBefore(FiscalYear.of(today).start()), WelfareRefusal.CRITERION_OF_PAST_YEAR, "from", FiscalYear.of(today).start())
                    .when(isLike(former), WelfareRefusal.CRITERION_SAME, "wording")
                    .when(!contents.isEmpty() && !evidence.contains("one-page"), WelfareRefusal.CONTENTS_WITHOUT_PAPER, "evidence")
                    .when(carries && !former.contents().containsAll(contents), WelfareRefusal.CRITERION_MUST_BE_READ_ANEW, "carries")
                    .when(composite && (allOf.isEmpty() || !parts.containsAll(allOf)), WelfareRefusal.PARTS_MISSING, "allOf")
                    .when(composite && least != null && (least < 1 || least > allOf.size()), WelfareRefusal.LEAST_WRONG, "least", String.valueOf(allOf.size()))
                    .when(because.isBlank(), WelfareRefusal.REASON_MISSING, "because").demandNone();
        }

        private boolean isLike(Criterion former) {
            return wording.equals(former.wording()) && Set.copyOf(evidence).equals(Set.copyOf(former.evidence())) && Set.copyOf(contents).equals(Set.copyOf(former.contents())) && reckoned == former.reckoned()
                    && Set.copyOf(allOf).equals(Set.copyOf(former.allOf())) && (least == null ? allOf.size() : least) == former.least();
        }
    }

    /** Sets a new version of a criterion. The one before holds until the day before it. */
    void set(Actor actor, String code, Wish wish) {
        changes.make(actor.author(), "welfare.set-criterion", wish.because().strip(), () -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", Funds.LOCK).query().listOfRows();
            var former = newest(code);
            wish.demand(former, parts(), funds.today());
            write(former, wish, wish.from());
        });
    }

    /** The codes of which others may be made. */
    Set<String> parts() {
        return all().stream().filter(c -> !c.isComposite() && c.until() == null).map(Criterion::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private void write(Criterion former, Wish wish, LocalDate from) {
        jdbc.sql("update welfare_criterion set until_date = ? where id = ?").params(from, former.id()).update();
        jdbc.sql("""
                insert into welfare_criterion (code, from_date, position, wording, evidence, contents, reckoned, carries, all_of, least)
                select code, :from, position, :wording, :evidence::text[], :contents::text[], :reckoned, :carries, :parts::text[], :least from welfare_criterion where id = :former""").param("from", from).param("wording", wish.wording())
                .param("evidence", wish.evidence().toArray(String[]::new)).param("contents", wish.contents().toArray(String[]::new)).param("reckoned", wish.reckoned() == null ? null : wish.reckoned().word()).param("carries", wish.carries())
                .param("parts", wish.allOf().toArray(String[]::new)).param("least", wish.least()).param("former", former.id()).update();
    }

    /** Takes back a version that does not hold yet; the one before holds on. */
    void withdraw(Actor actor, String code, String because) {
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("backBecause");
        changes.make(actor.author(), "welfare.withdraw-criterion", because.strip(), () -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", Funds.LOCK).query().listOfRows();
            var coming = newest(code);
            if (!coming.from().isAfter(funds.today())) throw WelfareRefusal.CRITERION_HOLDS.at("backBecause");
            jdbc.sql("delete from welfare_criterion where id = ?").param(coming.id()).update();
            jdbc.sql("update welfare_criterion set until_date = null where code = ? and until_date = ?").params(code, coming.from()).update();
        });
    }

    /** What a new version would do to a criterion or to one that is made of it, if it held today: how many funds meet it before and after, and who changes.
     *  @param lost those that would meet it no more; @param gained those that would newly meet it; a few of each by name */
    public record Effect(Criterion criterion, int before, int after, int lost, int gained, List<String> names) {}

    private static final int NAMED = 12;

    /** Tries a new version: what it would do to the answers of the funds, as everything else stands today. Nothing is kept of it. */
    List<Effect> preview(Actor actor, String code, Wish wish) {
        var former = newest(code);
        wish.demand(former, parts(), funds.today());
        var day = former.from().isBefore(funds.today()) ? funds.today() : former.from().plusDays(1);
        var concerned = on(day).stream().filter(c -> c.code().equals(code) || c.allOf().contains(code)).toList();
        var before = met(concerned, day);
        var after = transaction.execute(status -> {
            status.setRollbackOnly();
            return changes.make(actor.author(), "welfare.set-criterion", "", () -> {
                write(former, wish, day);
                return met(concerned, day);
            });
        });
        Changes.takeLastAct();
        return concerned.stream().map(c -> effect(c, before.get(c.code()), after.get(c.code()))).toList();
    }

    /** The funds that meet criteria on a day, by their codes. */
    private Map<String, Map<Long, String>> met(List<Criterion> criteria, LocalDate day) {
        var met = criteria.stream().collect(Collectors.toMap(Criterion::code, c -> (Map<Long, String>) new HashMap<Long, String>()));
        jdbc.sql(QualityMeasures.HELD + """
                select h.code, f.id, f.name from (select code, fund_id, on_date, until_date from held union all select code, fund_id, on_date, until_date from whole) h
                join welfare_fund f on f.id = h.fund_id and f.merged_into is null and f.ended_on is null where h.on_date <= :day and h.until_date > :day and h.code in (:codes)""").param("day", day).param("codes", met.keySet())
                .query(r -> { met.get(r.getString(1)).put(r.getLong(2), r.getString(3)); });
        return met;
    }

    private static Effect effect(Criterion criterion, Map<Long, String> before, Map<Long, String> after) {
        var lost = new ArrayList<>(before.keySet());
        lost.removeAll(after.keySet());
        var gained = new ArrayList<>(after.keySet());
        gained.removeAll(before.keySet());
        var names = Stream.concat(lost.stream().map(before::get), gained.stream().map(after::get)).sorted().limit(NAMED).toList();
        return new Effect(criterion, before.size(), after.size(), lost.size(), gained.size(), names);
    }

    private static Criterion criterion(ResultSet r) throws SQLException {
        var parts = words(r.getArray("all_of"));
        var least = (Integer) r.getObject("least");
        return new Criterion(r.getLong("id"), r.getString("code"), r.getObject("from_date", LocalDate.class), r.getObject("until_date", LocalDate.class), r.getString("wording"), words(r.getArray("evidence")), words(r.getArray("contents")),
                Reckoning.of(r.getString("reckoned")), r.getBoolean("carries"), parts, least == null ? parts.size() : least);
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
