package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.gap.Duties;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Within;
import khabuan.base.store.RowScope;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What "My work" asks about welfare funds: of regions to certify what funds state and what is attested of them, of those who record to mend what was sent back, of a committee to take the next step with claims and costs. */
@Component
class FundDuties implements Duties {

    private static final int CERTIFY_DAYS = 14, MEND_DAYS = 7, CLAIM_DAYS = 7, MOST = 300;
    private static final String ATTESTED = "a.certified_on is null and a.returned_on is null and not exists (select from welfare_attestation e where e.fund_id = a.fund_id and e.fiscal_year = a.fiscal_year and e.id < a.id and e.certified_on is null and e.returned_on is null)";
    private static final String KEPT = "exists (select from welfare_keeper k where k.fund_id = c.fund_id and k.account_id = :own and k.since <= :today and (k.until_date is null or k.until_date > :today))";
    private final JdbcClient jdbc;
    private final Funds funds;

    FundDuties(JdbcClient jdbc, Funds funds) {
        this.jdbc = jdbc;
        this.funds = funds;
    }

    @Override
    public List<Group> of(Place within, Actor actor, Words words) {
        if (!actor.mayEnter("welfare")) return List.of();
        var groups = new ArrayList<Group>();
        if (actor.may(Right.CERTIFY)) {
            statements("certify", "waiting", "s.certified_on is null and s.returned_on is null and s.recorded_by is distinct from :own", "s.recorded_on", CERTIFY_DAYS, within, actor, words, groups);
            attestations(within, actor, words, groups);
        }
        if (actor.may(Right.RECORD) && within.level() != Level.COUNTRY) statements("mend", "returned", "s.returned_on is not null and s.basis = 'reported'", "s.returned_on", MEND_DAYS, within, actor, words, groups);
        if (actor.may(Right.KEEP_FUND)) {
            claims(within, actor, words, groups);
            costs(within, actor, words, groups);
        }
        return groups;
    }

    /** @param duty the word of its messages; @param state of the list of funds that shows them all; @param since SQL: the day on which it began to wait */
    private void statements(String duty, String state, String condition, String since, int days, Place within, Actor actor, Words words, List<Group> groups) {
        var lines = lines("select f.name, %s, s.fund_id, s.fiscal_year, s.quarter from welfare_statement s join welfare_fund f on f.id = s.fund_id and f.ended_on is null and f.merged_into is null where ".formatted(since), condition, " order by 2, s.id", within, actor, r -> {
            var quarter = new FiscalYear(r.getInt(4)).quarter(r.getInt(5));
            return line(title(r.getString(1), quarter, words), words.t("welfare.standing." + state), words.t("welfare.duty." + duty + "-how"), r.getObject(2, LocalDate.class).plusDays(days), Statement.path(r.getLong(3), quarter));
        });
        add("welfare-" + duty, "/funds?state=" + state, duty, lines, within, words, groups);
    }

    private static String title(String fund, FiscalQuarter quarter, Words words) {
        return fund + " · " + words.t("welfare.quarter", String.valueOf(quarter.number()), String.valueOf(quarter.year().year()));
    }

    private void attestations(Place within, Actor actor, Words words, List<Group> groups) {
        var lines = lines("select f.name, a.recorded_on, a.fund_id, a.fiscal_year from welfare_attestation a join welfare_fund f on f.id = a.fund_id and f.ended_on is null and f.merged_into is null where ", ATTESTED + " and a.recorded_by is distinct from :own", " order by 2, a.id",
                within, actor, r -> line(r.getString(1) + " · " + words.t("welfare.quality", String.valueOf(r.getInt(4))), words.t("welfare.standing.waiting"), words.t("welfare.duty.attest-how"), r.getObject(2, LocalDate.class).plusDays(CERTIFY_DAYS),
                        "/funds/%d/quality/%d".formatted(r.getLong(3), r.getInt(4))));
        add("welfare-attest", "/funds", "attest", lines, within, words, groups);
    }

    /** The claims of the funds whose books the actor keeps, each with its next step. */
    private void claims(Place within, Actor actor, Words words, List<Group> groups) {
        var lines = new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> lines("""
                select r.kind, coalesce(c.approved_on, c.checked_on, c.asked_on), c.fund_id, c.id, c.amount, m.number, case when c.approved_on is not null then 'approved' when c.checked_on is not null then 'checked' else 'asked' end
                from welfare_claim c join welfare_fund f on f.id = c.fund_id join welfare_member m on m.id = c.member_id join welfare_rule r on r.id = c.rule_id where\s""",
                "c.paid_on is null and c.refused_on is null and " + KEPT, " order by 2, c.id", within, actor,
                r -> line(words.t("class.welfare.paid." + r.getString(1)) + " " + new Baht(r.getLong(5)) + " · " + words.t("welfare.member-number") + " " + r.getInt(6), words.t("welfare.claim." + r.getString(7)), words.t("welfare.duty.claim-" + r.getString(7)),
                        r.getObject(2, LocalDate.class).plusDays(CLAIM_DAYS), "/funds/%d/books/claims/%d".formatted(r.getLong(3), r.getLong(4)))));
        add("welfare-claims", "/funds/books", "claims", lines, within, words, groups);
    }

    /** The costs that another of the committee entered. */
    private void costs(Place within, Actor actor, Words words, List<Group> groups) {
        var lines = new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> lines("select c.purpose, c.amount, c.asked_on, c.fund_id, c.id from welfare_cost c join welfare_fund f on f.id = c.fund_id where ",
                "c.approved_on is null and c.refused_on is null and c.asked_by <> :own and " + KEPT, " order by 3, c.id", within, actor,
                r -> line(r.getString(1) + " " + new Baht(r.getLong(2)), words.t("welfare.cost.asked"), words.t("welfare.cost-approve-hint"), r.getObject(3, LocalDate.class).plusDays(CLAIM_DAYS), "/funds/%d/books/costs/%d".formatted(r.getLong(4), r.getLong(5)))));
        add("welfare-costs", "/funds/books", "costs", lines, within, words, groups);
    }

    private interface Read {
        Line of(ResultSet row) throws SQLException;
    }

    private List<Line> lines(String select, String condition, String order, Place within, Actor actor, Read read) {
        var parameters = new HashMap<String, Object>(Map.of("most", MOST, "own", actor.accountId(), "today", funds.today()));
        var where = new StringBuilder(condition);
        Within.add("f.unit_code", "within", within, where, parameters);
        return jdbc.sql(select + where + order + " limit :most").params(parameters).query((r, n) -> read.of(r)).list();
    }

    private Line line(String title, String state, String what, LocalDate due, String path) {
        return new Line(title, new State(state, "warn"), what, due, due.isBefore(funds.today()), path);
    }

    private static void add(String anchor, String path, String duty, List<Line> lines, Place within, Words words, List<Group> groups) {
        if (!lines.isEmpty()) groups.add(new Group(anchor, words.t("welfare.duty." + duty), words.t("welfare.duty." + duty + "-how"), path, within.level() != Level.COUNTRY, lines));
    }
}
