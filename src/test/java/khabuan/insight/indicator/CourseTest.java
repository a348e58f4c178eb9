package khabuan.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.insight.indicator.Course.Given;
import khabuan.insight.indicator.Indicator.Links;
import khabuan.insight.indicator.Indicator.PassBy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors are the published quarters of fiscal year 2561, with what the rule makes of them. */
@DisplayName("The course of an indicator")
class CourseTest {

    private static final Agreement YEAR = new Agreement(2561, new BigDecimal(50), new BigDecimal(80), null);

    private static Indicator indicator(Measuring measuring, BigDecimal base, BigDecimal passAt, PassBy passBy) {
        return new Indicator(1, 2561, null, null, "TEST", "4.1(1)", "การสนับสนุนการจัดตั้งสภาองค์กรชุมชนตำบล", "", 1, measuring, "ตำบล", 0, base, "", true, passAt, passBy, Source.ENTERED, null, null, new Links("", "", ""), "");
    }

    private static final Indicator COUNT = indicator(Measuring.COUNT, null, null, PassBy.RESULT);

    private static BigDecimal amount(String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    private static Given given(String plan, String result) {
        var r = amount(result);
        return new Given(amount(plan), r == null ? Said.NO_REPORT : Said.FIGURE, r, null);
    }

    static Stream<List<NamedCsvRecord>> published() throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(CourseTest.class.getResourceAsStream("carried.csv"), StandardCharsets.UTF_8))) {
            var lines = csv.stream().toList();
            return IntStream.range(0, lines.size() / 4).mapToObj(i -> lines.subList(4 * i, 4 * i + 4));
        }
    }

    @ParameterizedTest
    @MethodSource("published")
    @DisplayName("carries on what was not reached: the quarters of 2561")
    void carries(List<NamedCsvRecord> quarters) {
        var course = Course.of(COUNT, YEAR, null, quarters.stream().map(q -> given(q.getField("plan"), q.getField("result"))).toList());
        for (int q = 0; q < 4; q++) {
            var expected = quarters.get(q);
            var quarter = course.quarters().get(q);
            assertThat(quarter.carried()).as(expected.toString()).isEqualByComparingTo(expected.getField("carried"));
            assertThat(quarter.percent() == null ? "-" : quarter.percent().value().toPlainString()).as(expected.toString()).isEqualTo(expected.getField("percent"));
            assertThat(quarter.light().name()).as(expected.toString()).isEqualTo(expected.getField("light"));
        }
    }

    @Test
    @DisplayName("holds for any plan and results: what is carried is what was planned less what was reached, and the year is the sum of its quarters, uncapped")
    void identities() {
        var lots = new Random(2561);
        for (int round = 0; round < 5_000; round++) {
            var given = new ArrayList<Given>();
            for (int q = 0; q < 4; q++) {
                var said = Said.values()[lots.nextInt(3)];
                given.add(new Given(BigDecimal.valueOf(lots.nextInt(1_000)), said, said == Said.FIGURE ? BigDecimal.valueOf(lots.nextInt(2_000), lots.nextInt(3)) : null, null));
            }
            var target = BigDecimal.valueOf(1 + lots.nextInt(3_000));
            var course = Course.of(COUNT, YEAR, target, given);
            BigDecimal planned = BigDecimal.ZERO, reached = BigDecimal.ZERO;
            for (int q = 0; q < 4; q++) {
                planned = planned.add(given.get(q).plan());
                var quarter = course.quarters().get(q);
                assertThat(quarter.carried()).isEqualByComparingTo(planned.subtract(reached));
                assertThat(quarter.result() == null).isEqualTo(given.get(q).said() == Said.NO_REPORT);
                if (quarter.percent() != null) assertThat(quarter.percent().denominator()).isEqualByComparingTo(quarter.carried()).isPositive();
                if (quarter.result() != null) reached = reached.add(quarter.result());
            }
            boolean told = given.stream().anyMatch(g -> g.said() != Said.NO_REPORT);
            if (!told) assertThat(course.result()).isNull();
            else {
                assertThat(course.result()).isEqualByComparingTo(reached);
                assertThat(course.percent().numerator()).isEqualByComparingTo(reached);
                assertThat(course.shortfall() == null ? BigDecimal.ZERO : course.shortfall()).isEqualByComparingTo(target.subtract(reached).max(BigDecimal.ZERO));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"92, 157, 257, 275"})
    @DisplayName("reckons a cumulative share by heads: 20, 40, 60, 80 % of 275 people")
    void share(String first, String second, String third, String fourth) {
        var staff = indicator(Measuring.SHARE, BigDecimal.valueOf(275), null, PassBy.RESULT);
        var course = Course.of(staff, YEAR, new BigDecimal(80), List.of(given("20", first), given("40", second), given("60", third), given("80", fourth)));
        assertThat(course.quarters()).extracting(q -> q.percent().value().toPlainString()).containsExactly("167.27", "142.73", "155.76", "125.00");
        assertThat(course.percent().value()).isEqualByComparingTo("125.00");
        assertThat(course.percent().denominator()).isEqualByComparingTo("220");
    }

    @Test
    @DisplayName("passes or fails apart from its colour: 92.64 % is green, and fails its 96 %")
    void verdict() {
        var disbursed = indicator(Measuring.COUNT, null, new BigDecimal(96), PassBy.PERCENT);
        var course = Course.of(disbursed, YEAR, new BigDecimal("2016.93"), List.of(given("426.00", "589.55"), given("644.49", "512.09"), given("542.17", "480.57"), given("404.27", "286.37")));
        assertThat(course.result()).isEqualByComparingTo("1868.58");
        assertThat(course.percent().value()).isEqualByComparingTo("92.64");
        assertThat(course.light()).isEqualTo(Light.GREEN);
        assertThat(course.verdict()).isEqualTo(Course.Verdict.FAILED);
    }

    @Test
    @DisplayName("tells no report, nothing new and zero apart")
    void threeThings() {
        var course = Course.of(COUNT, YEAR, new BigDecimal(500), List.of(given("100", null), new Given(new BigDecimal(150), Said.NOTHING_NEW, null, null), given("150", "0"), given("100", null)));
        assertThat(course.quarters()).extracting(Course.Quarter::said).containsExactly(Said.NO_REPORT, Said.NOTHING_NEW, Said.FIGURE, Said.NO_REPORT);
        assertThat(course.quarters().get(0).result()).isNull();
        assertThat(course.quarters().get(1).result()).isZero();
        assertThat(course.quarters().get(2).percent().value()).isEqualByComparingTo("0.00");
        assertThat(course.result()).isZero();
    }

    @Test
    @DisplayName("of a stock, nothing new leaves what stood; of a score there is no percentage, but a verdict")
    void others() {
        var stock = Course.of(indicator(Measuring.STOCK, null, null, PassBy.RESULT), YEAR, new BigDecimal(7825), List.of(given("7300", "7291"), new Given(new BigDecimal(7400), Said.NOTHING_NEW, null, null), given("7600", null), given("7825", null)));
        assertThat(stock.result()).isEqualByComparingTo("7291");
        assertThat(stock.quarters().get(1).result()).isEqualByComparingTo("7291");
        var score = Course.of(indicator(Measuring.SCORE, null, new BigDecimal(80), PassBy.RESULT), YEAR, new BigDecimal(80), List.of(given(null, null), given(null, null), given(null, null), given(null, "84.95")));
        assertThat(score.percent()).isNull();
        assertThat(score.verdict()).isEqualTo(Course.Verdict.PASSED);
    }

    @Test
    @DisplayName("of a ratio is the amount of its whole, held against the percentage that was planned; the latest is the year's")
    void ratio() {
        var repaid = indicator(Measuring.RATIO, null, new BigDecimal(90), PassBy.RESULT);
        var course = Course.of(repaid, YEAR, new BigDecimal(95), List.of(new Given(new BigDecimal(80), Said.FIGURE, new BigDecimal("300"), new BigDecimal("400")),
                new Given(new BigDecimal(90), Said.FIGURE, new BigDecimal("2735.2"), new BigDecimal("3000")), new Given(new BigDecimal(95), Said.NOTHING_NEW, null, null), given("95", null)));
        assertThat(course.quarters()).extracting(q -> q.result() == null ? "-" : q.result().toPlainString()).containsExactly("75.00", "91.17", "91.17", "-");
        assertThat(course.quarters().getFirst().percent().value()).isEqualByComparingTo("93.75");
        assertThat(course.result()).isEqualByComparingTo("91.17");
        assertThat(course.percent().value()).isEqualByComparingTo("95.97");
        assertThat(course.verdict()).isEqualTo(Course.Verdict.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"49.99, RED", "50, YELLOW", "80, YELLOW", "80.01, GREEN", "309.77, GREEN"})
    @DisplayName("is red below 50, green above 80, yellow between with both bounds")
    void lights(BigDecimal percent, Light light) {
        assertThat(YEAR.light(percent)).isEqualTo(light);
    }
}
