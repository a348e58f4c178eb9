package khabuan.insight.outlook;

import java.util.Comparator;
import java.util.List;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.forecast.Forecast;
import khabuan.base.text.Percentage;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Light;
import khabuan.insight.indicator.Score;
import khabuan.insight.indicator.Scoreboard;

/** The outlook of a year at a moment.
 *  @param lines the counted indicators, parts among them, in print order */
public record Outlook(Scoreboard board, List<Line> lines) {

    /** An indicator with its forecast.
     *  @param aim the target in the measure of its results (of a share: heads); null for none
     *  @param forecast null when the year is too young to tell without past years, or it is not one that can be foretold
     *  @param pace of a forecast by pace; null otherwise
     *  @param chance that the year's target is reached; null when there is no target or forecast
     *  @param inHand how much is begun but not yet counted; null when that is not measured
     *  @param bars twelve quarters, the last the latest that has begun */
    public record Line(Score score, boolean part, Double aim, Forecast forecast, Pace pace, Double chance, Long inHand, String inHandPath, List<Region> regions, List<Bar> bars) {

        public Indicator indicator() {
            return score.indicator();
        }

        /** Whether the year's target will not be met, as far as can be told. @param level the chance below which this is said */
        public boolean isAtRisk(double level) {
            return chance != null && chance < level;
        }

        /** How much will be missing; 0 when nothing will. */
        public double missing() {
            return aim == null || forecast == null ? 0 : Math.max(0, aim - forecast.value());
        }

        /** The regions that will stay behind their targets, the one that lacks most first. */
        public List<Region> behind() {
            return regions.stream().filter(r -> r.missing() > 0).sorted((a, b) -> Double.compare(b.missing(), a.missing())).toList();
        }
    }

    /** A region. @param aim null for none @param forecast null when it can't be told @param chance that its target is reached; null when that can't be told */
    public record Region(String code, String name, Double reached, Double aim, Percentage percent, Light light, Forecast forecast, Double chance) {

        public double missing() {
            return aim == null || forecast == null ? 0 : Math.max(0, aim - forecast.value());
        }
    }

    /** A quarter in the small picture. @param share of the highest bar, from 0 to 1 @param value as written; "" when there is no report */
    public record Bar(FiscalQuarter quarter, double share, String value, Light light) {}

    /** Those whose target will not be met, the least likely first. */
    public List<Line> atRisk(double level) {
        return lines.stream().filter(l -> l.isAtRisk(level)).sorted((a, b) -> Double.compare(a.chance(), b.chance())).toList();
    }

    /** Those that can be drawn on a map: regions have reported them. */
    public List<Line> drawable() {
        return lines.stream().filter(l -> l.regions().stream().anyMatch(r -> r.reached() != null)).toList();
    }

    /** The names of the regions, as an indicator that all of them report tells them; empty when there is none. */
    public List<String> regionNames() {
        return lines.stream().map(Line::regions).max(Comparator.comparingInt(List::size)).orElse(List.of()).stream().map(Region::name).toList();
    }

    /** The mean of the past errors of all forecasts from past years, without sign; 0 when there are none. */
    public double error() {
        return lines.stream().filter(l -> l.forecast() != null && l.chance() != null && l.forecast().hasError()).mapToDouble(l -> l.forecast().error()).average().orElse(0);
    }
}
