package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quality of funds: by the criteria of a day what each fund meets in a fiscal year, who attested it, what is missing. Without a file nothing that wants one is met. */
@Component
public class Quality {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Funds funds;
    private final FundStatements statements;
    private final Criteria criteria;

    Quality(JdbcClient jdbc, Changes changes, Funds funds, FundStatements statements, Criteria criteria) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.funds = funds;
        this.statements = statements;
        this.criteria = criteria;
    }

    /** The day by whose criteria a fiscal year is judged: today, and of a year that is over its last. */
    LocalDate dayOf(FiscalYear year) {
        return funds.today().isAfter(year.end()) ? year.end() : funds.today();
    }

    /** A criterion with how a fund stands to it.
     *  @param attestation null when nobody attested it
     *  @param filed whether a paper that it wants is attached; true when it wants none
     *  @param reckoned what the fund's statements tell; null when they tell nothing of it */
    public record Standing(Criterion criterion, Attestation attestation, boolean filed, Boolean reckoned) {

        public boolean isMet() {
            return filed && attestation != null && attestation.isCertified();
        }

        /** Whether it may be attested: nobody did, or it was sent back. */
        public boolean isOpen() {
            return attestation == null || attestation.returnedOn() != null;
        }

        /** "met", "no-file", "waiting", "returned" or "open-still". */
        public String word() {
            if (attestation == null) return "open-still";
            if (!filed) return "no-file";
            return attestation.isCertified() ? "met" : attestation.isWaiting() ? "waiting" : "returned";
        }
    }

    /** How a fund stands in a fiscal year. @param day by whose criteria; @param composites those that are made of others, and whether they are met */
    public record Assessment(FiscalYear year, LocalDate day, List<Standing> standings, Map<String, Boolean> composites) {

        List<Standing> ten() {
            return standings.stream().filter(s -> s.criterion().isOneOfTen()).toList();
        }

        public int metOfTen() {
            return (int) ten().stream().filter(Standing::isMet).count();
        }

        public int ofTen() {
            return ten().size();
        }

        /** Whether the criteria of the day know it. */
        public boolean judges(String composite) {
            return composites.containsKey(composite);
        }

        public boolean meets(String composite) {
            return composites.getOrDefault(composite, false);
        }
    }

    /** How a fund stands in a fiscal year by the criteria of a day of it. */
    Assessment of(Fund fund, FiscalYear year, LocalDate day) {
        var attested = attestations(fund.id(), year).stream().filter(a -> !a.metOn().isAfter(day)).collect(Collectors.toMap(Attestation::criterionId, a -> a));
        var papers = papers(fund.id(), year, day);
        var certified = statements.of(fund.id()).stream().filter(Statement::isCertified).toList();
        var now = figures(certified, s -> s.quarter().year().equals(year));
        var before = figures(certified, s -> s.asOf().isBefore(year.start()));
        var all = criteria.on(day);
        var carried = criteria.carried();
        var standings = all.stream().filter(c -> !c.isComposite()).map(c -> new Standing(c, attested(c.id(), attested, carried), c.evidence().isEmpty() || c.evidence().stream().anyMatch(papers::contains),
                c.reckoned() == null ? null : c.reckoned().tells(before, now))).toList();
        var met = standings.stream().filter(Standing::isMet).map(s -> s.criterion().code()).collect(Collectors.toSet());
        return new Assessment(year, day, standings, all.stream().filter(Criterion::isComposite).collect(Collectors.toMap(Criterion::code, c -> c.isMetBy(met))));
    }

    /** What was attested under a version of a criterion, or under the one before it that holds for it too. */
    private static Attestation attested(Long version, Map<Long, Attestation> by, Map<Long, Long> carried) {
        var own = version == null ? null : by.get(version);
        return own != null || version == null ? own : attested(carried.get(version), by, carried);
    }

    /** Of the newest first, the first that is meant. */
    private static Figures figures(List<Statement> certified, Predicate<Statement> meant) {
        return certified.stream().filter(meant).findFirst().map(Statement::figures).orElse(null);
    }

    private List<Attestation> attestations(long fund, FiscalYear year) {
        return jdbc.sql("select * from welfare_attestation where fund_id = :fund and fiscal_year = :year order by id").param("fund", fund).param("year", year.year()).query((r, n) -> attestation(r)).list();
    }

    private Set<String> papers(long fund, FiscalYear year, LocalDate day) {
        return Set.copyOf(jdbc.sql("select distinct kind from evidence where record_kind = :kind and record_id = :fund and (fiscal_year = :year or fiscal_year is null) and attached_on <= :day").param("day", day).param("kind", Fund.KIND).param("fund", fund)
                .param("year", year.year()).query(String.class).list());
    }

    /** What is attested. @param met the codes; @param contents what the one-page file holds */
    record Wish(LocalDate metOn, Set<String> met, Set<String> contents, String note) {}

    /** Attests that a fund meets criteria of today in a fiscal year; what was sent back is attested anew.
     *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
    void attest(Actor actor, long fundId, FiscalYear year, Wish wish) {
        var fund = funds.at(actor, fundId);
        fund.demandInForce();
        var open = of(fund, year, dayOf(year)).standings().stream().filter(s -> s.isOpen() && wish.met().contains(s.criterion().code())).toList();
        demand(fund, year, wish, open);
        changes.make(actor.author(), "welfare.attest", "", () -> open.forEach(s -> write(actor, fundId, year, s.criterion().id(), wish)));
    }

    private void demand(Fund fund, FiscalYear year, Wish wish, List<Standing> open) {
        var refusals = new Refusals().when(open.isEmpty(), WelfareRefusal.NOTHING_CHOSEN, "met").when(!FiscalYear.of(wish.metOn()).equals(year), WelfareRefusal.OUTSIDE_YEAR, "metOn", String.valueOf(year.year()))
                .when(wish.metOn().isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "metOn").when(wish.metOn().isBefore(fund.foundedOn()), WelfareRefusal.DAY_BEFORE_FOUNDING, "metOn");
        var unfiled = open.stream().filter(s -> !s.filed()).map(s -> s.criterion().isOneOfTen() ? s.criterion().code() : "one page").collect(Collectors.joining(", "));
        refusals.when(!unfiled.isEmpty(), WelfareRefusal.PAPER_MISSING, "met", unfiled)
                .when(open.stream().anyMatch(s -> !wish.contents().containsAll(s.criterion().contents())), WelfareRefusal.CONTENTS_MISSING, "contents").demandNone();
    }

    private void write(Actor actor, long fund, FiscalYear year, long criterion, Wish wish) {
        jdbc.sql("""
                insert into welfare_attestation (fund_id, fiscal_year, criterion_id, met_on, note, recorded_by, recorded_name, recorded_on) values (:fund, :year, :criterion, :day, :note, :by, :name, :today)
                on conflict (fund_id, fiscal_year, criterion_id) do update set met_on = excluded.met_on, note = excluded.note, recorded_by = excluded.recorded_by, recorded_name = excluded.recorded_name,
                  recorded_on = excluded.recorded_on, returned_on = null, returned_because = null where welfare_attestation.returned_on is not null""").param("fund", fund).param("year", year.year()).param("criterion", criterion)
                .param("day", wish.metOn()).param("note", wish.note()).param("by", actor.accountId()).param("name", actor.signature()).param("today", funds.today()).update();
    }

    /** Certifies what waits of a fund's year and was attested by others. */
    void certify(Actor actor, long fundId, FiscalYear year) {
        funds.at(actor, fundId).demandInForce();
        var waiting = attestations(fundId, year).stream().filter(Attestation::isWaiting).toList();
        if (waiting.isEmpty()) throw WelfareRefusal.NOTHING_WAITING.with();
        var others = waiting.stream().filter(a -> a.mayBeCertifiedBy(actor)).toList();
        if (others.isEmpty()) throw WelfareRefusal.OWN_ATTESTATION.with();
        changes.make(actor.author(), "welfare.certify-quality", "", () -> others.forEach(a -> jdbc.sql("""
                update welfare_attestation set certified_by = ?, certified_name = ?, certified_on = ? where id = ? and certified_on is null and returned_on is null""")
                .params(actor.accountId(), actor.signature(), funds.today(), a.id()).update()));
    }

    /** Sends one back, also when it was certified: it counts no more until it is attested anew. */
    void sendBack(Actor actor, long fundId, FiscalYear year, long attestation, String because) {
        funds.at(actor, fundId).demandInForce();
        new Refusals().when(attestation == 0, WelfareRefusal.WHICH_MISSING, "which").when(because.isBlank(), WelfareRefusal.REASON_MISSING, "because").demandNone();
        if (attestations(fundId, year).stream().noneMatch(a -> a.id() == attestation && a.returnedOn() == null)) throw new OutOfReach("attestation " + attestation + " of " + fundId);
        changes.make(actor.author(), "welfare.return-quality", because.strip(), () -> { jdbc.sql("""
                update welfare_attestation set certified_by = null, certified_name = null, certified_on = null, returned_on = ?, returned_because = ? where id = ?""").params(funds.today(), because.strip(), attestation).update(); });
    }

    private static Attestation attestation(ResultSet r) throws SQLException {
        return new Attestation(r.getLong("id"), r.getLong("criterion_id"), day(r, "met_on"), r.getString("note"), (Long) r.getObject("recorded_by"), r.getString("recorded_name"), day(r, "recorded_on"),
                r.getString("certified_name"), day(r, "certified_on"), day(r, "returned_on"), r.getString("returned_because"));
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }
}
