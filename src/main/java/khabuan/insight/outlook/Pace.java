package khabuan.insight.outlook;

/** How fast a year went so far, against what it still takes: for indicators without past years to compare with.
 *  @param elapsed the share of the year's work that the plan had foreseen up to now, from 0 to 1; of the days where no quarters are planned
 *  @param soFar what was reached, of what the plan had foreseen up to now: 0.62 for 62 %
 *  @param needed what must be reached from now on, of what the plan foresees for the rest; infinite when it foresees nothing */
public record Pace(double elapsed, double soFar, double needed) {

    static Pace of(double reached, double aim, double elapsed) {
        double left = aim * (1 - elapsed);
        return new Pace(elapsed, reached / (aim * elapsed), left > 0 ? Math.max(0, aim - reached) / left : Double.POSITIVE_INFINITY);
    }
}
