package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Refusal;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Grants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must be in order before a fund may ask for a subsidy, and again before it is proposed: each is met, or is refused in words that tell what to do and where. */
@Component
public class SubsidyConditions {

    private final JdbcClient jdbc;
    private final Funds funds;
    private final FundStatements statements;
    private final Quality quality;
    private final Grants grants;

    SubsidyConditions(JdbcClient jdbc, Funds funds, FundStatements statements, Quality quality, Grants grants) {
        this.jdbc = jdbc;
        this.funds = funds;
        this.statements = statements;
        this.quality = quality;
        this.grants = grants;
    }

    /** @param word which one; @param lacking what is in the way; null when it is met */
    public record Condition(String word, Refusal.Thrown lacking) {

        public boolean isMet() {
            return lacking == null;
        }
    }

    /** All conditions of a round as a fund stands to them today. */
    List<Condition> of(Fund fund, SubsidyRound round) {
        var today = funds.today();
        var all = new ArrayList<Condition>();
        all.add(new Condition("statement", statement(fund, round, today)));
        all.add(new Condition("committee", committee(fund, today)));
        all.add(new Condition("report", report(fund, today)));
        if (!round.quality().isEmpty()) all.add(new Condition("quality", quality(fund, round, today)));
        return all;
    }

    /** @throws Refusal.Thrown with all that is in the way */
    void demand(Fund fund, SubsidyRound round) {
        fund.demandInForce();
        var refusals = new Refusals();
        for (var condition : of(fund, round)) if (!condition.isMet()) refusals.add(condition.lacking());
        refusals.demandNone();
    }

    private Refusal.Thrown statement(Fund fund, SubsidyRound round, LocalDate today) {
        var all = statements.of(fund.id());
        var waiting = all.stream().filter(s -> s.standing().equals("waiting")).findFirst();
        var newest = all.stream().filter(Statement::isCertified).findFirst();
        if (newest.isPresent() && !newest.get().asOf().isBefore(today.minusDays(round.freshDays()))) return null;
        if (waiting.isPresent()) return WelfareRefusal.SUBSIDY_STATEMENT_WAITS.with(waiting.get().asOf()).seeing(waiting.get().path());
        return (newest.isEmpty() ? WelfareRefusal.SUBSIDY_STATEMENT_MISSING.with(String.valueOf(round.freshDays()))
                : WelfareRefusal.SUBSIDY_STATEMENT_STALE.with(newest.get().asOf(), String.valueOf(round.freshDays()))).seeing(fund.path());
    }

    /** A committee whose election is entered here must be within its term; of one that is not, the certified statement must tell how many it has. */
    private Refusal.Thrown committee(Fund fund, LocalDate today) {
        String path = fund.path() + "/committee";
        var until = jdbc.sql("select until_date from welfare_election where fund_id = ? order by elected_on desc limit 1").param(fund.id()).query(LocalDate.class).optional();
        if (until.isPresent()) return until.get().isAfter(today) ? null : WelfareRefusal.SUBSIDY_COMMITTEE_ENDED.with(until.get()).seeing(path);
        boolean told = statements.of(fund.id()).stream().filter(Statement::isCertified).findFirst().map(s -> s.figures().committee() != null).orElse(false);
        return told ? null : WelfareRefusal.SUBSIDY_COMMITTEE_UNKNOWN.with().seeing(path);
    }

    private Refusal.Thrown report(Fund fund, LocalDate today) {
        return grants.late(fund.id(), today).stream().findFirst().map(l -> WelfareRefusal.SUBSIDY_REPORT_LATE.with(l.code(), l.endedOn()).seeing(l.path())).orElse(null);
    }

    private Refusal.Thrown quality(Fund fund, SubsidyRound round, LocalDate today) {
        var year = FiscalYear.of(today);
        if (quality.of(fund, year, quality.dayOf(year)).meets(round.quality())) return null;
        return (round.quality().equals("five") ? WelfareRefusal.SUBSIDY_FIVE_NOT_MET : WelfareRefusal.SUBSIDY_COMPLETE_NOT_MET).with(String.valueOf(year.year())).seeing(fund.path() + "/quality/" + year.year());
    }
}
