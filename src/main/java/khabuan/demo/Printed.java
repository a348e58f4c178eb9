package khabuan.demo;

import java.util.Arrays;
import java.util.List;

/** What the report of fiscal year 2562 prints of each region (tables 1–5 and the three without a number), and how the simulation divides it.
 *  A row of four is by the quarters of the year; the fourth ends with the data, on 26 August 2562.
 *
 *  @param code the region
 *  @param digit the first of the five digits of its councils' codes
 *  @param units local units (table 1)
 *  @param organisations, members in force (table 1)
 *  @param newCouncils registered in each quarter (table 2)
 *  @param oldCouncils registered before the year: table 1 less table 2
 *  @param newCertified of the new ones (unnumbered table of new councils)
 *  @param oldDocumented councils of earlier years whose จส.02-03 were attached: before the end of quarter 1, and in each later one (table 4)
 *  @param newDocumented councils of this year whose จส.02-03 were attached, by quarter (table 4 and the table of new councils);
 *         the South's 1,174 needs one more, see {@link #lastPapers()}
 *  @param due terms that have ended: by the end of quarter 1, and in each later one (table 5)
 *  @param dueAgain of those, second terms: what makes the South's 1,218 ended terms of 1,178 councils
 *  @param reviewed terms that were reviewed: by the end of quarter 1, and in each later one (table 5)
 *  @param mistakenReviews counted at the end of quarter 1, corrected in quarter 2 (table 5: 327, then 324)
 *  @param doubleTerms counted at the end of quarter 1, withdrawn in quarter 2 (table 5: 852, then 820)
 *  @param newOrganisations registered in the year (table 3)
 *  @param certifiedOrganisations newly certified in each quarter: the differences of table 3, whose columns are cumulative
 *  @param capable councils that meet the capacity test (table of the ก.พ.ร. indicator)
 *  @param targetNew, targetCapable the targets (table 2; table of the ก.พ.ร. indicator) */
record Printed(String code, int digit, int units, int organisations, int members, int[] newCouncils, int oldCouncils, int newCertified,
               int[] oldDocumented, int[] newDocumented, int[] due, int[] dueAgain, int[] reviewed, int mistakenReviews, int doubleTerms,
               int newOrganisations, int[] certifiedOrganisations, int capable, int targetNew, int targetCapable) {

    static final Printed[] REGIONS = {
        new Printed("BE", 1, 782, 18846, 25054, row(4, 11, 16, 5), 745, 36, row(542, 0, 0, 0), row(4, 9, 18, 5),
                row(565, 6, 24, 62), row(30, 1, 4, 8), row(322, 2, 1, 1), 5, 0, 487, row(0, 188, 7, 3), 191, 38, 171),
        new Printed("CW", 2, 1449, 23213, 48515, row(5, 14, 12, 8), 1402, 38, row(1369, 0, 3, 1), row(2, 2, 20, 5),
                row(990, 9, 34, 50), row(25, 1, 3, 4), row(414, 0, 9, 1), 0, 0, 695, row(2, 0, 0, 354), 327, 47, 322),
        new Printed("NE", 3, 2947, 58078, 97765, row(9, 0, 41, 116), 2644, 91, row(1785, 0, 0, 0), row(2, 0, 0, 90),
                row(1506, 58, 56, 142), row(30, 2, 2, 6), row(529, 2, 0, 0), 0, 0, 2619, row(0, 4, 0, 2441), 645, 307, 607),
        new Printed("S", 4, 1176, 17880, 33477, row(2, 7, 7, 24), 1138, 40, row(1138, 0, 0, 0), row(2, 7, 6, 20),
                row(891, 48, 237, 42), row(40, 20, 180, 10), row(621, 2, 6, 3), 0, 0, 382, row(15, 134, 74, 246), 277, 38, 262),
        new Printed("N", 5, 1471, 37262, 46154, row(1, 5, 31, 52), 1367, 85, row(1277, 0, 1, 5), row(1, 4, 20, 36),
                row(807, 13, 102, 42), row(40, 3, 12, 5), row(422, 66, 2, 7), 0, 45, 1022, row(0, 0, 3, 2), 316, 104, 314)};

    /** How many councils did each of the twelve missions of s.21 in fiscal year 2562 (table of missions). */
    static final int[] MISSIONS = {1952, 1841, 1775, 2390, 2331, 1646, 1805, 1803, 2394, 2086, 2013, 1985};

    private static int[] row(int... figures) {
        return figures;
    }

    int councils() {
        return oldCouncils + sum(newCouncils);
    }

    int surplus() {
        return Math.max(0, councils() - units);
    }

    /** Councils registered in each quarter of fiscal year 2561: the region's 805th part as printed, divided over the quarters as the country's 90, 38, 92 and 585. */
    int[] councilsOf2561() {
        long[][] shares = Shares.of(new long[] {65, 99, 404, 72, 165}, new long[] {90, 38, 92, 585});
        return Arrays.stream(shares[List.of("BE", "CW", "NE", "S", "N").indexOf(code)]).mapToInt(n -> (int) n).toArray();
    }

    /** Papers attached on the last day of August: the South prints 35 new councils with papers of 40, and only four councils without papers of
     *  all 1,178; both can't be so on one day, so the last paper comes a day after the one of which the 35 are. */
    int lastPapers() {
        return surplus() > 0 ? 1 : 0;
    }

    static int sum(int[] row) {
        return Arrays.stream(row).sum();
    }
}
