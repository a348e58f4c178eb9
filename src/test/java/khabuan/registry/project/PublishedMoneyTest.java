package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.cast.DemoWorld;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The printed figures here are our own copy of what the reports of fiscal years 2561 and 2562 publish. */
@DemoWorld
@DisplayName("The published figures of money come out of movements")
class PublishedMoneyTest {

    private static final LocalDate AUGUST_31 = LocalDate.of(2019, 8, 31);
    @Autowired Budget budget;
    @Autowired SubsidyBasis basis;
    @Autowired MoneyTables tables;
    @Autowired Measures measures;
    @Autowired JdbcClient jdbc;

    private Budget.Standing welfare(String region) {
        return budget.standing(2562, AUGUST_31).stream().filter(s -> s.frame().programme().equals("welfare") && s.frame().office().equals(region)).findFirst().orElseThrow();
    }

    private long counted(String sql, String region) {
        return jdbc.sql("select coalesce(sum(" + sql + "), 0) from project p join frame f on f.id = p.frame_id join project_plan l on l.project_id = p.id and l.in_force_on is not null and l.superseded_on is null where f.programme = 'welfare' and f.budget_year = 2562 and f.office = ?")
                .param(region).query(Long.class).single();
    }


    @ParameterizedTest(name = "{0}")
    @CsvSource({"N, 4, 133641, 1145, 42161041, 202, 229469, 195751, 42161041, 0", "NE, 17, 313326, 2179, 130070119, 440, 567528, 421557, 130201446, 131327", "S, 45, 469179, 1096, 99683292, 412, 780278, 321410, 99683292, 0",
        "CW, 13, 101624, 913, 55022990, 274, 329181, 185185, 55022990, 0", "BE, 3, 164037, 650, 50479545, 179, 256614, 167987, 50479545, 0"})
    @DisplayName("the subsidies of the welfare funds of 2562, region by region in each column, the Northeast's 131,327 baht as a return")
    void subsidies(String region, long firstTime, long asking, long funds, long frame, long approved, long members, long subsidised, long disbursed, long returned) {
        var reckoned = basis.of(welfare(region).frame(), AUGUST_31);
        assertThat(new long[] {reckoned.first().size(), reckoned.asking(), reckoned.there()}).containsExactly(firstTime, asking, funds);
        assertThat(reckoned.on()).isEqualTo(LocalDate.of(2018, 12, 1));
        assertThat(reckoned.stated()).as("more were subsidised than it says, so it can't be counted").isNotNull();
        assertThat(reckoned.asked()).as("each was asked for who is counted in the first round").isGreaterThanOrEqualTo((int) subsidised);
        assertThat(new long[] {counted("1", region), counted("l.counted_of", region), counted("l.counted", region)}).containsExactly(approved, members, subsidised);
        var standing = welfare(region);
        assertThat(standing.granted()).isEqualTo(Baht.of(frame));
        assertThat(standing.approved()).isEqualTo(Baht.of(frame));
        assertThat(standing.free()).isEqualTo(Baht.ZERO);
        assertThat(standing.paid()).isEqualTo(Baht.of(disbursed));
        assertThat(standing.returned()).isEqualTo(Baht.of(returned));
        assertThat(standing.unpaid()).isEqualTo(Baht.ZERO);
    }

    @Test
    @DisplayName("the table of subsidies prints them with their sums, and says which were counted, on which day, and which was only stated")
    void table() {
        var table = (TableBlock) tables.subsidies(2562, AUGUST_31).getFirst();
        assertThat(table.rows().getLast().cells().stream().limit(7).map(c -> Run.text(c.runs())).toList()).containsExactly("รวม", "82", "1,181,807", "5,983", "377,416,987.00", "1,507", "0");
        assertThat(String.join("\n", table.below())).contains("ไม่มีเงินสมทบของปีก่อนในระบบ", "1 ธันวาคม 2561", "ตามเอกสารจัดสรรกรอบ ไม่ได้นับจากระเบียน");
        assertThat(table.rows().getFirst().cells().get(1).runs()).first().isInstanceOfSatisfying(Run.Figure.class, f -> assertThat(f.link()).matches("/budget/frames/\\d+/basis"));
    }

    @Test
    @DisplayName("each subsidy is carried out by a fund of its place, one in a year, and for no more members than the fund tells of")
    void carriedOutByFunds() {
        assertThat(jdbc.sql("select count(*) from project p join frame f on f.id = p.frame_id where f.programme = 'welfare' and p.state <> 'cancelled' and p.fund_id is null").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from project p join welfare_fund w on w.id = p.fund_id where w.unit_code <> p.unit_code or w.merged_into is not null").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from (select p.fund_id from project p join frame f on f.id = p.frame_id where f.programme = 'welfare' group by p.fund_id, f.budget_year having count(*) > 1) twice").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("""
                select count(*) from subsidy_request q join subsidy_round r on r.id = q.round_id join project p on p.id = q.project_id and p.fund_id = q.fund_id join project_plan l on l.project_id = p.id
                where r.fiscal_year = 2562 and r.number = 1 and q.counted = l.counted and q.proposed = l.amount""").query(Long.class).single()).isEqualTo(1507);
        assertThat(jdbc.sql("""
                select count(*) from project p join project_plan l on l.project_id = p.id join lateral (select members from welfare_statement s where s.fund_id = p.fund_id order by s.as_of desc limit 1) s on true
                where l.counted > s.members""").query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("what left in the quarters of 2561, each place's and the centre's own together: indicator 7.2")
    void disbursed() {
        var year = new FiscalYear(2561);
        var windows = java.util.stream.IntStream.rangeClosed(1, 4).mapToObj(q -> new Window(year.quarter(q).start(), year.quarter(q).end(), null)).toList();
        var answer = measures.ask(new Question("money.disbursed", Level.COUNTRY, windows));
        var measure = measures.get("money.disbursed");
        assertThat(java.util.stream.IntStream.range(0, 4).mapToObj(q -> measure.amount(answer.at("TH", q)).movePointLeft(6)).toList())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("589.552"), new BigDecimal("512.09"), new BigDecimal("480.57"), new BigDecimal("286.37"));
        var regions = measures.ask(new Question("money.disbursed", Level.REGION, windows));
        assertThat(regions.total(0)).isEqualTo(answer.at("TH", 0));
        assertThat(regions.at("C", 0)).isPositive();
    }

    @Test
    @DisplayName("what was left of each part of the budget of 2561, beside the central budget of 6.90 million")
    void left() {
        var given = jdbc.sql("select category, sum(amount)::bigint from budget_movement where budget_year = 2561 and act = 'budget' group by 1").query((r, n) -> Map.entry(r.getString(1), r.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var left = new TreeMap<>(given);
        budget.standing(2561, LocalDate.of(2018, 8, 31)).forEach(s -> left.merge(s.frame().category(), -s.paid().satang(), Long::sum));
        assertThat(left).isEqualTo(Map.of("development", 95_405_600_00L, "personnel", 21_637_300_00L, "administration", 19_730_700_00L, "investment", 4_674_400_00L));
        assertThat(given.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2_016_930_000_00L - 6_900_000_00L);
    }

    @Test
    @DisplayName("each fund's books add to nothing")
    void balanced() {
        assertThat(jdbc.sql("select fund, sum(amount) from posting p join ledger_account a on a.id = p.account_id join ledger_book b on b.id = a.book_id where b.code = 'codi' group by 1 having sum(amount) <> 0").query().listOfRows()).isEmpty();
        assertThat(jdbc.sql("select count(*) from posting p join ledger_account a on a.id = p.account_id join ledger_book b on b.id = a.book_id where b.code = 'codi'").query(Long.class).single()).isGreaterThan(50_000);
    }
}
