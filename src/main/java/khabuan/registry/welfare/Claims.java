package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.record.Changes;
import khabuan.registry.welfare.Figures.Benefit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members ask of their fund, by the welfare that its regulations promise: asked for, checked, approved by another than asked, paid out of cash or bank; or refused with a reason. */
@Component
public class Claims {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final FundBooks books;
    private final Roster roster;
    private final Funds funds;

    Claims(JdbcClient jdbc, Changes changes, Ledger ledger, FundBooks books, Roster roster, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.books = books;
        this.roster = roster;
        this.funds = funds;
    }

    /** From how many full years of membership on how much is given instead. */
    public record Step(int years, Baht amount) {}

    /** What the regulations promise.
     *  @param afterMonths of membership; @param amount for a case, or for each night; @param steps in rising years; @param eachYear more for each full year of membership
     *  @param mostAYear times, or nights, in a fiscal year; @param mostBaht in a fiscal year; null for no bound; @param untilDate null for ever */
    public record Rule(long id, Benefit kind, LocalDate fromDate, LocalDate untilDate, int afterMonths, boolean byNight, Baht amount, List<Step> steps, Baht eachYear, Integer mostAYear, Baht mostBaht, List<String> papers) {

        /** What a member gets for a case, or a night, on a day, before any bound. */
        Baht amount(LocalDate joinedOn, LocalDate day) {
            long years = ChronoUnit.YEARS.between(joinedOn, day);
            return steps.stream().filter(s -> s.years <= years).reduce((lower, higher) -> higher).map(Step::amount).orElse(amount).plus(eachYear.times(years));
        }

        boolean holdsOn(LocalDate day) {
            return !fromDate.isAfter(day) && (untilDate == null || untilDate.isAfter(day));
        }
    }

    /** What a member was given of a kind in a year, or asks for. @param times or nights */
    record Had(int times, Baht amount) {

        /** How often, or how many nights, may still be given; null for no bound. */
        Integer timesLeft(Rule rule) {
            return rule.mostAYear == null ? null : Integer.valueOf(Math.max(0, rule.mostAYear - times));
        }

        /** How much may still be given; null for no bound. */
        Baht bahtLeft(Rule rule) {
            return rule.mostBaht == null ? null : amount.isAbove(rule.mostBaht) ? Baht.ZERO : rule.mostBaht.minus(amount);
        }
    }

    /** A claim. The days and people of its steps are null until they are taken. @param nights null where it is not paid by the night; @param from where it was paid from: "W110" or "W120" */
    public record Claim(long id, long fundId, long memberId, int number, Rule rule, LocalDate happenedOn, Integer nights, LocalDate askedOn, Baht amount, String note, Long askedBy, String askedName, String checkedName, LocalDate checkedOn,
                        String approvedName, LocalDate approvedOn, LocalDate paidOn, String from, LocalDate refusedOn, String refusedBecause, int version) {

        /** "asked", "checked", "approved", "paid" or "refused". */
        public String state() {
            return refusedOn != null ? "refused" : paidOn != null ? "paid" : approvedOn != null ? "approved" : checkedOn != null ? "checked" : "asked";
        }

        /** Whether it waits for a step. */
        boolean isOpen() {
            return paidOn == null && refusedOn == null;
        }
    }

    /** Adds what the regulations promise; a rule of the same kind that holds until then ends. */
    long promise(Actor actor, long fundId, Rule rule) {
        books.kept(actor, fundId);
        new Refusals().when(!rule.amount().isPositive(), WelfareRefusal.MONEY_UNREADABLE, "amount").when(rule.eachYear().satang() < 0, WelfareRefusal.MONEY_UNREADABLE, "eachYear").when(rule.afterMonths() < 0, WelfareRefusal.COUNT_UNREADABLE, "afterMonths")
                .when(rule.mostBaht() != null && !rule.mostBaht().isPositive(), WelfareRefusal.MONEY_UNREADABLE, "mostBaht").when(!rising(rule.steps()), WelfareRefusal.STEPS_UNREADABLE, "steps").demandNone();
        return changes.make(actor.author(), "welfare.promise", "", () -> {
            funds.hold(fundId);
            if (jdbc.sql("select exists (select from welfare_rule where fund_id = ? and kind = ? and from_date >= ?)").params(fundId, rule.kind().word(), rule.fromDate()).query(Boolean.class).single()) throw WelfareRefusal.RULE_STANDS.at("fromDate");
            jdbc.sql("update welfare_rule set until_date = :from where fund_id = :fund and kind = :kind and until_date is null and from_date < :from").param("from", rule.fromDate()).param("fund", fundId).param("kind", rule.kind().word()).update();
            return jdbc.sql("insert into welfare_rule (fund_id, kind, from_date, until_date, after_months, by_night, amount, step_years, step_amounts, each_year, most_a_year, most_baht, papers) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                    .params(fundId, rule.kind().word(), rule.fromDate(), rule.untilDate(), rule.afterMonths(), rule.byNight(), rule.amount().satang(), rule.steps().stream().map(s -> (short) s.years()).toArray(Short[]::new),
                            rule.steps().stream().map(s -> s.amount().satang()).toArray(Long[]::new), rule.eachYear().satang(), rule.mostAYear(), rule.mostBaht() == null ? null : rule.mostBaht().satang(), rule.papers().toArray(String[]::new))
                    .query(Long.class).single();
        });
    }

    private static boolean rising(List<Step> steps) {
        return steps.stream().allMatch(s -> s.years > 0 && s.amount.isPositive()) && IntStream.range(1, steps.size()).allMatch(i -> steps.get(i - 1).years < steps.get(i).years);
    }

    /** The rules of a fund, those of today first. */
    List<Rule> rules(long fundId) {
        return jdbc.sql("select r.* from welfare_rule r where fund_id = ? order by until_date is not null, kind, from_date desc").param(fundId).query((r, n) -> rule(r)).list();
    }

    /** Asks for a member. @param nights where the rule pays by the night; passed over where it doesn't. @return the claim's number
     *  @throws khabuan.base.access.Refusal.Thrown when the regulations don't promise it */
    long ask(Actor actor, long fundId, String key, int number, long ruleId, LocalDate happenedOn, Integer nights, String note) {
        books.kept(actor, fundId);
        var member = roster.at(fundId, number);
        var rule = rules(fundId).stream().filter(r -> r.id() == ruleId).findFirst().orElseThrow(() -> new OutOfReach("rule " + ruleId));
        if (rule.byNight() && (nights == null || nights < 1)) throw WelfareRefusal.NIGHTS_MISSING.at("nights");
        return Long.parseLong(changes.makeOnce(key, actor.author(), "welfare.ask", "", () -> {
            funds.hold(fundId);
            var had = had(ofMember(member), rule.kind(), FiscalYear.of(happenedOn));
            demand(member, rule, happenedOn, rule.byNight() ? nights : 1, had);
            return jdbc.sql("insert into welfare_claim (fund_id, member_id, rule_id, happened_on, nights, asked_on, amount, note, asked_by, asked_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                    .params(fundId, member.id(), ruleId, happenedOn, rule.byNight() ? nights : null, funds.today(), bounded(rule, rule.amount(member.joinedOn(), happenedOn).times(rule.byNight() ? nights : 1), had).satang(), note, actor.accountId(), actor.signature())
                    .query(String.class).single();
        }));
    }

    /** As much of an amount as may still be given in the year. */
    private static Baht bounded(Rule rule, Baht amount, Had had) {
        var left = had.bahtLeft(rule);
        return left != null && amount.isAbove(left) ? left : amount;
    }

    private void demand(Roster.Member member, Rule rule, LocalDate happenedOn, int times, Had had) {
        boolean memberThen = !member.joinedOn().isAfter(happenedOn) && (member.leftOn() == null || !member.leftOn().isBefore(happenedOn));
        var left = had.timesLeft(rule);
        var baht = had.bahtLeft(rule);
        new Refusals().when(happenedOn.isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "happenedOn").when(!memberThen, WelfareRefusal.NOT_A_MEMBER, "number", member.number())
                .when(!rule.holdsOn(happenedOn), WelfareRefusal.NOT_PROMISED, "rule")
                .when(memberThen && member.joinedOn().plusMonths(rule.afterMonths()).isAfter(happenedOn), WelfareRefusal.TOO_EARLY, "happenedOn", rule.afterMonths(), member.joinedOn().plusMonths(rule.afterMonths()))
                .when(left != null && times > left && !rule.byNight(), WelfareRefusal.MOST_GIVEN, "rule", rule.mostAYear()).when(left != null && times > left && rule.byNight(), WelfareRefusal.MOST_NIGHTS, "nights", rule.mostAYear(), left)
                .when(baht != null && !baht.isPositive(), WelfareRefusal.MOST_BAHT_GIVEN, "rule", String.valueOf(rule.mostBaht())).demandNone();
    }

    /** What was given of a kind for what happened in a year, or is asked for: by whichever rule of the year. */
    static Had had(List<Claim> claims, Benefit kind, FiscalYear year) {
        var some = claims.stream().filter(c -> c.rule().kind() == kind && c.refusedOn() == null && FiscalYear.of(c.happenedOn()).equals(year)).toList();
        return new Had(some.stream().mapToInt(c -> c.nights() == null ? 1 : c.nights()).sum(), some.stream().map(Claim::amount).reduce(Baht.ZERO, Baht::plus));
    }

    /** Notes that its papers are there and right. @param seen the papers that were seen
     *  @throws khabuan.base.access.Refusal.Thrown at the field "seen" when one that the regulations want is missing */
    void check(Actor actor, long fundId, long id, Collection<String> seen) {
        var missing = at(fundId, id).rule().papers().stream().filter(p -> !seen.contains(p)).toList();
        if (!missing.isEmpty()) throw WelfareRefusal.PAPERS_UNSEEN.at("seen", String.join(", ", missing));
        step(actor, fundId, id, "asked", "welfare.check", "", c -> jdbc.sql("update welfare_claim set checked_by = ?, checked_name = ?, checked_on = ? where id = ?").params(actor.accountId(), actor.signature(), funds.today(), id).update());
    }

    /** Approves it; who asked for it can't. */
    void approve(Actor actor, long fundId, long id) {
        step(actor, fundId, id, "checked", "welfare.approve", "", c -> {
            if (c.askedBy() != null && c.askedBy().equals(actor.accountId())) throw WelfareRefusal.OWN_CLAIM.with();
            jdbc.sql("update welfare_claim set approved_by = ?, approved_name = ?, approved_on = ? where id = ?").params(actor.accountId(), actor.signature(), funds.today(), id).update();
        });
    }

    /** Refuses it, with a reason. */
    void refuse(Actor actor, long fundId, long id, String because) {
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        step(actor, fundId, id, "", "welfare.refuse", because, c -> jdbc.sql("update welfare_claim set refused_on = ?, refused_because = ? where id = ?").params(funds.today(), because.strip(), id).update());
    }

    /** Pays it out of cash or bank. @param from {@link FundAccounts#CASH} or {@link FundAccounts#BANK}; @param day on which it was paid
     *  @throws khabuan.base.access.Refusal.Thrown when there is not so much */
    void pay(Actor actor, long fundId, long id, String from, LocalDate day) {
        if (day.isAfter(funds.today())) throw WelfareRefusal.DAY_IN_FUTURE.at("paidOn");
        FundAccounts.told("from", "paidOn", () -> {
            step(actor, fundId, id, "approved", "welfare.pay", "", c -> {
                var accounts = new FundAccounts(fundId);
                long entry = ledger.post(Entry.on(day, "welfare.pay", "welfare-claim", id, "").moving(c.amount(), accounts.place(from), accounts.given(c.rule().kind())));
                jdbc.sql("update welfare_claim set paid_on = ?, paid_from = ?, entry_id = ? where id = ?").params(day, accounts.place(from).code(), entry, id).update();
            });
            return null;
        });
    }

    private void step(Actor actor, long fundId, long id, String state, String act, String reason, Consumer<Claim> work) {
        books.kept(actor, fundId);
        changes.make(actor.author(), act, reason.strip(), () -> {
            funds.hold(fundId);
            var claim = at(fundId, id);
            if (state.isEmpty() ? !claim.isOpen() : !claim.state().equals(state)) throw WelfareRefusal.CLAIM_MOVED_ON.with();
            work.accept(claim);
        });
    }

    /** @throws OutOfReach when the fund has no such claim */
    Claim at(long fundId, long id) {
        return read("c.fund_id = ? and c.id = ?", fundId, id).stream().findFirst().orElseThrow(() -> new OutOfReach("claim " + id));
    }

    /** The claims of a fund, those to be worked on first. */
    List<Claim> open(long fundId) {
        return read("c.fund_id = ? and c.paid_on is null and c.refused_on is null", fundId);
    }

    /** The claims for what happened in a fiscal year, those to be worked on first. */
    List<Claim> of(long fundId, FiscalYear year) {
        return read("c.fund_id = ? and c.happened_on between ? and ?", fundId, year.start(), year.end());
    }

    /** The fiscal years for which something was claimed, and one more, the newest first. */
    List<FiscalYear> years(long fundId, FiscalYear more) {
        return jdbc.sql("select distinct fiscal_year(happened_on) from welfare_claim where fund_id = ? union select ? order by 1 desc").params(fundId, more.year()).query((r, n) -> new FiscalYear(r.getInt(1))).list();
    }

    /** The claims of a member, those to be worked on first. */
    List<Claim> ofMember(Roster.Member member) {
        return read("c.member_id = ?", member.id());
    }

    private List<Claim> read(String condition, Object... values) {
        return jdbc.sql("""
                select c.*, m.number, r.kind, r.from_date, r.until_date, r.after_months, r.by_night, r.amount as rule_amount, r.step_years, r.step_amounts, r.each_year, r.most_a_year, r.most_baht, r.papers from welfare_claim c join welfare_member m on m.id = c.member_id join welfare_rule r on r.id = c.rule_id
                where %s order by c.paid_on is not null or c.refused_on is not null, c.asked_on desc, c.id desc""".formatted(condition)).params(values).query((r, n) -> claim(r)).list();
    }

    private static Claim claim(ResultSet r) throws SQLException {
        var rule = rule(r, r.getLong("rule_id"), "rule_amount");
        return new Claim(r.getLong("id"), r.getLong("fund_id"), r.getLong("member_id"), r.getInt("number"), rule, day(r, "happened_on"), (Integer) r.getObject("nights"), day(r, "asked_on"), new Baht(r.getLong("amount")), r.getString("note"), (Long) r.getObject("asked_by"),
                r.getString("asked_name"), r.getString("checked_name"), day(r, "checked_on"), r.getString("approved_name"), day(r, "approved_on"), day(r, "paid_on"), r.getString("paid_from"), day(r, "refused_on"), r.getString("refused_because"),
                r.getInt("version"));
    }

    private static Rule rule(ResultSet r) throws SQLException {
        return rule(r, r.getLong("id"), "amount");
    }

    private static Rule rule(ResultSet r, long id, String amount) throws SQLException {
        var years = (Short[]) r.getArray("step_years").getArray();
        var amounts = (Long[]) r.getArray("step_amounts").getArray();
        var steps = IntStream.range(0, years.length).mapToObj(i -> new Step(years[i], new Baht(amounts[i]))).toList();
        var most = (Long) r.getObject("most_baht");
        return new Rule(id, Benefit.of(r.getString("kind")), day(r, "from_date"), day(r, "until_date"), r.getInt("after_months"), r.getBoolean("by_night"), new Baht(r.getLong(amount)), steps, new Baht(r.getLong("each_year")),
                (Integer) r.getObject("most_a_year"), most == null ? null : new Baht(most), List.of((String[]) r.getArray("papers").getArray()));
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }
}
