package khabuan.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws of lots that fall the same each time: one sequence for each purpose. */
final class Draw {

    static final LocalDate[] QUARTER_STARTS = {LocalDate.of(2018, 10, 1), LocalDate.of(2019, 1, 1), LocalDate.of(2019, 4, 1), LocalDate.of(2019, 7, 1)};
    /** The last day of each quarter of fiscal year 2562; the fourth ends with the data. */
    static final LocalDate[] QUARTER_ENDS = {LocalDate.of(2018, 12, 31), LocalDate.of(2019, 3, 31), LocalDate.of(2019, 6, 30), LocalDate.of(2019, 8, 26)};
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private final RandomGenerator lots;

    private Draw(RandomGenerator lots) {
        this.lots = lots;
    }

    static Draw of(String purpose) {
        return new Draw(RandomGeneratorFactory.of("L64X128MixRandom").create(2562L * 31 + purpose.hashCode()));
    }

    /** A number from 0 up to, without, the bound. */
    int below(int bound) {
        return lots.nextInt(bound);
    }

    boolean chance(double share) {
        return lots.nextDouble() < share;
    }

    double share() {
        return lots.nextDouble();
    }

    <T> T one(List<T> of) {
        return of.get(lots.nextInt(of.size()));
    }

    <T> T one(T[] of) {
        return of[lots.nextInt(of.length)];
    }

    /** A working day from one day to another, both included. No day falls between 27 August and 2 September: the report takes its figures
     *  on four days of that week, and nothing that is counted may change between them. */
    LocalDate day(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) throw new IllegalArgumentException(from + " – " + to);
        LocalDate day = from;
        for (int i = 0; i < 60; i++) {
            day = from.plusDays(lots.nextLong(to.toEpochDay() - from.toEpochDay() + 1));
            if (!WEEKEND.contains(day.getDayOfWeek()) && !shunned(day)) return day;
        }
        return shunned(day) ? from : day;
    }

    private static boolean shunned(LocalDate day) {
        return day.getMonthValue() == 8 && day.getDayOfMonth() > 26 || day.getMonthValue() == 9 && day.getDayOfMonth() < 3;
    }

    LocalDate inQuarter(int quarter, LocalDate notBefore) {
        var from = QUARTER_STARTS[quarter].isBefore(notBefore) ? notBefore : QUARTER_STARTS[quarter];
        return day(from, QUARTER_ENDS[quarter]);
    }

    <T> List<T> shuffled(List<T> of) {
        var list = new ArrayList<>(of);
        for (int i = list.size() - 1; i > 0; i--) java.util.Collections.swap(list, i, lots.nextInt(i + 1));
        return list;
    }

    /** Divides a sum into uneven parts of at least the least. */
    int[] parts(int sum, int count, int least) {
        var weights = new double[count];
        double all = 0;
        for (int i = 0; i < count; i++) all += weights[i] = 0.35 + lots.nextDouble() * lots.nextDouble() * 2.6;
        var parts = new int[count];
        int left = sum;
        for (int i = 0; i < count; i++) left -= parts[i] = least + (int) ((sum - (long) least * count) * weights[i] / all);
        for (int i = 0; left > 0; i = (i + 1) % count, left--) parts[i]++;
        return parts;
    }
}
