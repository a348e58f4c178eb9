package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.cast.DemoWorld;
import khabuan.insight.indicator.Targets;
import khabuan.insight.measure.Difference;
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
@DisplayName("The published figures of the welfare funds come out of their statements")
class PublishedFundsTest {

    private static final LocalDate YEAR = LocalDate.of(2018, 10, 1), JUNE_30 = LocalDate.of(2019, 6, 30), AUGUST_31 = LocalDate.of(2019, 8, 31);
    private static final Window JUNE = new Window(YEAR, JUNE_30, ThaiDate.endOf(JUNE_30)), AUGUST = new Window(YEAR, AUGUST_31, null);
    private static final List<String> SOURCES = List.of("members", "local", "codi", "state", "other", "donations");
    private static final List<String> INDICATORS = IntStream.rangeClosed(1, 10).mapToObj(i -> "1." + i).toList();
    @Autowired Measures measures;
    @Autowired Targets targets;
    @Autowired Difference difference;
    @Autowired Places places;
    @Autowired FundBooks books;
    @Autowired FundStatements statements;
    @Autowired JdbcClient jdbc;

    private long country(String measure, Window window) {
        return measures.ask(new Question(measure, Level.COUNTRY, List.of(window))).total(0);
    }

    private long country(String measure, String clazz, Window window) {
        return measures.ask(new Question(measure, Level.COUNTRY, Place.COUNTRY, true, List.of(window))).at("TH", clazz, 0);
    }

    private long region(String measure, String region, Window window) {
        return measures.ask(new Question(measure, Level.REGION, List.of(window))).at(region, 0);
    }

    private static long satang(String baht) {
        return new BigDecimal(baht).movePointRight(2).longValueExact();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"BE, 652, 634424, 6604, 2045666439.79, 1378729990.21, 141587098.00, 268254123.28, 75438301.00, 145889578.01, 35767349.29",
        "CW, 916, 635124, 7514, 2022034286.46, 1347520646.20, 141198022.00, 296502097.00, 44310044.50, 149695372.28, 42808104.48",
        "NE, 2183, 2255198, 20197, 5287054130.55, 3593983978.10, 336251909.90, 951968949.41, 116449151.56, 198042818.51, 90357323.07",
        "S, 1103, 1248798, 8142, 3112409307.80, 2019611639.00, 149884982.13, 682238251.26, 51618195.86, 128585446.13, 80470793.42",
        "N, 1143, 1221430, 10277, 3035994657.63, 1912585704.23, 286311560.00, 450522252.59, 195472671.35, 114962418.95, 76140050.51"})
    @DisplayName("the status of the funds on 31 August 2562, region by region in each column, to the satang")
    void status(String region, long funds, long members, long villages, String all, String ofMembers, String local, String codi, String state, String other, String donations) {
        assertThat(Stream.of("welfare.registered", "welfare.members", "welfare.villages", "welfare.money").map(m -> region(m, region, AUGUST)).toList()).containsExactly(funds, members, villages, satang(all));
        var bySource = measures.ask(new Question("welfare.money", Level.REGION, Place.COUNTRY, true, List.of(AUGUST)));
        assertThat(SOURCES.stream().map(s -> bySource.at(region, s, 0)).toList()).isEqualTo(Stream.of(ofMembers, local, codi, state, other, donations).map(PublishedFundsTest::satang).toList());
    }

    @Test
    @DisplayName("funds, members by class, money by source, beneficiaries and welfare paid, in quarter 3 as it was known then and in quarter 4")
    void quarters() {
        var windows = List.of(JUNE, AUGUST);
        assertThat(windows.stream().map(w -> country("welfare.registered", w)).toList()).containsExactly(5_998L, 5_997L);
        assertThat(windows.stream().map(w -> country("welfare.members", w)).toList()).containsExactly(5_625_151L, 5_994_974L);
        var classes = List.of("working", "young", "elderly", "disadvantaged", "other");
        assertThat(classes.stream().map(c -> country("welfare.members", c, JUNE)).toList()).containsExactly(2_741_555L, 775_844L, 1_658_416L, 164_973L, 13_513L);
        assertThat(classes.stream().map(c -> country("welfare.members", c, AUGUST)).toList()).containsExactly(2_818_555L, 777_825L, 1_674_751L, 148_503L, 13_540L);
        assertThat(IntStream.range(0, 4).mapToObj(i -> country("welfare.money", SOURCES.get(i), JUNE)).toList())
                .isEqualTo(Stream.of("9894036522.49", "1014981998.03", "2604645684.74", "472881100.46").map(PublishedFundsTest::satang).toList());
        assertThat(country("welfare.money", "other", JUNE) + country("welfare.money", "donations", JUNE)).isEqualTo(satang("1058969228.66"));
        assertThat(windows.stream().map(w -> country("welfare.money", w)).toList()).isEqualTo(Stream.of("15045514534.38", "15503158822.23").map(PublishedFundsTest::satang).toList());
        assertThat(windows.stream().map(w -> country("welfare.beneficiaries", w)).toList()).containsExactly(1_972_680L, 1_973_697L);
        assertThat(windows.stream().map(w -> country("welfare.paid", w)).toList()).containsExactly(satang("2088676570"), satang("2042534102"));
        assertThat(List.of(country("welfare.beneficiaries", "sickness", AUGUST), country("welfare.beneficiaries", "death", AUGUST))).containsExactly(823_818L, 159_222L);
        assertThat(List.of(country("welfare.paid", "sickness", AUGUST), country("welfare.paid", "death", AUGUST))).containsExactly(satang("442110715"), satang("1072705170"));
    }

    @Test
    @DisplayName("the North's rise since quarter 3, though three funds that stood twice were merged; two funds are new, in the Centre and West")
    void change() {
        assertThat(region("welfare.members", "N", AUGUST) - region("welfare.members", "N", JUNE)).isEqualTo(55_429);
        assertThat(region("welfare.money", "N", AUGUST) - region("welfare.money", "N", JUNE)).isEqualTo(satang("227712568.95"));
        var north = difference.of("welfare.registered", places.find(Level.REGION, "N").orElseThrow(), "", JUNE, AUGUST, 10);
        assertThat(north.records()).extracting(Difference.Moved::effect).containsOnly(Difference.Effect.WENT).hasSize(3);
        assertThat(north.records()).extracting(Difference.Moved::title).containsExactlyInAnyOrder("กองทุนสวัสดิการชุมชนตำบลช่างเคิ่ง", "กองทุนสวัสดิการชุมชนตำบลปิงโค้ง", "กองทุนสัจจะวันละบาทเพื่อสวัสดิการชุมชนตำบลห้วยทราย");
        var west = difference.of("welfare.registered", places.find(Level.REGION, "CW").orElseThrow(), "", JUNE, AUGUST, 10);
        assertThat(west.records()).extracting(Difference.Moved::effect).containsOnly(Difference.Effect.CAME).hasSize(2);
    }

    @Test
    @DisplayName("which were brought up to date in the year and which were not; the Northeast's committees that nobody knows")
    void upkeep() {
        assertThat(country("welfare.updated", AUGUST)).isEqualTo(3_379);
        assertThat(country("welfare.stale", AUGUST)).isEqualTo(2_618);
        assertThat(region("welfare.stale", "NE", AUGUST)).isEqualTo(1_398);
        assertThat(region("welfare.committee-unknown", "NE", AUGUST)).isEqualTo(1_166);
    }

    @Test
    @DisplayName("how many meet the five criteria and each of the ten indicators, in quarter 3 as it was known then and in quarter 4")
    void quality() {
        assertThat(Stream.of(JUNE, AUGUST).map(w -> country("welfare.five", w)).toList()).containsExactly(779L, 1_905L);
        assertThat(INDICATORS.stream().map(i -> country("welfare.indicator", i, JUNE)).toList()).containsExactly(1_783L, 1_453L, 1_642L, 1_415L, 1_162L, 1_766L, 1_556L, 1_254L, 1_753L, 1_765L);
        assertThat(INDICATORS.stream().map(i -> country("welfare.indicator", i, AUGUST)).toList()).containsExactly(2_831L, 2_574L, 2_726L, 2_549L, 2_381L, 2_820L, 2_556L, 1_995L, 2_811L, 2_819L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"N, 199, 202", "NE, 585, 654", "S, 511, 516", "CW, 187, 271", "BE, 228, 242"})
    @DisplayName("target and funds that pass completely, region by region")
    void complete(String region, long target, long complete) {
        assertThat(region("welfare.complete", region, AUGUST)).isEqualTo(complete);
        assertThat(targets.ofMeasure("welfare.complete", 2562, null).get(region)).isEqualByComparingTo(BigDecimal.valueOf(target));
    }

    @Test
    @DisplayName("the one-page file counts by the criterion of its day: some had one before it had to hold more, none on the day of the change, and those of the five without it are told")
    void onePage() {
        var june = country("welfare.complete", JUNE);
        assertThat(june).isBetween(1L, 778L);
        assertThat(country("welfare.one-page-missing", JUNE)).isEqualTo(779 - june);
        var july = LocalDate.of(2019, 7, 1);
        assertThat(country("welfare.complete", new Window(YEAR, JUNE_30, null))).as("known now, by the criterion of that day").isEqualTo(june);
        assertThat(country("welfare.five", new Window(YEAR, july, null))).isEqualTo(779);
        assertThat(country("welfare.complete", new Window(YEAR, july, null))).isZero();
        assertThat(country("welfare.one-page-missing", AUGUST)).isEqualTo(1_905 - 1_885);
    }

    @Test
    @DisplayName("what the report of 2561 printed of August 2561, as it was known then")
    void yearBefore() {
        var day = LocalDate.of(2018, 8, 31);
        var window = new Window(LocalDate.of(2017, 10, 1), day, ThaiDate.endOf(day));
        assertThat(country("welfare.registered", window)).isEqualTo(5_979);
        assertThat(country("welfare.members", window)).isEqualTo(5_313_977);
        assertThat(country("welfare.money", window)).isEqualTo(satang("14832968918.62"));
        assertThat(SOURCES.subList(0, 4).stream().map(s -> country("welfare.money", s, window)).toList())
                .isEqualTo(Stream.of("9920578925.99", "942077332.42", "2590412463.24", "341634100.49").map(PublishedFundsTest::satang).toList());
    }

    @Test
    @DisplayName("and the books of the funds that keep them here tell on its day what their statement tells, to the person and the satang")
    void books() {
        var keeping = jdbc.sql("select id from welfare_fund where books_since is not null order by id").query(Long.class).list();
        assertThat(keeping).hasSizeGreaterThanOrEqualTo(3);
        for (long fund : keeping) {
            var statement = statements.find(fund, new FiscalQuarter(new FiscalYear(2562), 4)).orElseThrow();
            assertThat(books.figures(fund, statement.asOf())).as("fund " + fund).isEqualTo(statement.figures());
        }
    }
}
