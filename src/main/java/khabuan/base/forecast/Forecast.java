package khabuan.base.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** What a year will come to, from what it has brought so far and how past years went on from the same point.
 *
 *  <p>Two ways are tried on the past years, each year foretold from the others: by the share of the year that was reached at this point, and by the amount that was still to come. The one that was less
 *  wrong is taken, and how wrong it was makes the interval and the chance (Student's t on the relative errors).
 *  Where past years are too few, a year is judged by its own pace, with a wide interval that is stated and not learnt.
 *
 *  @param value what the year will come to
 *  @param low and {@code high}: four of five years came to lie between them, as far as past errors tell; never below what has been reached
 *  @param error the mean of the past relative errors, without sign: 0.08 for 8 %; not a number when none is known
 *  @param years how many past years it rests on */
public record Forecast(double value, double low, double high, double error, int years, Way way, double spread) {

    /** How many past years it takes: with two, one error can be told from each other. */
    public static final int FEWEST = 2;
    private static final double TAIL = 0.1;
    /** By pace alone, four of five years are taken to go on at between half and twice their pace so far. */
    private static final double PACE_MORE = 2;
    private static final double PACE_SPREAD = Math.log(PACE_MORE) / NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

    /** How it was reckoned. */
    public enum Way {
        /** Reached so far, divided by the share that past years had reached at this point. */
        BY_SHARE,
        /** Reached so far, and what past years still brought from this point on. */
        BY_REST,
        /** Reached so far, and the rest at the same pace: where no past years tell. */
        BY_PACE
    }

    private static final List<Way> FROM_PAST = List.of(Way.BY_SHARE, Way.BY_REST);

    /** A past year. @param atPoint reached at this point of it @param total what it came to */
    public record Past(double atPoint, double total) {}

    /** Foretells a year.
     *  @param reached so far
     *  @param over whether the year is over, and there is nothing to foretell
     *  @return null when too few years are known */
    public static Forecast of(double reached, boolean over, List<Past> past) {
        if (over) return new Forecast(reached, reached, reached, 0, past.size(), Way.BY_REST, 0);
        if (past.size() < FEWEST) return null;
        return FROM_PAST.stream().map(way -> by(way, reached, past)).filter(f -> Double.isFinite(f.value) && Double.isFinite(f.spread) && Double.isFinite(f.high)).min(Comparator.comparingDouble(Forecast::error)).orElse(null);
    }

    /** Judges a year by its own pace.
     *  @param elapsed the share of the year's work that was foreseen up to now, more than 0 and less than 1 */
    public static Forecast byPace(double reached, double elapsed) {
        double rest = Math.max(reached, 0.5) / elapsed * (1 - elapsed);
        return new Forecast(reached + rest, reached + rest / PACE_MORE, reached + rest * PACE_MORE, Double.NaN, 0, Way.BY_PACE, PACE_SPREAD);
    }

    /** Whether it is known how wrong such forecasts have been. */
    public boolean hasError() {
        return way != Way.BY_PACE;
    }

    private static Forecast by(Way way, double reached, List<Past> past) {
        double value = foretell(way, reached, past);
        var errors = errors(way, past);
        double mean = errors.stream().mapToDouble(Math::abs).average().orElse(Double.NaN);
        double spread = Math.sqrt(errors.stream().mapToDouble(e -> e * e).sum() / errors.size()) * Math.sqrt(1 + 1.0 / errors.size());
        double width = TDistribution.of(past.size() - 1).inverseSurvivalProbability(TAIL) * spread * value;
        return new Forecast(Math.max(reached, value), Math.max(reached, value - width), Math.max(reached, value + width), mean, past.size(), way, spread);
    }

    /** The relative errors of this way: each past year foretold from the others. */
    private static List<Double> errors(Way way, List<Past> past) {
        var errors = new ArrayList<Double>();
        for (int y = 0; y < past.size(); y++) {
            var others = new ArrayList<>(past);
            var year = others.remove(y);
            double told = foretell(way, year.atPoint(), others);
            errors.add(year.total() == 0 ? told == 0 ? 0 : 1 : told / year.total() - 1);
        }
        return errors;
    }

    private static double foretell(Way way, double reached, List<Past> past) {
        return switch (way) {
            case BY_SHARE -> reached / sum(past.stream().mapToDouble(Past::atPoint)) * sum(past.stream().mapToDouble(Past::total));
            case BY_REST -> reached + past.stream().mapToDouble(p -> p.total() - p.atPoint()).average().orElse(Double.NaN);
            case BY_PACE -> throw new IllegalArgumentException("A pace needs no past years.");
        };
    }

    private static double sum(DoubleStream amounts) {
        return amounts.sum();
    }

    /** The chance that the year reaches a target, from 0 to 1. @param reached so far */
    public double chance(double target, double reached) {
        if (reached >= target) return 1;
        if (way == Way.BY_PACE) return NormalDistribution.of(0, spread).survivalProbability(Math.log((target - reached) / (value - reached)));
        if (spread == 0 || value == 0) return value >= target ? 1 : 0;
        return TDistribution.of(Math.max(1, years - 1)).survivalProbability((target / value - 1) / spread);
    }
}
