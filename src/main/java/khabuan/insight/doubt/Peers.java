package khabuan.insight.doubt;

import java.util.Collection;

/** What is usual among peers, told by the median and the median absolute deviation, which a few wrong values don't shift.
 *  @param deviation the median absolute deviation, scaled to the standard deviation of a normal distribution
 *  @see <a href="https://doi.org/10.1080/00401706.1993.10485010">Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): 3.5 deviations</a> */
record Peers(double median, double deviation) {

    static final double FAR = 3.5;

    static Peers of(Collection<Double> values) {
        double median = median(values.stream().mapToDouble(v -> v).sorted().toArray());
        double spread = median(values.stream().mapToDouble(v -> Math.abs(v - median)).sorted().toArray());
        return new Peers(median, spread * 1.4826);
    }

    private static double median(double[] sorted) {
        if (sorted.length == 0) return 0;
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How many deviations a value lies away; 0 when the peers don't differ at all, so that nothing is far. */
    double away(double value) {
        return deviation == 0 ? 0 : Math.abs(value - median) / deviation;
    }
}
