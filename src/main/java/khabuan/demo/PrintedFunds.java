package khabuan.demo;

/** What the reports print of the welfare funds, money in satang. Classes of members: of working age, young, elderly, disadvantaged, other, and those of no class, which no report names but the sums leave over.
 *  Sources: members, local authorities, CODI, other state agencies, other, donations. Kinds of welfare: birth, sickness, death, elderly, disadvantaged, education, disaster, public, other; the reports print
 *  sickness, death and all of them.
 *
 *  @param code the region; @param funds on 31 August 2562
 *  @param founded in fiscal year 2562, of them; @param early before the frames of matching subsidies were allotted, of those: the report prints how many funds there were by then; @param stale not brought up to date in it, of them; the report prints the country's 2,618 and the Northeast's 1,398
 *  @param unknown committees nobody knows of those: the report prints the Northeast's
 *  @param members, villages on that day; @param money by source
 *  @param target, complete how many should be, and are, of good quality with their one-page file */
record PrintedFunds(String code, int funds, int founded, int early, int stale, int unknown, int members, int villages, long[] money, int target, int complete) {

    static final PrintedFunds[] REGIONS = {
        new PrintedFunds("BE", 652, 2, 0, 209, 0, 634_424, 6_604, row(137872999021L, 14158709800L, 26825412328L, 7543830100L, 14588957801L, 3576734929L), 228, 242),
        new PrintedFunds("CW", 916, 4, 1, 293, 0, 635_124, 7_514, row(134752064620L, 14119802200L, 29650209700L, 4431004450L, 14969537228L, 4280810448L), 187, 271),
        new PrintedFunds("NE", 2_183, 6, 2, 1_398, 1_166, 2_255_198, 20_197, row(359398397810L, 33625190990L, 95196894941L, 11644915156L, 19804281851L, 9035732307L), 585, 654),
        new PrintedFunds("S", 1_103, 7, 0, 353, 0, 1_248_798, 8_142, row(201961163900L, 14988498213L, 68223825126L, 5161819586L, 12858544613L, 8047079342L), 511, 516),
        new PrintedFunds("N", 1_143, 2, 1, 365, 0, 1_221_430, 10_277, row(191258570423L, 28631156000L, 45052225259L, 19547267135L, 11496241895L, 7614005051L), 199, 202)};

    /** Founded between the end of quarter 3 and the end of the data: both in the Centre and West. */
    static final int FOUNDED_LAST = 2;
    /** Names that stood twice until the last quarter, in the North. */
    static final String[] TWICE = {"ช่างเคิ่ง", "ปิงโค้ง", "ห้วยทราย"};

    /** A day's figures of the country. @param money by source, the last two of them together where a report prints them so */
    record Country(int members, int[] classes, long[] money, int beneficiaries, long paid) {}

    static final Country AUGUST_2561 = new Country(5_313_977, null, row(992057892599L, 94207733242L, 259041246324L, 34163410049L, 103826609648L), 0, 0);
    static final Country JUNE_2562 = new Country(5_625_151, new int[] {2_741_555, 775_844, 1_658_416, 164_973, 13_513, 270_850},
            row(989403652249L, 101498199803L, 260464568474L, 47288110046L, 105896922866L), 1_972_680, 208_867_657_000L);
    static final Country AUGUST_2562 = new Country(5_994_974, new int[] {2_818_555, 777_825, 1_674_751, 148_503, 13_540, 561_800}, null, 1_973_697, 204_253_410_200L);
    /** What the North had in June: its rise until August is printed. */
    static final int NORTH_MEMBERS_JUNE = 1_221_430 - 55_429;
    static final long NORTH_MONEY_JUNE = 303_599_465_763L - 22_771_256_895L;
    /** By kind, on 31 August 2562, in persons and in baht. */
    static final long[] RECIPIENTS = {160_000, 823_818, 159_222, 310_000, 120_000, 140_000, 60_657, 150_000, 50_000};
    static final long[] PAID = {128_000_000, 442_110_715, 1_072_705_170, 170_000_000, 70_000_000, 60_000_000, 35_000_000, 44_718_217, 20_000_000};

    /** How many meet each of the ten indicators of quality, 1.1 to 1.10, at the end of quarter 3 and of the data, and how many meet the first five at once. */
    static final int[] QUALITY_JUNE = {1783, 1453, 1642, 1415, 1162, 1766, 1556, 1254, 1753, 1765}, QUALITY_AUGUST = {2831, 2574, 2726, 2549, 2381, 2820, 2556, 1995, 2811, 2819};
    static final int FIVE_JUNE = 779, FIVE_AUGUST = 1905;

    private static long[] row(long... figures) {
        return figures;
    }

    long received() {
        return java.util.Arrays.stream(money).sum();
    }
}
