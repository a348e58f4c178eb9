package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.person.Person;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.registry.welfare.Collections.Payer;
import khabuan.registry.welfare.Collections.Round;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("The books of a welfare fund")
class FundBooksTest {

    private static final LocalDate SINCE = LocalDate.of(2018, 10, 1);
    private static final YearMonth JULY = YearMonth.of(2019, 7);
    private static final List<String> CODES = List.of("W110", "W120", "W406", "W464", "W465", "W466", "W467", "W475", "W560", "W590");
    @Autowired Funds funds;
    @Autowired FundBooks books;
    @Autowired Roster roster;
    @Autowired Collections collections;
    @Autowired Claims claims;
    @Autowired Passbooks passbooks;
    @Autowired FundStatements statements;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired People people;
    private String unit;
    private Fund fund;
    private Actor treasurer, chair;

    @BeforeEach
    void aFundWithBooks() {
        unit = cast.unitInNan("อบต.", "ดู่ใต้" + System.nanoTime());
        fund = open("กองทุนสวัสดิการชุมชนตำบลดู่ใต้");
        treasurer = keeper("เหรัญญิก", fund);
        chair = keeper("ประธาน", fund);
    }

    private Fund open(String name) {
        var opened = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", name, LocalDate.of(2009, 5, 4)));
        var had = new Figures(0, Map.of(), 0, null, Map.of(Source.MEMBERS, Baht.of(90_000), Source.CODI, Baht.of(40_000)), Map.of(Benefit.DEATH, new Given(3, Baht.of(30_000))));
        books.open(Cast.recorderOfNan(), opened.id(), SINCE, had, Baht.of(5_000), new FundBooks.Due(LocalDate.of(2009, 5, 4), "monthly", Baht.of(30)), Map.of());
        return funds.find(opened.id()).orElseThrow();
    }

    private Actor keeper(String office, Fund of) {
        var actor = people.person("keeper" + System.nanoTime(), office + "ของกองทุน", Role.FUND_COMMITTEE, "unit", unit);
        cast.change(() -> jdbc.sql("insert into welfare_keeper (fund_id, account_id, office, since) values (?, ?, 'treasurer', '2018-10-01')").params(of.id(), actor.accountId()).update());
        return actor;
    }

    private int join(String name, String clazz, int village) {
        return roster.join(treasurer, fund.id(), "", new Person.Details(unit, name.split(" ")[0] + " " + Cast.surname(), "", ""), clazz, village, SINCE);
    }

    private long collect(YearMonth month, Integer... numbers) {
        return collections.collect(treasurer, "", round(month, 1, numbers));
    }

    private Baht standing(String code, LocalDate day) {
        return ledger.standing(FundAccounts.book(fund.id()), List.of(code), 0, day).stream().map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus);
    }

    private static void refused(WelfareRefusal refusal, Runnable work) {
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(work::run).satisfies(t -> assertThat(t.refusal()).isEqualTo(refusal));
    }

    @Test
    @DisplayName("begin with what the fund had, and tell at any day what its statement tells")
    void opening() {
        assertThat(standing("W110", SINCE)).isEqualTo(Baht.of(5_000));
        assertThat(standing("W120", SINCE)).isEqualTo(Baht.of(95_000));
        join("นางคำ จำลอง", "elderly", 1);
        join("นายบุญ จำลอง", "working", 2);
        collect(JULY, 1, 2);
        var figures = books.figures(fund.id(), LocalDate.of(2019, 8, 20));
        assertThat(figures.members()).isEqualTo(2);
        assertThat(figures.classes()).containsEntry(MemberClass.ELDERLY, 1).containsEntry(MemberClass.WORKING, 1);
        assertThat(figures.villages()).isEqualTo(2);
        assertThat(figures.money()).containsEntry(Source.MEMBERS, Baht.of(90_060)).containsEntry(Source.CODI, Baht.of(40_000));
        assertThat(figures.given()).isEqualTo(new Given(3, Baht.of(30_000)));
        var stated = books.state(Cast.recorderOfNan(), fund.id(), LocalDate.of(2019, 8, 20), "");
        assertThat(stated.basis()).isEqualTo(Statement.Basis.BOOKS);
        assertThat(stated.figures()).isEqualTo(figures);
        refused(WelfareRefusal.FROM_BOOKS, () -> statements.enter(Cast.recorderOfNan(), fund.id(), stated.version(), new Statement.Wish(stated.quarter(), stated.asOf(), figures, "")));
    }

    @Test
    @DisplayName("take what is due of each who paid, once for a month; who is no member pays nothing, and nothing is written")
    void collecting() {
        join("นางคำ จำลอง", "elderly", 1);
        join("นายบุญ จำลอง", "working", 1);
        long first = collect(JULY, 1, 2);
        assertThat(standing("W110", JULY.atEndOfMonth())).isEqualTo(Baht.of(5_060));
        refused(WelfareRefusal.PAID_BEFORE, () -> collect(JULY, 2));
        refused(WelfareRefusal.NOT_A_MEMBER, () -> collect(JULY.plusMonths(1), 1, 7));
        roster.leave(treasurer, fund.id(), 2, LocalDate.of(2019, 7, 15), "moved");
        refused(WelfareRefusal.NOT_A_MEMBER, () -> collect(JULY.plusMonths(1), 1, 2));
        assertThat(standing("W110", LocalDate.of(2019, 9, 1))).isEqualTo(Baht.of(5_060));
        collections.withdraw(treasurer, fund.id(), first, "นับเงินผิด");
        assertThat(standing("W110", Ledger.EVER)).isEqualTo(Baht.of(5_000));
        collect(JULY, 1);
        assertThat(standing("W406", Ledger.EVER)).isEqualTo(Baht.of(-90_030));
    }

    @Test
    @DisplayName("judge many rounds at once as strictly as one: nobody pays a month twice, in two villages or within a year that is paid, and all of them are refused for one")
    void atOnce() {
        join("นางคำ จำลอง", "elderly", 1);
        join("นายบุญ จำลอง", "working", 2);
        var august = JULY.plusMonths(1);
        alone("KH012", () -> collections.write(List.of(round(JULY, 1, 1), round(august, 1, 1), round(JULY, 2, 2, 1))));
        alone("KH011", () -> collections.write(List.of(round(JULY, 1, 1), round(JULY, 2, 2, 3))));
        cast.change(() -> collections.write(List.of(round(JULY, 1, 1), round(JULY, 2, 2), round(august, 1, 1))));
        assertThat(standing("W110", Ledger.EVER)).isEqualTo(Baht.of(5_090));
        alone("KH012", () -> collections.write(List.of(round(august, 2, 2), round(august, 1, 1))));
        cast.change(() -> jdbc.sql("insert into welfare_due (fund_id, from_date, rhythm, amount) values (?, '2019-08-01', 'yearly', 36000)").param(fund.id()).update());
        cast.change(() -> collections.write(List.of(round(august, 2, 2))));
        alone("KH012", () -> collections.write(List.of(round(YearMonth.of(2020, 7), 2, 2))));
        cast.change(() -> collections.write(List.of(round(YearMonth.of(2020, 8), 2, 2))));
        assertThat(standing("W110", Ledger.EVER)).isEqualTo(Baht.of(5_810));
    }

    @Test
    @DisplayName("hold a payment to the month of its round, whoever writes it")
    void month() {
        join("นางคำ จำลอง", "elderly", 1);
        alone("KH011", () -> {
            long id = jdbc.sql("insert into welfare_collection (fund_id, village, month, collected_on, collector, members, total) values (?, 1, ?, '2019-07-28', 'เหรัญญิก', 1, 3000) returning id")
                    .params(fund.id(), Collections.month(JULY)).query(Long.class).single();
            jdbc.sql("insert into welfare_contribution (fund_id, collection_id, number, amount, month) values (?, ?, 1, 3000, ?)").params(fund.id(), id, Collections.month(JULY) + 1).update();
        });
    }

    private Round round(YearMonth month, int village, Integer... numbers) {
        return new Round(fund.id(), village, month, month.atDay(28), "เหรัญญิก", java.util.Arrays.stream(numbers).map(n -> new Payer(n, 0)).toList());
    }

    /** The database refuses the change by itself. */
    private void alone(String state, Runnable work) {
        assertThatThrownBy(() -> cast.change(work)).rootCause().isInstanceOfSatisfying(java.sql.SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    @Test
    @DisplayName("take a round once, however often a phone sends it, and one month from two phones at once only from one of them")
    void twice() throws Exception {
        join("นางคำ จำลอง", "elderly", 1);
        var round = new Round(fund.id(), 1, JULY, JULY.atDay(28), "เหรัญญิก", List.of(new Payer(1, 0)));
        long taken = collections.collect(treasurer, "โทรศัพท์-1", round);
        assertThat(collections.collect(treasurer, "โทรศัพท์-1", round)).isEqualTo(taken);
        join("นายบุญ จำลอง", "working", 1);
        assertThat(collections.collect(chair, "โทรศัพท์-1", round(JULY, 1, 2))).as("somebody else's request, though the phone chose the same key").isNotEqualTo(taken);
        var august = new Round(fund.id(), 1, JULY.plusMonths(1), JULY.plusMonths(1).atDay(20), "เหรัญญิก", List.of(new Payer(1, 0)));
        var answers = new ArrayList<String>();
        try (var phones = Executors.newFixedThreadPool(4)) {
            Callable<String> send = () -> {
                try {
                    collections.collect(treasurer, "", august);
                    return "taken";
                } catch (Refusal.Thrown e) {
                    return e.refusal().toString();
                }
            };
            for (var answer : phones.invokeAll(List.of(send, send, send, send))) answers.add(answer.get());
        }
        assertThat(answers).containsExactlyInAnyOrder("taken", "PAID_BEFORE", "PAID_BEFORE", "PAID_BEFORE");
        assertThat(standing("W110", Ledger.EVER)).isEqualTo(Baht.of(5_090));
    }

    @Test
    @DisplayName("pay what the regulations promise: after the waiting time, as often as they say, approved by another than asked, and never more than is there")
    void claiming() {
        join("นางคำ จำลอง", "elderly", 1);
        long rule = claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.SICKNESS, SINCE, null, 6, false, Baht.of(500), List.of(), Baht.of(100), 2, null, List.of("ใบรับรองแพทย์")));
        refused(WelfareRefusal.TOO_EARLY, () -> claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 3, 31), null, ""));
        long first = claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 5, 2), null, "นอนโรงพยาบาล 3 คืน");
        claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 6, 2), null, "");
        refused(WelfareRefusal.MOST_GIVEN, () -> claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 7, 2), null, ""));
        long later = claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.SICKNESS, LocalDate.of(2019, 8, 1), null, 6, false, Baht.of(600), List.of(), Baht.ZERO, 2, null, List.of()));
        refused(WelfareRefusal.MOST_GIVEN, () -> claims.ask(treasurer, fund.id(), "", 1, later, LocalDate.of(2019, 8, 2), null, "by the new rule of the same year"));
        refused(WelfareRefusal.CLAIM_MOVED_ON, () -> claims.approve(chair, fund.id(), first));
        refused(WelfareRefusal.PAPERS_UNSEEN, () -> claims.check(treasurer, fund.id(), first, List.of()));
        claims.check(treasurer, fund.id(), first, List.of("ใบรับรองแพทย์"));
        refused(WelfareRefusal.OWN_CLAIM, () -> claims.approve(treasurer, fund.id(), first));
        claims.approve(chair, fund.id(), first);
        claims.pay(treasurer, fund.id(), first, FundAccounts.CASH, LocalDate.of(2019, 8, 1));
        refused(WelfareRefusal.CLAIM_MOVED_ON, () -> claims.pay(treasurer, fund.id(), first, FundAccounts.CASH, LocalDate.of(2019, 8, 1)));
        assertThat(standing("W110", Ledger.EVER)).isEqualTo(Baht.of(4_500));
        assertThat(books.figures(fund.id(), LocalDate.of(2019, 8, 20)).benefits()).containsEntry(Benefit.SICKNESS, new Given(1, Baht.of(500)));
        long great = claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.DISASTER, SINCE, null, 0, false, Baht.of(4_501), List.of(), Baht.ZERO, null, null, List.of()));
        long flood = claims.ask(treasurer, fund.id(), "", 1, great, LocalDate.of(2019, 8, 10), null, "น้ำท่วม");
        claims.check(chair, fund.id(), flood, List.of());
        claims.approve(chair, fund.id(), flood);
        refused(WelfareRefusal.NOT_SO_MUCH, () -> claims.pay(treasurer, fund.id(), flood, FundAccounts.CASH, LocalDate.of(2019, 8, 11)));
        claims.pay(treasurer, fund.id(), flood, FundAccounts.BANK, LocalDate.of(2019, 8, 11));
        assertThat(claims.at(fund.id(), flood).state()).isEqualTo("paid");
    }

    @Test
    @DisplayName("pay by the night, by steps of membership and up to a sum a year, as regulations do: what is above the sum is not paid, and nothing after it")
    void nights() {
        join("นางคำ จำลอง", "elderly", 1);
        var steps = List.of(new Claims.Step(1, Baht.of(150)), new Claims.Step(5, Baht.of(300)));
        long rule = claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.SICKNESS, SINCE, null, 0, true, Baht.of(100), steps, Baht.ZERO, 12, Baht.of(900), List.of()));
        refused(WelfareRefusal.NIGHTS_MISSING, () -> claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 5, 2), null, ""));
        refused(WelfareRefusal.MOST_NIGHTS, () -> claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 5, 2), 13, ""));
        assertThat(amount(claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 5, 2), 3, ""))).isEqualTo(Baht.of(300));
        assertThat(amount(claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 6, 2), 7, ""))).as("the rest of 900").isEqualTo(Baht.of(600));
        refused(WelfareRefusal.MOST_BAHT_GIVEN, () -> claims.ask(treasurer, fund.id(), "", 1, rule, LocalDate.of(2019, 7, 2), 1, ""));
        var entitled = passbooks.of(fund, roster.at(fund.id(), 1)).entitlements().getFirst();
        assertThat(entitled.left()).isEqualTo(2);
        assertThat(entitled.isUsedUp()).isTrue();
        assertThat(entitled.leftBaht()).isEqualTo(Baht.ZERO);
        assertThat(claims.rules(fund.id()).getFirst().amount(LocalDate.of(2018, 9, 2), LocalDate.of(2019, 9, 1))).as("a day before the first step").isEqualTo(Baht.of(100));
        assertThat(claims.rules(fund.id()).getFirst().amount(LocalDate.of(2014, 9, 2), LocalDate.of(2019, 9, 2))).isEqualTo(Baht.of(300));
        refused(WelfareRefusal.STEPS_UNREADABLE, () -> claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.DEATH, SINCE, null, 0, false, Baht.of(100), List.of(steps.get(1), steps.get(0)), Baht.ZERO, null, null, List.of())));
    }

    private Baht amount(long claim) {
        return claims.at(fund.id(), claim).amount();
    }

    @Test
    @DisplayName("are another fund's to nobody: neither by its committee nor from the database, asked directly")
    void others() {
        join("นางคำ จำลอง", "elderly", 1);
        collect(JULY, 1);
        var other = open("กองทุนสวัสดิการชุมชนบ้านดู่ใต้ (สอง)");
        var stranger = keeper("เหรัญญิก", other);
        assertThatThrownBy(() -> collections.collect(stranger, "", new Round(fund.id(), 1, JULY.plusMonths(1), JULY.plusMonths(1).atDay(2), "", List.of(new Payer(1, 0))))).isInstanceOf(OutOfReach.class);
        for (var table : List.of("welfare_member", "welfare_collection", "welfare_contribution")) {
            String count = "select count(*) from " + table + " where fund_id = " + fund.id();
            assertThat(new RowScope("unit", unit, Long.toString(fund.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).as(table).isOne();
            assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).as(table + " of another fund of the same unit").isZero();
            assertThat(new RowScope("province", "93").during(() -> jdbc.sql(count).query(Integer.class).single())).as(table + " from the South").isZero();
            assertThat(RowScope.NONE.during(() -> jdbc.sql(count).query(Integer.class).single())).as(table + " by nobody").isZero();
        }
        assertThatThrownBy(() -> new RowScope("unit", unit, Long.toString(other.id())).during(() -> {
            cast.change(() -> jdbc.sql("insert into welfare_collection (fund_id, village, month, collected_on, collector, members, total) values (?, 1, 24240, '2019-08-01', 'x', 1, 100)").param(fund.id()).update());
            return null;
        })).rootCause().hasMessageContaining("row-level security");
    }

    @Test
    @DisplayName("hold under whatever is done at random: they balance, the statement is what they tell, and the passbooks add to what members paid")
    void atRandom() {
        var lots = new Random(2562);
        var joined = new TreeMap<Integer, Boolean>();
        long rule = claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.SICKNESS, SINCE, null, 0, false, Baht.of(200), List.of(), Baht.of(10), null, null, List.of()));
        long paid = 0, given = 0;
        int cases = 0;
        var rounds = new ArrayList<long[]>();
        for (int step = 0; step < 160; step++) {
            var day = SINCE.plusDays(step * 2L);
            var month = YearMonth.from(day);
            var members = joined.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
            switch (lots.nextInt(8)) {
                case 0, 1 -> joined.put(roster.join(treasurer, fund.id(), "", new Person.Details(unit, "นางคำ " + Cast.surname(), "", ""), step % 3 == 0 ? "" : "working", 1 + step % 4, day), true);
                case 2, 3, 4 -> {
                    var payers = members.stream().filter(n -> lots.nextBoolean()).map(n -> new Payer(n, 100 * (1 + lots.nextInt(50)))).toList();
                    try {
                        long id = collections.collect(treasurer, "", new Round(fund.id(), 1, month, day, "เหรัญญิก", payers));
                        long total = payers.stream().mapToLong(Payer::satang).sum();
                        rounds.add(new long[] {id, total});
                        paid += total;
                    } catch (Refusal.Thrown e) {
                        assertThat(e.refusal()).isIn(WelfareRefusal.PAID_BEFORE, WelfareRefusal.NOBODY_PAID);
                    }
                }
                case 5 -> {
                    if (members.isEmpty()) break;
                    long claim = claims.ask(treasurer, fund.id(), "", members.get(lots.nextInt(members.size())), rule, day, null, "");
                    claims.check(treasurer, fund.id(), claim, List.of());
                    if (lots.nextInt(4) == 0) {
                        claims.refuse(chair, fund.id(), claim, "เอกสารไม่ครบ");
                        break;
                    }
                    claims.approve(chair, fund.id(), claim);
                    claims.pay(treasurer, fund.id(), claim, FundAccounts.BANK, day);
                    given += claims.at(fund.id(), claim).amount().satang();
                    cases++;
                }
                case 6 -> {
                    if (members.size() < 3) break;
                    roster.leave(treasurer, fund.id(), members.getFirst(), day, lots.nextBoolean() ? "died" : "left");
                    joined.put(members.getFirst(), false);
                }
                default -> {
                    if (rounds.isEmpty()) break;
                    var round = rounds.removeLast();
                    collections.withdraw(treasurer, fund.id(), round[0], "นับเงินผิด");
                    paid -= round[1];
                }
            }
            assertThat(ledger.standing(FundAccounts.book(fund.id()), CODES, 0, Ledger.EVER).stream().mapToLong(l -> l.amount().satang()).sum()).as("step " + step).isZero();
        }
        var figures = books.figures(fund.id(), LocalDate.of(2019, 9, 2));
        assertThat(figures.members()).isEqualTo((int) joined.values().stream().filter(m -> m).count());
        assertThat(figures.money().get(Source.MEMBERS)).isEqualTo(Baht.of(90_000).plus(new Baht(paid)));
        assertThat(figures.given()).isEqualTo(new Given(3 + cases, Baht.of(30_000).plus(new Baht(given))));
        assertThat(jdbc.sql("select coalesce(sum(c.amount), 0) from welfare_contribution c join welfare_collection k on k.id = c.collection_id where c.fund_id = ? and k.withdrawn_on is null").param(fund.id()).query(Long.class).single()).as("the passbooks").isEqualTo(paid);
        assertThat(standing("W110", Ledger.EVER).plus(standing("W120", Ledger.EVER))).isEqualTo(Baht.of(100_000).plus(new Baht(paid - given)));
    }
}
