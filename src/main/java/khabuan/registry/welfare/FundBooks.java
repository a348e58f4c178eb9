package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.record.Changes;
import khabuan.base.store.RowScope;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books of a fund: opened once with what it had, then kept by its committee; and what they state at a day. */
@Component
public class FundBooks {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final Funds funds;
    private final FundStatements statements;
    private final Keepers keepers;

    FundBooks(JdbcClient jdbc, Changes changes, Ledger ledger, Funds funds, FundStatements statements, Keepers keepers) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.funds = funds;
        this.statements = statements;
        this.keepers = keepers;
    }

    /** What a member pays. @param rhythm "daily", "monthly" or "yearly" */
    public record Due(LocalDate from, String rhythm, Baht amount) {

        static final List<String> RHYTHMS = List.of("daily", "monthly", "yearly");

        /** What a member pays at once, for a month or from it on. */
        public Baht of(YearMonth month) {
            return rhythm.equals("daily") ? amount.times(month.lengthOfMonth()) : amount;
        }
    }

    /** The fund of whose committee the actor is.
     *  @throws OutOfReach when the actor keeps no books of it */
    Fund kept(Actor actor, long id) {
        var fund = funds.at(actor, id);
        if (!keepers.has(actor, id)) throw new OutOfReach("books of fund " + id);
        return fund;
    }

    /** As {@link #kept}; the rest of the request sees the guarded rows of this fund, and of no other. */
    Fund enter(Actor actor, long id) {
        var fund = kept(actor, id);
        new RowScope(actor.scopeLevel(), actor.scopeCode(), Long.toString(id)).bind();
        return fund;
    }

    /** Whether somebody may open the books of a fund: its committee all of them; who certifies, or reads the institute's books, the sums. */
    boolean areOpenTo(Actor actor, Fund fund) {
        return fund.booksSince() != null && (keepers.has(actor, fund.id()) || actor.may(Right.CERTIFY) || actor.may(Right.READ_BOOKS));
    }

    /** Opens the books of a fund with what it had received and given until the day before, which its statement tells: what is not in cash is in the bank.
     *  @param cash of what is left; the rest lies in the bank
     *  @param named the sign-in names of those who keep the books from then on, by office */
    void open(Actor actor, long id, LocalDate since, Figures had, Baht cash, Due due, Map<String, String> named) {
        var fund = funds.at(actor, id);
        fund.demandInForce();
        var left = had.received().minus(had.given().amount());
        new Refusals().when(fund.booksSince() != null, WelfareRefusal.BOOKS_OPEN, "").when(since.isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "since")
                .when(left.satang() < 0, WelfareRefusal.GIVEN_EXCEEDS_RECEIVED, "").when(cash.satang() < 0 || cash.isAbove(left), WelfareRefusal.CASH_EXCEEDS_LEFT, "cash", left.toString())
                .when(!due.amount().isPositive(), WelfareRefusal.MONEY_UNREADABLE, "due").demandNone();
        if (named.size() > new java.util.HashSet<>(named.values()).size()) throw WelfareRefusal.KEEPERS_SAME.at("chair");
        changes.make(actor.author(), "welfare.open-books", "", () -> {
            write(id, since, had, cash, due);
            named.forEach((office, name) -> keepers.appoint(fund, office, office, name, since));
            jdbc.sql("update welfare_fund set books_since = :since where id = :fund").param("since", since).param("fund", id).update();
        });
    }

    /** Writes what a fund had; within a change. */
    public void write(long id, LocalDate since, Figures had, Baht cash, Due due) {
        var accounts = new FundAccounts(id);
        ledger.open(FundAccounts.book(id));
        var entry = Entry.on(since.minusDays(1), "welfare.open-books", Fund.KIND, id, "");
        for (var money : had.money().entrySet()) if (money.getValue().isPositive()) entry = entry.moving(money.getValue(), accounts.from(money.getKey()), accounts.bank());
        for (var given : had.benefits().entrySet()) {
            if (given.getValue().amount().isPositive()) entry = entry.moving(given.getValue().amount(), accounts.bank(), accounts.given(given.getKey()));
            if (given.getValue().recipients() > 0) jdbc.sql("insert into welfare_opening (fund_id, kind, recipients) values (?, ?, ?)").params(id, given.getKey().word(), given.getValue().recipients()).update();
        }
        if (cash.isPositive()) entry = entry.moving(cash, accounts.bank(), accounts.cash());
        if (!entry.lines().isEmpty()) ledger.post(entry.joined());
        setDue(id, due);
    }

    private void setDue(long id, Due due) {
        jdbc.sql("insert into welfare_due (fund_id, from_date, rhythm, amount) values (?, ?, ?, ?) on conflict (fund_id, from_date) do update set rhythm = excluded.rhythm, amount = excluded.amount")
                .params(id, due.from(), due.rhythm(), (int) due.amount().satang()).update();
    }

    /** Changes what members pay from a day on; what was collected before stays.
     *  @throws khabuan.base.access.Refusal.Thrown when something is wrong, or a rate of that day or a later one is set */
    void changeDue(Actor actor, long id, Due due) {
        kept(actor, id);
        if (!due.amount().isPositive()) throw WelfareRefusal.MONEY_UNREADABLE.at("due");
        changes.make(actor.author(), "welfare.set-due", "", () -> {
            funds.hold(id);
            if (jdbc.sql("select exists (select from welfare_due where fund_id = ? and from_date >= ?)").params(id, due.from()).query(Boolean.class).single()) throw WelfareRefusal.DUE_STANDS.at("dueFrom");
            setDue(id, due);
        });
    }

    /** What members pay and paid, the newest first. */
    List<Due> dues(long id) {
        return jdbc.sql("select from_date, rhythm, amount from welfare_due where fund_id = ? order by from_date desc").param(id).query((r, n) -> due(r)).list();
    }

    private static Due due(ResultSet r) throws SQLException {
        return new Due(r.getObject(1, LocalDate.class), r.getString(2), new Baht(r.getLong(3)));
    }

    /** What a member pays by the rule of a day; empty while there is none. */
    Optional<Due> due(long id, LocalDate day) {
        return jdbc.sql("select from_date, rhythm, amount from welfare_due where fund_id = ? and from_date <= ? order by from_date desc limit 1").params(id, day)
                .query((r, n) -> due(r)).optional();
    }

    /** What is in cash, or in the bank, with all that is posted. @param code {@link FundAccounts#CASH} or {@link FundAccounts#BANK} */
    Baht standing(long id, String code) {
        return ledger.standing(FundAccounts.book(id), List.of(code), 0, Ledger.EVER).stream().map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus);
    }

    /** What the books tell at the end of a day. */
    public Figures figures(long id, LocalDate day) {
        var classes = new EnumMap<MemberClass, Integer>(MemberClass.class);
        var members = jdbc.sql("select coalesce(class, ''), count(*) from welfare_member where fund_id = :fund and joined_on <= :day and (left_on is null or left_on > :day) group by 1").param("fund", id).param("day", day)
                .query((r, n) -> Map.entry(r.getString(1), r.getInt(2))).list();
        for (var c : MemberClass.values()) members.stream().filter(m -> m.getKey().equals(c.word())).forEach(m -> classes.put(c, m.getValue()));
        int villages = jdbc.sql("select count(distinct village) from welfare_member where fund_id = :fund and village > 0 and joined_on <= :day and (left_on is null or left_on > :day)").param("fund", id).param("day", day).query(Integer.class).single();
        int committee = jdbc.sql("select count(*) from welfare_office where fund_id = :fund and elected_on = (select max(elected_on) from welfare_office where fund_id = :fund and elected_on <= :day) and until_date > :day and (left_on is null or left_on > :day)").param("fund", id).param("day", day).query(Integer.class).single();
        return new Figures(members.stream().mapToInt(Map.Entry::getValue).sum(), classes, villages, committee == 0 ? null : committee, money(id, day), benefits(id, day));
    }

    private Map<Source, Baht> money(long id, LocalDate day) {
        var codes = java.util.Arrays.stream(Source.values()).map(FundAccounts::code).toList();
        var standing = ledger.standing(FundAccounts.book(id), codes, 0, day);
        var money = new EnumMap<Source, Baht>(Source.class);
        for (var s : Source.values()) standing.stream().filter(l -> l.account().code().equals(FundAccounts.code(s))).forEach(l -> money.put(s, l.amount().negated()));
        return money;
    }

    private Map<Benefit, Given> benefits(long id, LocalDate day) {
        var amounts = ledger.standing(FundAccounts.book(id), List.of(FundAccounts.GIVEN), 0, day);
        var benefits = new EnumMap<Benefit, Given>(Benefit.class);
        jdbc.sql("""
                select kind, sum(n)::int from (select kind, recipients as n from welfare_opening where fund_id = :fund
                  union all select r.kind, 1 from welfare_claim c join welfare_rule r on r.id = c.rule_id where c.fund_id = :fund and c.paid_on <= :day) given group by 1""").param("fund", id).param("day", day)
                .query(r -> {
                    var kind = Benefit.of(r.getString(1));
                    benefits.put(kind, new Given(r.getInt(2), amounts.stream().filter(a -> a.account().programme().equals(kind.word())).map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus)));
                });
        return benefits;
    }

    /** States what the books tell at a day of a quarter; it waits for a second person as any statement does. */
    Statement state(Actor actor, long id, LocalDate asOf, String reason) {
        var fund = funds.at(actor, id);
        if (fund.booksSince() == null) throw WelfareRefusal.NO_BOOKS.with();
        var quarter = FiscalQuarter.of(asOf);
        var wish = new Statement.Wish(quarter, asOf, figures(id, asOf), reason);
        wish.demand(fund, statements.before(id, quarter).orElse(null), funds.today());
        changes.make(actor.author(), "welfare.state", reason, () -> statements.write(actor, id, wish, Statement.Basis.BOOKS));
        return statements.at(id, quarter);
    }
}
