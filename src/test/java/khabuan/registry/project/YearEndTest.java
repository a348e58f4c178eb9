package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.money.Baht;
import khabuan.registry.project.Pace.Flow;
import khabuan.registry.project.Pace.Flows;
import khabuan.registry.project.PacePages.Expected;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What will be paid by the end of a budget year")
class YearEndTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 6, 12);

    private static Flow flow(String programme, String office, int year, int month, long baht) {
        return new Flow(programme, office, YearMonth.of(year, month), Baht.of(baht));
    }

    /** A year that pays the same share of its money by May and the rest in September. */
    private static Flows past(int year, long byMay, long rest) {
        return new Flows(year, List.of(), List.of(flow("welfare", "NE", year - 543, 5, byMay), flow("welfare", "NE", year - 543, 9, rest)));
    }

    private static List<Expected> rows(List<Flow> planned, List<Flow> paid, Flows... past) {
        return new YearEnd(new Flows(2562, planned, paid), List.of(past), TODAY).rows(p -> "แผนงาน " + p, o -> "สำนักงาน " + o);
    }

    @Test
    @DisplayName("goes by past years as they stood at the end of the same month, whole, by programme and by office, with its interval and past error")
    void byPastYears() {
        var paid = List.of(flow("welfare", "NE", 2019, 4, 300), flow("welfare", "NE", 2019, 6, 50), flow("canal", "BE", 2019, 5, 100));
        var planned = List.of(flow("welfare", "NE", 2019, 8, 900), flow("canal", "BE", 2019, 8, 400));
        var rows = rows(planned, paid, past(2561, 60, 140), past(2560, 30, 70), past(2559, 90, 210));
        assertThat(rows).extracting(r -> r.kind() + " " + r.name()).containsExactly("all ", "programme แผนงาน canal", "programme แผนงาน welfare", "office สำนักงาน BE", "office สำนักงาน NE");
        assertThat(rows.get(2)).satisfies(r -> {
            assertThat(r.value()).isEqualTo("1,000");
            assertThat(r.isByPace()).isFalse();
            assertThat(r.error()).isEqualTo("0.0");
            assertThat(r.share()).isEqualTo("111.1");
            assertThat(r.paid()).isEqualTo(Baht.of(350));
        });
        assertThat(rows.get(1).isByPace()).isTrue();
    }

    @Test
    @DisplayName("tells a wider interval where past years went on in different ways")
    void interval() {
        var even = rows(List.of(), List.of(flow("welfare", "NE", 2019, 4, 300)), past(2561, 60, 140), past(2560, 30, 70)).getFirst();
        var uneven = rows(List.of(), List.of(flow("welfare", "NE", 2019, 4, 300)), past(2561, 60, 240), past(2560, 30, 20)).getFirst();
        assertThat(uneven.forecast().high() - uneven.forecast().low()).isGreaterThan(even.forecast().high() - even.forecast().low());
    }

    @Test
    @DisplayName("goes by the pace of the year against its plan where fewer than two past years are known, and says so")
    void byPace() {
        var planned = List.of(flow("welfare", "NE", 2019, 3, 500), flow("welfare", "NE", 2019, 9, 500));
        var told = rows(planned, List.of(flow("welfare", "NE", 2019, 4, 300)), past(2561, 60, 140)).getFirst();
        assertThat(told.isByPace()).isTrue();
        assertThat(told.years()).isEqualTo(1);
        assertThat(Stream.of(told.low(), told.value(), told.high())).containsExactly("450", "600", "900");
        var nearlyDone = rows(planned, List.of(flow("welfare", "NE", 2019, 4, 700))).getFirst();
        assertThat(Stream.of(nearlyDone.low(), nearlyDone.value(), nearlyDone.high())).containsExactly("1,000", "1,000", "1,000");
        assertThat(rows(planned, List.of()).getFirst().forecast()).isNull();
    }

    @Test
    @DisplayName("is never less than what is paid already, this month's among it")
    void floor() {
        var told = rows(List.of(), List.of(flow("welfare", "NE", 2019, 4, 300), flow("welfare", "NE", 2019, 6, 5_000)), past(2561, 60, 140), past(2560, 30, 70)).getFirst();
        assertThat(Stream.of(told.low(), told.value(), told.high())).containsOnly("5,300");
    }

    @Test
    @DisplayName("is not told of a year that has just begun, is over or is to come")
    void when() {
        assertThat(new YearEnd(new Flows(2563, List.of(), List.of()), List.of(), LocalDate.of(2019, 12, 31)).isYoung()).isTrue();
        assertThat(new YearEnd(new Flows(2563, List.of(), List.of()), List.of(), LocalDate.of(2020, 1, 1)).isYoung()).isFalse();
        assertThat(new YearEnd(new Flows(2562, List.of(), List.of()), List.of(), LocalDate.of(2019, 10, 1)).isRunning()).isFalse();
        assertThat(new YearEnd(new Flows(2562, List.of(), List.of()), List.of(), LocalDate.of(2018, 9, 30)).isRunning()).isFalse();
    }
}
