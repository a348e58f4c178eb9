package khabuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Installation;
import khabuan.cast.DemoWorld;
import khabuan.insight.indicator.Targets;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The printed figures here are our own copy of what the report of fiscal year 2562 publishes. */
@DemoWorld
@DisplayName("The simulated records")
class DemoDataTest {

    private static final List<String> REGIONS = List.of("BE", "CW", "NE", "S", "N");
    private static final LocalDate YEAR = LocalDate.of(2018, 10, 1);
    private static final LocalDate AUGUST_26 = LocalDate.of(2019, 8, 26);
    private static final LocalDate AUGUST_30 = LocalDate.of(2019, 8, 30);
    private static final LocalDate AUGUST_31 = LocalDate.of(2019, 8, 31);
    private static final LocalDate SEPTEMBER_2 = LocalDate.of(2019, 9, 2);
    private static final List<LocalDate> QUARTERS = List.of(LocalDate.of(2018, 12, 31), LocalDate.of(2019, 3, 31), LocalDate.of(2019, 6, 30), AUGUST_31);

    @Autowired
    Measures measures;
    @Autowired
    Targets targets;
    @Autowired
    Installation installation;
    @Autowired
    JdbcClient jdbc;

    private long[] byRegion(String measure, LocalDate from, LocalDate day, boolean knownThen) {
        var window = new Window(from, day, knownThen ? ThaiDate.endOf(day) : null);
        var answer = measures.ask(new Question(measure, Level.REGION, Place.COUNTRY, false, List.of(window)));
        return REGIONS.stream().mapToLong(r -> answer.at(r, 0)).toArray();
    }

    private long[] byRegion(String measure, LocalDate day) {
        return byRegion(measure, YEAR, day, false);
    }

    private long[] ofNewCouncils(String measure, LocalDate day) {
        var answer = measures.ask(new Question(measure, Level.REGION, Place.COUNTRY, true, List.of(new Window(YEAR, day, null))));
        return REGIONS.stream().mapToLong(r -> answer.at(r, "2562", 0)).toArray();
    }

    @Test
    @DisplayName("say that they are simulated")
    void areMarked() {
        assertThat(installation.isDemonstration()).isTrue();
    }

    @Test
    @DisplayName("give table 1: units, councils, organisations and members of each region on 31 August 2562")
    void tableOne() {
        assertThat(byRegion("units", AUGUST_31)).containsExactly(782, 1449, 2947, 1176, 1471);
        assertThat(byRegion("council.registered", AUGUST_31)).containsExactly(781, 1441, 2810, 1178, 1456);
        assertThat(byRegion("organisation.registered", AUGUST_31)).containsExactly(18846, 23213, 58078, 17880, 37262);
        assertThat(byRegion("council.members", AUGUST_31)).containsExactly(25054, 48515, 97765, 33477, 46154);
    }

    @Test
    @DisplayName("give table 2: new councils of each quarter, and their target")
    void tableTwo() {
        assertThat(byRegion("council.new", YEAR, QUARTERS.get(0), true)).containsExactly(4, 5, 9, 2, 1);
        assertThat(byRegion("council.new", LocalDate.of(2019, 1, 1), QUARTERS.get(1), true)).containsExactly(11, 14, 0, 7, 5);
        assertThat(byRegion("council.new", LocalDate.of(2019, 4, 1), QUARTERS.get(2), true)).containsExactly(16, 12, 41, 7, 31);
        assertThat(byRegion("council.new", LocalDate.of(2019, 7, 1), QUARTERS.get(3), true)).containsExactly(5, 8, 116, 24, 52);
        assertThat(byRegion("council.new", AUGUST_31)).containsExactly(36, 39, 166, 40, 89);
        assertThat(targets("council.new")).containsExactly(38, 47, 307, 38, 104);
    }

    @Test
    @DisplayName("give the new councils of fiscal year 2561: 805, by region and by quarter")
    void newCouncilsOf2561() {
        var year = LocalDate.of(2017, 10, 1);
        assertThat(byRegion("council.new", year, LocalDate.of(2018, 9, 30), false)).containsExactly(65, 99, 404, 72, 165);
        assertThat(Arrays.stream(byRegion("council.new", year, LocalDate.of(2017, 12, 31), false)).sum()).isEqualTo(90);
        assertThat(Arrays.stream(byRegion("council.new", LocalDate.of(2018, 1, 1), LocalDate.of(2018, 3, 31), false)).sum()).isEqualTo(38);
        assertThat(Arrays.stream(byRegion("council.new", LocalDate.of(2018, 4, 1), LocalDate.of(2018, 6, 30), false)).sum()).isEqualTo(92);
    }

    @Test
    @DisplayName("give the table of new councils: certified on 31 August, with papers a day before the South's last one came in")
    void tableOfNewCouncils() {
        assertThat(ofNewCouncils("council.certified", AUGUST_31)).containsExactly(36, 38, 91, 40, 85);
        assertThat(ofNewCouncils("council.documented", AUGUST_30)).containsExactly(36, 29, 92, 35, 61);
        assertThat(ofNewCouncils("council.documented", AUGUST_31)).containsExactly(36, 29, 92, 36, 61);
    }

    @Test
    @DisplayName("give the table of missions: how many councils did each of the twelve")
    void tableOfMissions() {
        for (var day : List.of(AUGUST_31, SEPTEMBER_2)) {
            var answer = measures.ask(new Question("council.mission", Level.COUNTRY, Place.COUNTRY, true, List.of(new Window(YEAR, day, null))));
            assertThat(IntStream.rangeClosed(1, 12).mapToLong(m -> answer.at("TH", Integer.toString(m), 0)))
                    .containsExactly(1952L, 1841L, 1775L, 2390L, 2331L, 1646L, 1805L, 1803L, 2394L, 2086L, 2013L, 1985L);
        }
        assertThat(Arrays.stream(byRegion("council.concrete", AUGUST_31)).sum()).isBetween(200L, 1985L);
    }


    @Test
    @DisplayName("give table 3: organisations of the year, and those certified by the end of each quarter, as known then")
    void tableThree() {
        assertThat(byRegion("organisation.new", AUGUST_31)).containsExactly(487, 695, 2619, 382, 1022);
        series("organisation.certified", row(0, 2, 0, 15, 0), row(188, 2, 4, 149, 0), row(195, 2, 4, 223, 3), row(198, 356, 2445, 469, 5));
    }

    @Test
    @DisplayName("give table 4: councils with จส.02-03 at the end of each quarter, as known then and as known now")
    void tableFour() {
        long[][] quarters = {row(546, 1371, 1787, 1140, 1278), row(555, 1373, 1787, 1147, 1282), row(573, 1396, 1787, 1153, 1303), row(578, 1402, 1877, 1174, 1344)};
        series("council.documented", quarters);
        for (int q = 0; q < 4; q++) assertThat(byRegion("council.documented", QUARTERS.get(q))).as("quarter " + (q + 1)).containsExactly(quarters[q]);
        assertThat(byRegion("council.undocumented", AUGUST_31)).containsExactly(203, 39, 933, 4, 112);
    }

    @Test
    @DisplayName("give table 5: terms ended, reviewed and not reviewed at the end of each quarter, as known then")
    void tableFive() {
        series("council.term-due", row(565, 990, 1506, 891, 852), row(571, 999, 1564, 939, 820), row(595, 1033, 1620, 1176, 922), row(657, 1083, 1762, 1218, 964));
        series("council.term-reviewed", row(327, 414, 529, 621, 422), row(324, 414, 531, 623, 488), row(325, 423, 531, 629, 490), row(326, 424, 531, 632, 497));
        series("council.term-unreviewed", row(238, 576, 977, 270, 430), row(247, 585, 1033, 316, 332), row(270, 610, 1089, 547, 432), row(331, 659, 1231, 586, 467));
    }

    @Test
    @DisplayName("give section 3.2: councils and organisations with a printed letter, 74.37 and 84.84 in a hundred, none of them with a copy of ours")
    void letters() {
        for (var day : List.of(AUGUST_26, AUGUST_31, SEPTEMBER_2)) {
            assertThat(Arrays.stream(byRegion("council.letter-printed", YEAR, day, true)).sum()).isEqualTo(5701);
            assertThat(Arrays.stream(byRegion("organisation.letter-printed", YEAR, day, true)).sum()).isEqualTo(131742);
        }
        assertThat(Arrays.stream(byRegion("council.letter-printed", YEAR, AUGUST_31, true)).sum()).isEqualTo(5701);
        assertThat(Arrays.stream(byRegion("organisation.letter-printed", YEAR, AUGUST_31, true)).sum()).isEqualTo(131742);
        assertThat(Arrays.stream(byRegion("council.letter-unprinted", AUGUST_31)).sum()).isEqualTo(7666 - 5701);
        assertThat(Arrays.stream(byRegion("organisation.letter-unprinted", AUGUST_31)).sum()).isEqualTo(155279 - 131742);
        assertThat(jdbc.sql("select count(*) from letter where number is null and fiscal_year > 2562").query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("keep the corrections: the first quarter counts fewer ended and reviewed terms as it is known now than as it was known then")
    void correctionsAreKept() {
        assertThat(byRegion("council.term-due", QUARTERS.get(0))).containsExactly(565, 990, 1506, 891, 807);
        assertThat(byRegion("council.term-reviewed", QUARTERS.get(0))).containsExactly(322, 414, 529, 621, 422);
    }

    @Test
    @DisplayName("give the table of the ก.พ.ร. indicator: capable councils on 26 August, each with its three files, and their target")
    void tableOfCapacity() {
        assertThat(byRegion("council.capacity", YEAR, AUGUST_26, true)).containsExactly(191, 327, 645, 277, 316);
        assertThat(targets("council.capacity")).containsExactly(171, 322, 607, 262, 314);
        assertThat(byRegion("council.capacity-missions", YEAR, AUGUST_26, true)).containsExactly(191, 327, 645, 277, 316);
        var files = measures.ask(new Question("council.capacity-file", Level.REGION, Place.COUNTRY, true, List.of(new Window(YEAR, AUGUST_26, ThaiDate.endOf(AUGUST_26)))));
        for (var kind : List.of("problem-report", "letter-copy", "follow-up"))
            assertThat(REGIONS.stream().mapToLong(r -> files.at(r, kind, 0)).toArray()).as(kind).containsExactly(191, 327, 645, 277, 316);
    }

    @Test
    @DisplayName("give the table of quality reviews: councils of each grade, by the year of the review, as known then and as known now; each has a score of its own that lies in its grade")
    void tableOfQuality() {
        long[][] printed = {row(0, 2, 0, 0, 0), row(2, 11, 7, 0, 0), row(2, 46, 3, 1, 2), row(16, 44, 95, 6, 66), row(33, 39, 148, 11, 351), row(30, 56, 203, 38, 485)};
        for (var window : List.of(new Window(YEAR, AUGUST_31, null), new Window(YEAR, AUGUST_31, ThaiDate.endOf(AUGUST_31)))) for (int i = 0; i < 6; i++) {
            var answer = measures.ask(new Question("council.grade-" + "abc".charAt(i % 3), Level.REGION, Place.COUNTRY, true, List.of(window)));
            String year = i < 3 ? "2561" : "2562";
            assertThat(REGIONS.stream().mapToLong(r -> answer.at(r, year, 0))).as(year + " " + "ABC".charAt(i % 3)).containsExactly(Arrays.stream(printed[i]).boxed().toArray(Long[]::new));
        }
        assertThat(byRegion("council.reviewed", AUGUST_31)).containsExactly(83, 198, 456, 56, 904);
        assertThat(jdbc.sql("""
                select count(*) from assessment a join instrument i on i.id = a.instrument_id and i.code = 'council-quality'
                where a.level_code <> case when a.score >= 81 then 'A' when a.score >= 61 then 'B' else 'C' end""").query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("give the satisfaction survey of fiscal year 2561: 84.95 of 1,276 people, from three dimensions")
    void satisfaction() {
        assertThat(jdbc.sql("""
                select a.respondents || ' ' || a.score || ' ' || a.level_code || ' ' || (select count(*) from assessment_part p where p.assessment_id = a.id)
                from assessment a join instrument i on i.id = a.instrument_id where i.code = 'client-satisfaction' and a.fiscal_year = 2561""").query(String.class).single()).isEqualTo("1276 84.95 PASS 3");
    }

    @ParameterizedTest
    @DisplayName("stand still between the four days on which the report takes its figures")
    @MethodSource("counted")
    void standStill(String measure) {
        var expected = byRegion(measure, AUGUST_31);
        for (var day : List.of(AUGUST_26, AUGUST_30, SEPTEMBER_2))
            if (!measure.contains("documented") || day.isAfter(AUGUST_30)) assertThat(byRegion(measure, YEAR, day, true)).as(day.toString()).containsExactly(expected);
    }

    static Stream<String> counted() {
        return Stream.of("council.registered", "council.members", "council.new", "council.certified", "council.documented", "council.undocumented", "council.term-due",
                "council.term-reviewed", "council.term-unreviewed", "council.mission", "council.concrete", "council.capacity", "council.reviewed", "organisation.registered", "organisation.certified");
    }

    @Test
    @DisplayName("keep the rules of the house: a fifth of qualified members at most, one council in force in a unit, the South's two surplus ones marked")
    void keepTheRules() {
        assertThat(jdbc.sql("""
                select count(*) from (select count(*) filter (where class = 'qualified') * 5 > count(*) filter (where class = 'community') as over
                from council_member where ended_on is null group by council_id) c where over""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from council where surplus").query(Long.class).single()).isEqualTo(2);
        assertThat(byRegion("council.surplus", AUGUST_31)).containsExactly(0, 0, 0, 2, 0);
        assertThat(jdbc.sql("select code from council where code in ('30307', '30312', '30313', '30332', '30333')").query(String.class).list()).hasSize(5);
    }

    private void series(String measure, long[]... quarters) {
        for (int q = 0; q < 4; q++) assertThat(byRegion(measure, YEAR, QUARTERS.get(q), true)).as(measure + ", quarter " + (q + 1)).containsExactly(quarters[q]);
    }

    private List<Integer> targets(String measure) {
        var byRegion = targets.ofMeasure(measure, 2562, null);
        return REGIONS.stream().map(r -> byRegion.get(r).intValueExact()).toList();
    }

    private static long[] row(long... figures) {
        return figures;
    }
}
