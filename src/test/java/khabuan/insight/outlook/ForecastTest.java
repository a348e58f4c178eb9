package khabuan.insight.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import khabuan.base.forecast.Forecast;
import khabuan.base.forecast.Forecast.Past;
import khabuan.base.forecast.Forecast.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A forecast")
class ForecastTest {

    @Test
    @DisplayName("goes by the share of the year where past years kept it, and by the rest where that was the same")
    void ways() {
        var byShare = Forecast.of(30, false, List.of(new Past(20, 100), new Past(40, 200), new Past(60, 300)));
        assertThat(byShare.way()).isEqualTo(Way.BY_SHARE);
        assertThat(byShare.value()).isCloseTo(150, within(0.01));
        assertThat(byShare.error()).isCloseTo(0, within(1e-9));
        var byRest = Forecast.of(30, false, List.of(new Past(10, 110), new Past(50, 150), new Past(90, 190)));
        assertThat(byRest.way()).isEqualTo(Way.BY_REST);
        assertThat(byRest.value()).isCloseTo(130, within(0.01));
    }

    @Test
    @DisplayName("never tells less than what is reached, knows nothing from one past year, and is the result itself when the year is over")
    void bounds() {
        var told = Forecast.of(500, false, List.of(new Past(90, 100), new Past(99, 100), new Past(40, 100)));
        assertThat(told.low()).isGreaterThanOrEqualTo(500);
        assertThat(Forecast.of(5, false, List.of(new Past(1, 2)))).isNull();
        var over = Forecast.of(805, true, List.of());
        assertThat(List.of(over.low(), over.value(), over.high())).containsOnly(805.0);
        assertThat(over.chance(750, 805)).isEqualTo(1);
        assertThat(over.chance(900, 805)).isZero();
    }

    @Test
    @DisplayName("is a number even where past years had brought nothing yet at this point")
    void nothingYet() {
        var told = Forecast.of(0, false, List.of(new Past(0, 100), new Past(0, 120), new Past(10, 90)));
        assertThat(told.way()).isEqualTo(Way.BY_REST);
        assertThat(List.of(told.value(), told.low(), told.high(), told.error())).allMatch(Double::isFinite);
        assertThat(Forecast.of(5, false, List.of(new Past(0, 0), new Past(0, 0)))).satisfies(f -> assertThat(f.value()).isFinite());
    }

    @Test
    @DisplayName("gives a chance that falls as the target rises, even where the target is the forecast, and sure where it is reached")
    void chance() {
        var told = Forecast.of(40, false, List.of(new Past(35, 100), new Past(42, 110), new Past(30, 95), new Past(44, 105)));
        assertThat(told.chance(told.value(), 40)).isCloseTo(0.5, within(1e-9));
        assertThat(told.chance(told.value() * 0.9, 40)).isGreaterThan(0.5);
        assertThat(told.chance(told.value() * 1.1, 40)).isLessThan(0.5);
        assertThat(told.chance(40, 40)).isEqualTo(1);
    }

    @Test
    @DisplayName("goes by the year's own pace where past years are too few, with a wide interval and no known error")
    void pace() {
        var told = Forecast.byPace(50, 0.5);
        assertThat(List.of(told.low(), told.value(), told.high())).containsExactly(75.0, 100.0, 150.0);
        assertThat(told.hasError()).isFalse();
        assertThat(told.chance(75, 50)).isCloseTo(0.9, within(1e-6));
        assertThat(told.chance(100, 50)).isCloseTo(0.5, within(1e-6));
        assertThat(told.chance(150, 50)).isCloseTo(0.1, within(1e-6));
        assertThat(told.chance(50, 50)).isEqualTo(1);
        assertThat(Forecast.byPace(0, 0.9).chance(117, 0)).isLessThan(0.001);
        var pace = Pace.of(50, 200, 0.5);
        assertThat(pace.soFar()).isEqualTo(0.5);
        assertThat(pace.needed()).isEqualTo(1.5);
    }

    @Test
    @DisplayName("holds four of five years in its interval, where years differ by chance alone")
    void coverage() {
        var lots = new Random(2562);
        int held = 0, rounds = 4_000;
        for (int i = 0; i < rounds; i++) {
            var years = IntStream.range(0, 5).mapToObj(y -> year(lots)).toList();
            var now = years.getLast();
            var told = Forecast.of(now.atPoint(), false, years.subList(0, 4));
            if (told.low() <= now.total() && now.total() <= told.high()) held++;
        }
        assertThat((double) held / rounds).isBetween(0.74, 0.88);
    }

    private static Past year(Random lots) {
        double total = 800 * (1 + 0.2 * lots.nextGaussian());
        return new Past(total * (0.45 + 0.05 * lots.nextGaussian()), total);
    }
}
