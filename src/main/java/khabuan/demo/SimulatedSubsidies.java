package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import khabuan.base.money.Baht;
import khabuan.demo.SimulatedProjects.Approved;
import khabuan.demo.SimulatedProjects.Wish;

/** The matching subsidies of the welfare funds, which the funds carry out themselves. Of fiscal year 2562 as the report prints them by region: frames, funds, members and money; in the Northeast a fund gave 131,327 baht back,
 *  which went to another one: so 130,201,446 baht left the frame of 130,070,119. Of 2561: 989 funds with 885,104 members, 128,594,716 baht. No fund has more members subsidised than it tells of. */
final class SimulatedSubsidies {

    /** A line of the printed table.
     *  @param firstTime funds asking for the first time; @param asking members who ask; @param members of the funds that were approved; @param subsidised of them */
    private record Line(String region, int firstTime, int asking, long frame, int approved, int members, int subsidised) {}

    private static final List<Line> PRINTED = List.of(new Line("N", 4, 133_641, 42_161_041, 202, 229_469, 195_751), new Line("NE", 17, 313_326, 130_070_119, 440, 567_528, 421_557),
            new Line("S", 45, 469_179, 99_683_292, 412, 780_278, 321_410), new Line("CW", 13, 101_624, 55_022_990, 274, 329_181, 185_185),
            new Line("BE", 3, 164_037, 50_479_545, 179, 256_614, 167_987));
    private static final long RETURNED = 131_327, GIVEN_MOST = 340;
    private static final Baht OFFERED = Baht.of(350);
    private static final LocalDate OPENED = SimulatedFunds.ALLOTTED;
    private static final long[] UNITS = Arrays.stream(Printed.REGIONS).mapToLong(Printed::units).toArray();
    private final SimulatedBooks books;
    private final SimulatedProjects projects;
    private final List<SimulatedFund> funds;
    private final Ledger ledger;
    private final long round;
    private final Draw lots = Draw.of("subsidies");

    SimulatedSubsidies(SimulatedBooks books, SimulatedProjects projects, List<SimulatedFund> funds, Numbers numbers, Ledger ledger) {
        this.books = books;
        this.projects = projects;
        this.funds = funds.stream().filter(f -> f.survivor == null).toList();
        this.ledger = ledger;
        this.round = numbers.next();
    }

    void make2562() {
        ledger.enter(OPENED, Sheet.SUBSIDY_ROUND, round, 2562, 1, OPENED, LocalDate.of(2019, 6, 30), OFFERED.satang(), 365);
        PRINTED.forEach(this::make);
    }

    private void make(Line line) {
        var frame = books.frame(2562, "welfare", line.region());
        books.allot(frame, Baht.of(line.frame()), OPENED);
        books.asking(frame, line.asking());
        var chosen = new ArrayList<>(chosen(line.region(), line.firstTime(), 0, OPENED, f -> f.newlySupported));
        chosen.addAll(chosen(line.region(), line.approved() - line.firstTime(), line.members(), OPENED, f -> f.supported));
        var members = Shares.divide(line.members(), chosen.stream().mapToLong(f -> f.before).toArray());
        long slack = 100 - line.subsidised() * 100L / Math.min(line.members(), chosen.stream().mapToLong(f -> f.before).sum());
        var subsidised = Shares.divide(line.subsidised(), chosen.stream().mapToLong(f -> f.before * (100 - lots.below((int) slack + 1))).toArray());
        var amounts = Shares.divide(line.frame(), subsidised);
        boolean back = line.region().equals("NE");
        int giver = largest(subsidised, -1), taker = largest(subsidised, giver);
        if (back) giveAlike(amounts, subsidised, giver);
        for (int i = 0; i < amounts.length; i++) {
            var granted = Baht.of(amounts[i] + (back && i == giver ? RETURNED : 0));
            var month = back && i == taker ? YearMonth.of(2019, 7) : YearMonth.of(2019, 1 + i % 6);
            var project = approve(2562, chosen.get(i), (int) subsidised[i], (int) members[i], granted, month);
            request(chosen.get(i), (int) subsidised[i], granted, project.id, SimulatedProjects.meets(month));
            if (back && i == giver) project.takeBack(Baht.of(RETURNED), LocalDate.of(2019, 7, 3), "สมาชิกที่ขอสมทบซ้ำกับกองทุนอื่น");
        }
    }

    /** The giver had a little more for each member than the others before it gave back; what it has less after it, they have more. */
    private static void giveAlike(long[] amounts, long[] subsidised, int giver) {
        long kept = subsidised[giver] * GIVEN_MOST - RETURNED;
        var others = subsidised.clone();
        others[giver] = 0;
        var more = Shares.divide(amounts[giver] - kept, others);
        for (int i = 0; i < amounts.length; i++) amounts[i] += more[i];
        amounts[giver] = kept;
    }

    /** The fund had asked before, by what it had told of itself in August 2561. */
    private void request(SimulatedFund fund, int counted, Baht granted, long project, LocalDate approvedOn) {
        long offered = OFFERED.satang();
        ledger.enter(approvedOn, Sheet.SUBSIDY_REQUEST, round, fund.id, "statement", fund.statement, fund.statedOn, fund.before, counted, counted, offered, counted * offered, approvedOn.minusDays(25), "ผู้บันทึกภาค (จำลอง)",
                granted.satang(), approvedOn.minusDays(20), "เจ้าหน้าที่ภาค (จำลอง)", project);
    }

    private static int largest(long[] of, int but) {
        return IntStream.range(0, of.length).filter(i -> i != but).boxed().max(Comparator.comparing(i -> of[i])).orElseThrow();
    }

    void make2561() {
        var count = Shares.divide(989, UNITS);
        var members = Shares.divide(885_104, UNITS);
        var baht = Shares.divide(128_594_716, members);
        for (int r = 0; r < 5; r++) {
            String region = Printed.REGIONS[r].code();
            books.allot(books.frame(2561, "welfare", region), Baht.of(baht[r]));
            var chosen = chosen(region, (int) count[r], members[r], LocalDate.of(2017, 10, 1), f -> f.supported);
            var subsidised = Shares.divide(members[r], chosen.stream().mapToLong(f -> f.before).toArray());
            var amounts = Shares.divide(baht[r], subsidised);
            for (int i = 0; i < amounts.length; i++) {
                var month = YearMonth.of(2017, 12).plusMonths(i * 7L / amounts.length);
                approve(2561, chosen.get(i), (int) subsidised[i], null, Baht.of(amounts[i]), month).close(month.plusMonths(1).atEndOfMonth());
            }
        }
    }

    /** As many funds of a region as are wanted, of those that stood by a day and told of themselves in August 2561, but the one whose treasurer signs in: drawn by lot, the larger ones rather than others; the largest when those have too few members. */
    private List<SimulatedFund> chosen(String region, int count, long members, LocalDate day, Predicate<SimulatedFund> of) {
        var there = funds.stream().filter(of).filter(f -> f.region.code().equals(region) && f.statement > 0 && f.stoodOn(day) && !f.unit.code().equals(DemoAccounts.fundUnit())).sorted(Comparator.comparing((SimulatedFund f) -> -f.before)).toList();
        var lot = there.stream().map(f -> new Lot(f, f.before * (0.4 + 0.6 * lots.share()))).sorted(Comparator.comparing(l -> -l.weight)).limit(count).map(Lot::fund).toList();
        return lot.stream().mapToLong(f -> f.before).sum() < members ? there.subList(0, count) : lot;
    }

    private record Lot(SimulatedFund fund, double weight) {}

    private Approved approve(int year, SimulatedFund fund, int counted, Integer of, Baht amount, YearMonth month) {
        var project = projects.approve(year, new Wish("welfare", fund.unit, null, fund.id, "สมทบกองทุนสวัสดิการชุมชน " + fund.unit.title(), counted, of, amount), month);
        var from = month.plusMonths(1).atDay(1);
        var day = lots.day(from, from.plusDays(20));
        project.instalment(amount, day, day);
        return project;
    }
}
