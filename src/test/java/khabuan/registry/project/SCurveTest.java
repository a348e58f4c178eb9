package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.money.Baht;
import khabuan.registry.project.PacePages.Month;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lines of plan and payments")
class SCurveTest {

    private static List<Month> year(long bahtAMonth, int paidMonths) {
        return IntStream.range(0, 12).mapToObj(i -> new Month("เดือน " + (i + 1), Baht.of(bahtAMonth * (i + 1)), i < paidMonths ? Baht.of(bahtAMonth * (i + 1) / 2) : null)).toList();
    }

    @Test
    @DisplayName("run through the year, that of the payments until this month, each point with its month and its baht")
    void untilNow() {
        var curve = SCurve.of(year(1_000_000, 3));
        assertThat(curve.planned()).hasSize(12);
        assertThat(curve.paid()).hasSize(3).last().satisfies(p -> assertThat(p.told()).isEqualTo("เดือน 3 1,500,000.00"));
        assertThat(curve.paid().getLast().x()).isEqualTo(curve.planned().get(2).x());
        assertThat(Double.parseDouble(curve.paid().getLast().y())).isGreaterThan(Double.parseDouble(curve.planned().get(2).y()));
    }

    @Test
    @DisplayName("stand before levels at round amounts, in millions when there are millions; the highest point is never above the highest level")
    void levels() {
        assertThat(SCurve.of(year(1_000_000, 12)).levels()).extracting(SCurve.Mark::label).containsExactly("0", "2", "4", "6", "8", "10", "12");
        var small = SCurve.of(year(7_500, 12));
        assertThat(small.millions()).isFalse();
        assertThat(small.levels()).extracting(SCurve.Mark::label).containsExactly("0", "20,000", "40,000", "60,000", "80,000", "100,000");
        assertThat(SCurve.of(year(0, 0)).levels()).extracting(SCurve.Mark::label).first().isEqualTo("0");
        assertThat(small.planned()).allMatch(p -> Double.parseDouble(p.y()) >= SCurve.TOP);
    }
}
