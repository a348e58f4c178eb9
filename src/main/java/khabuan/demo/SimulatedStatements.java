package khabuan.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What the welfare funds stated: in August 2561, and those that were brought up to date in fiscal year 2562 in quarter 3 and quarter 4 again, so that the country's and the regions' figures of all three days come
 *  out as the reports print them. It is reckoned from the last day backwards: what the others told in 2561 still stands, and the rest is divided over those that told anew. */
final class SimulatedStatements {

    private static final int CLASSES = 6, SOURCES = 6, KINDS = 9, BASIC = 4;
    private static final String[] KIND_WORDS = {"birth", "sickness", "death", "elderly", "disadvantaged", "education", "disaster", "public", "other"};
    private static final double[] SHARES = {0.47, 0.13, 0.28, 0.03, 0.003, 0.09};
    private static final LocalDate[] FROM = {LocalDate.of(2018, 7, 2), LocalDate.of(2019, 4, 22), LocalDate.of(2019, 7, 22)};
    private static final LocalDate[] UNTIL = {LocalDate.of(2018, 8, 20), LocalDate.of(2019, 6, 18), LocalDate.of(2019, 8, 19)};

    /** A fund with its figures on the three days: before, in between, at last. */
    private final class Told {
        final SimulatedFund fund;
        final long[][] classes = new long[3][CLASSES];
        final long[][] money = new long[3][SOURCES];
        final long[][] recipients = new long[3][KINDS];
        final long[][] paid = new long[3][KINDS];
        final long[] members = new long[3];

        Told(SimulatedFund fund) {
            this.fund = fund;
        }

        /** Whether it told anew, from that day on. */
        boolean toldOn(int time) {
            return time == 0 ? fund.foundedOn.isBefore(FROM[0]) : !fund.stale && fund.foundedOn.isBefore(FROM[time]);
        }
    }

    private final Numbers numbers;
    private final Ledger ledger;
    private static final int CODI = 2;
    private final Draw draw = Draw.of("welfare statements"), newly = Draw.of("welfare funds newly supported");
    private final Map<String, int[]> villagesLeft = new HashMap<>();
    private final Map<String, Integer> unknown = new HashMap<>();
    private List<Told> all;

    SimulatedStatements(Numbers numbers, Ledger ledger) {
        this.numbers = numbers;
        this.ledger = ledger;
    }

    void make(List<SimulatedFund> funds) {
        all = funds.stream().map(Told::new).toList();
        for (var region : PrintedFunds.REGIONS) lastOf(region);
        classesAtLast();
        welfareAtLast();
        twins();
        carry();
        for (var t : all) t.fund.newlySupported = !t.fund.stale && t.fund.survivor == null && t.toldOn(0) && t.money[2][CODI] > 0 && newly.chance(0.15);
        before(1);
        before(0);
        for (var told : all) enter(told);
    }

    private List<Told> of(PrintedFunds region) {
        return all.stream().filter(t -> t.fund.region == region && t.fund.survivor == null).toList();
    }

    private static long[] column(List<Told> of, ToLongFunction<Told> figure) {
        return of.stream().mapToLong(figure).toArray();
    }

    /** Members and money by source of the last day, so that the region's sums come out. */
    private void lastOf(PrintedFunds region) {
        var there = of(region);
        int[] members = draw.parts(region.members(), there.size(), 60);
        for (int i = 0; i < members.length; i++) there.get(i).members[2] = there.get(i).fund.members = members[i];
        for (int s = 0; s < SOURCES; s++) {
            double without = s == 0 ? 0 : s == CODI ? 0.08 : 0.35;
            var weights = column(there, t -> draw.chance(without) ? 0 : t.members[2] * (40 + draw.below(100)));
            var parts = Shares.divide(region.money()[s], weights);
            for (int i = 0; i < parts.length; i++) there.get(i).money[2][s] = parts[i];
        }
    }

    /** The country's classes of the last day; those that were not brought up to date have fewer members of no class. */
    private void classesAtLast() {
        var there = all.stream().filter(t -> t.fund.survivor == null).toList();
        var like = new double[there.size()][CLASSES];
        for (int i = 0; i < like.length; i++)
            for (int c = 0; c < CLASSES; c++) like[i][c] = there.get(i).members[2] * SHARES[c] * (0.7 + 0.6 * draw.share()) * (c == CLASSES - 1 && there.get(i).fund.stale ? 0.3 : 1);
        var fitted = Shares.fitted(like, column(there, t -> t.members[2]), Arrays.stream(PrintedFunds.AUGUST_2562.classes()).asLongStream().toArray());
        for (int i = 0; i < like.length; i++) there.get(i).classes[2] = fitted[i];
    }

    /** Every fund gives when somebody is born, sick, old or dies; not every one gives more than that. */
    private void welfareAtLast() {
        var there = all.stream().filter(t -> t.fund.survivor == null).toList();
        for (int k = 0; k < KINDS; k++) {
            boolean basic = k < BASIC;
            var recipients = Shares.divide(PrintedFunds.RECIPIENTS[k], column(there, t -> basic || draw.chance(0.55) ? t.members[2] : 0));
            var paid = Shares.divide(PrintedFunds.PAID[k], recipients);
            for (int i = 0; i < paid.length; i++) {
                there.get(i).recipients[2][k] = recipients[i];
                there.get(i).paid[2][k] = paid[i] * 100;
            }
        }
    }

    /** A fund that stood twice told the same twice, a little of it. */
    private void twins() {
        for (var twin : all) if (twin.fund.survivor != null) {
            var other = all.stream().filter(t -> t.fund == twin.fund.survivor).findFirst().orElseThrow();
            twin.members[2] = Math.max(60, other.members[2] / 8);
            twin.classes[2] = Shares.divide(twin.members[2], other.classes[2]);
            for (int s = 0; s < SOURCES; s++) twin.money[2][s] = other.money[2][s] / 8;
        }
    }

    /** What was not brought up to date was told on the first day. */
    private void carry() {
        for (var t : all) if (t.fund.stale) for (var figures : List.of(t.classes, t.money, t.recipients, t.paid)) figures[0] = figures[2];
        for (var t : all) if (t.fund.stale) t.members[0] = t.members[2];
    }

    /** The figures of an earlier day of those that told anew: the printed sums less what the others told, divided as on the day after it. */
    private void before(int time) {
        var printed = time == 1 ? PrintedFunds.JUNE_2562 : PrintedFunds.AUGUST_2561;
        var fresh = all.stream().filter(t -> !t.fund.stale && t.toldOn(time)).toList();
        var members = membersByRegion(printed, time);
        var money = moneyByRegion(printed, time);
        for (int r = 0; r < members.length; r++) {
            var region = PrintedFunds.REGIONS[r];
            var there = fresh.stream().filter(t -> t.fund.region == region).toList();
            var standing = all.stream().filter(t -> t.fund.region == region && t.fund.stale).toList();
            spread(there, members[r] - standing.stream().mapToLong(t -> t.members[0]).sum(), t -> t.members[time + 1], (t, v) -> t.members[time] = v);
            for (int s = 0; s < SOURCES; s++) {
                int source = s;
                spread(there, money[r][s] - standing.stream().mapToLong(t -> t.money[0][source]).sum(), t -> time == 0 && source == CODI && t.fund.newlySupported ? 0 : t.money[time + 1][source], (t, v) -> t.money[time][source] = v);
            }
        }
        classesBefore(printed, fresh, time);
        welfareBefore(printed, fresh, time);
    }

    private interface Taker {
        void take(Told told, long part);
    }

    private static void spread(List<Told> over, long sum, ToLongFunction<Told> weight, Taker taker) {
        if (sum < 0) throw new IllegalStateException("What still stands exceeds what is printed by " + -sum);
        var parts = Shares.divide(sum, column(over, weight));
        for (int i = 0; i < parts.length; i++) taker.take(over.get(i), parts[i]);
    }

    /** By region; of the earlier days the reports print the country's sum, and of June the North's. */
    private long[] membersByRegion(PrintedFunds.Country printed, int time) {
        var like = Arrays.stream(PrintedFunds.REGIONS).mapToLong(PrintedFunds::members).toArray();
        if (time == 0) return Shares.divide(printed.members(), like);
        like[4] = 0;
        var parts = Shares.divide(printed.members() - PrintedFunds.NORTH_MEMBERS_JUNE, like);
        parts[4] = PrintedFunds.NORTH_MEMBERS_JUNE;
        return parts;
    }

    private long[][] moneyByRegion(PrintedFunds.Country printed, int time) {
        var sources = Arrays.copyOf(printed.money(), SOURCES);
        var both = Shares.divide(printed.money()[4], new long[] {Arrays.stream(PrintedFunds.REGIONS).mapToLong(r -> r.money()[4]).sum(), Arrays.stream(PrintedFunds.REGIONS).mapToLong(r -> r.money()[5]).sum()});
        System.arraycopy(both, 0, sources, 4, 2);
        var rows = Arrays.stream(PrintedFunds.REGIONS).mapToLong(PrintedFunds::received).toArray();
        long all = LongStream.of(sources).sum();
        if (time == 1) {
            rows[4] = 0;
            rows = Shares.divide(all - PrintedFunds.NORTH_MONEY_JUNE, rows);
            rows[4] = PrintedFunds.NORTH_MONEY_JUNE;
        } else rows = Shares.divide(all, rows);
        return Shares.fitted(Arrays.stream(PrintedFunds.REGIONS).map(r -> Arrays.stream(r.money()).asDoubleStream().toArray()).toArray(double[][]::new), rows, sources);
    }

    private void classesBefore(PrintedFunds.Country printed, List<Told> fresh, int time) {
        if (printed.classes() == null) {
            for (var t : fresh) t.classes[time] = Shares.divide(t.members[time], t.classes[time + 1]);
            return;
        }
        var left = IntStream.range(0, CLASSES).mapToLong(c -> printed.classes()[c] - all.stream().filter(t -> t.fund.stale).mapToLong(t -> t.classes[0][c]).sum()).toArray();
        var fitted = Shares.fitted(fresh.stream().map(t -> Arrays.stream(t.classes[time + 1]).asDoubleStream().toArray()).toArray(double[][]::new), column(fresh, t -> t.members[time]), left);
        for (int i = 0; i < fitted.length; i++) fresh.get(i).classes[time] = fitted[i];
    }

    /** Of June the reports print all kinds together; of 2561 nothing: a little less. */
    private void welfareBefore(PrintedFunds.Country printed, List<Told> fresh, int time) {
        if (time == 0) {
            for (var t : fresh) for (int k = 0; k < KINDS; k++) {
                t.recipients[0][k] = t.recipients[1][k] * 9 / 10;
                t.paid[0][k] = t.recipients[0][k] == 0 ? 0 : t.paid[1][k] / 1000 * 900;
            }
            return;
        }
        var recipients = Shares.divide(printed.beneficiaries(), PrintedFunds.RECIPIENTS);
        var paid = Shares.divide(printed.paid() / 100, PrintedFunds.PAID);
        for (int k = 0; k < KINDS; k++) {
            int kind = k;
            spread(fresh, recipients[k] - all.stream().filter(t -> t.fund.stale).mapToLong(t -> t.recipients[0][kind]).sum(), t -> t.recipients[2][kind], (t, v) -> t.recipients[1][kind] = v);
            spread(fresh, paid[k] - all.stream().filter(t -> t.fund.stale).mapToLong(t -> t.paid[0][kind] / 100).sum(), t -> t.recipients[1][kind], (t, v) -> t.paid[1][kind] = v * 100);
        }
    }

    private void enter(Told told) {
        int villages = told.fund.survivor == null ? villages(told) : 1;
        Integer committee = told.fund.stale && isUnknown(told) ? null : 9 + draw.below(14);
        for (int time = 0; time < 3; time++) if (told.toldOn(time)) enter(told, time, villages, committee);
    }

    /** The villages of a region's funds add to what is printed. */
    private int villages(Told told) {
        var left = villagesLeft.computeIfAbsent(told.fund.region.code(), r -> Arrays.copyOf(draw.parts(told.fund.region.villages(), told.fund.region.funds(), 1), told.fund.region.funds() + 1));
        return left[left[told.fund.region.funds()]++];
    }

    private boolean isUnknown(Told told) {
        return unknown.merge(told.fund.region.code(), 1, Integer::sum) <= told.fund.region.unknown();
    }

    private void enter(Told told, int time, int villages, Integer committee) {
        long id = numbers.next();
        var day = draw.day(told.fund.foundedOn.isAfter(FROM[time]) ? told.fund.foundedOn : FROM[time], UNTIL[time]);
        if (time == 0) told.fund.tell(id, day, (int) told.members[0], told.money[0][CODI] > 0);
        if (time > 0 && draw.chance(0.7)) ledger.enter(day, Sheet.WELFARE_VISIT, told.fund.id, day, "เจ้าหน้าที่ภาค (จำลอง)", "ประธานกองทุน");
        var classes = told.classes[time];
        var money = told.money[time];
        String reason = time > 0 && isLess(told, time) ? "ตรวจทานทะเบียนสมาชิกและบัญชีใหม่" : "";
        ledger.enter(day, Sheet.WELFARE_STATEMENT, id, told.fund.id, time == 0 ? 2561 : 2562, time == 0 || time == 2 ? 4 : 3, day, told.members[time], classes[0], classes[1], classes[2], classes[3], classes[4], villages, committee,
                money[0], money[1], money[2], money[3], money[4], money[5], reason, "ผู้บันทึกภาค (จำลอง)", day, "เจ้าหน้าที่ภาค (จำลอง)", day);
        for (int k = 0; k < KINDS; k++)
            if (told.recipients[time][k] > 0) ledger.enter(day, Sheet.WELFARE_BENEFIT, numbers.next(), id, KIND_WORDS[k], told.recipients[time][k], told.paid[time][k]);
    }

    private static boolean isLess(Told told, int time) {
        return told.members[time] < told.members[time - 1] || LongStream.of(told.money[time]).sum() < LongStream.of(told.money[time - 1]).sum();
    }
}
