package khabuan.insight.indicator;

import java.time.LocalDate;
import khabuan.base.place.Place;
import khabuan.insight.indicator.Quarters.Deadline;
import khabuan.insight.indicator.Results.Result;

/** What a place still owes the agreement for a quarter.
 *  @param place a region, or CENTRE
 *  @param result what is recorded; null when nothing is, and of a story */
record Owed(Indicator indicator, Deadline deadline, String place, State state, Result result) {

    /** How far it has come, what hinders most first. */
    enum State { RETURNED, MISSING, UNTOLD, WAITING;

        /** Whether those who report have to act; what waits is the certifier's. */
        boolean isToReport() {
            return this != WAITING;
        }

        String css() {
            return switch (this) {
                case RETURNED -> "bad";
                case MISSING, UNTOLD -> "warn";
                case WAITING -> "info";
            };
        }
    }

    /** Late when its day has passed. */
    boolean isLate(LocalDate today) {
        return deadline.isLate(today);
    }

    /** The very place that mends it. */
    String path() {
        return state == State.UNTOLD ? storyPath(indicator, deadline.quarter()) : path(indicator, deadline.quarter(), place);
    }

    /** Where the result of a place stands. */
    static String path(Indicator indicator, int quarter, String place) {
        return indicator.path() + "?quarter=" + quarter + "&place=" + place + "#result-" + quarter + "-" + place;
    }

    private static String storyPath(Indicator indicator, int quarter) {
        return indicator.path() + "?quarter=" + quarter + "&place=" + Place.COUNTRY.code() + "#story-" + Place.COUNTRY.code();
    }

    /** Where a place's work of a quarter stands on "My work". */
    static String group(int fiscalYear, int quarter, String place) {
        return "results-" + fiscalYear + "-" + quarter + "-" + place;
    }
}
