package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.demo.SimulatedProjects.Approved;
import khabuan.demo.SimulatedProjects.Wish;

/** Budgets and projects of fiscal years 2561 and 2562. What left in each quarter of 2561, and what was left of each part of its budget, is as published (indicator 7.2); so are the subsidies of the
 *  welfare funds of 2562 in every column of their table, and what the reports say of houses. The movement's own projects make up what is left to the quarters' sums. */
final class SimulatedMoney {

    /** What left in the quarters of 2561, in baht; the report prints 589.55, 512.09, 480.57 and 286.37 million, and 1,868.582 together. */
    private static final long[] LEFT_2561 = {589_552_000, 512_090_000, 480_570_000, 286_370_000};
    private static final long[] LEFT_2562 = {322_400_000, 488_700_000, 541_300_000, 318_600_000};
    private static final String[] OPERATIONS = {"operation-development", "operation-projects", "operation-personnel", "operation-administration", "operation-investment"};
    /** The institute's own budget of 2561: 341.30 million, that is 348.20 without the central budget of 6.90. Divided so that what was spent of it is the printed 51.3, 59.6, 123.4 and 28.4 million of operating expenses; the rest is invested. */
    private static final long[] OWN_BUDGET = {56_300_000, 64_900_000, 145_037_300, 48_130_700, 26_932_000};
    /** Printed: 21.6373 of personnel, 19.7307 of administration, 4.6744 of investment were left; 95.4056 of development, of which 10.3 here are the institute's own. */
    private static final long[] OWN_LEFT = {5_000_000, 5_300_000, 21_637_300, 19_730_700, 4_674_400};
    /** From October to August: 122.8 million of operating expenses in the first half of 2561, 72.4 in the third quarter and 67.5 in July and August are printed. */
    private static final long[] MONTHS = {1228, 1228, 1228, 1228, 1228, 1228, 1448, 1448, 1448, 2025, 2025};
    /** What was invested follows from the fixed assets that are printed of June and August. */
    private static final long[] MONTHS_OF_INVESTMENT = {94_576, 94_576, 94_576, 94_576, 94_576, 94_576, 100_000, 100_000, 100_000, 234_000, 234_000};
    /** Drawn from the Comptroller General in the quarters of 2561: 423.9 and 234.1 million are printed of the last two. */
    private static final long[] DRAWN_2561 = {505_365_000, 505_365_000, 423_900_000, 234_100_000};
    private static final long STATE_2561 = 1_668_730_000, STATE_2562 = 1_720_000_000;
    private static final long MOVED = 200_000_000, HELD_IN_CANAL = 241_000_000;
    private static final long[] UNITS = Arrays.stream(Printed.REGIONS).mapToLong(Printed::units).toArray();
    private final SimulatedBooks books;
    private final SimulatedProjects projects;
    private final SimulatedAdvances advances;
    private final SimulatedSubsidies subsidies;
    private final Map<String, List<Unit>> units;
    private final Map<String, Council> councils;
    private final Map<String, Long> accounts;
    private final Draw draw = Draw.of("money");
    private final Map<String, Integer> taken = new HashMap<>();

    /** @param councils by the code of their unit @param accounts of the demonstration's persons, by name */
    SimulatedMoney(SimulatedBooks books, SimulatedProjects projects, SimulatedAdvances advances, Map<String, List<Unit>> units, Map<String, Council> councils, SimulatedSubsidies subsidies, Map<String, Long> accounts) {
        this.books = books;
        this.projects = projects;
        this.advances = advances;
        this.subsidies = subsidies;
        this.units = units;
        this.councils = councils;
        this.accounts = accounts;
    }

    void make() {
        projects.callMeetings(2561);
        projects.callMeetings(2562);
        new SimulatedVouchers(books).make();
        budget(2561, STATE_2561, DRAWN_2561);
        year2561();
        budget(2562, STATE_2562, Shares.divide(STATE_2562, new long[] {1, 1, 1, 1}));
        year2562();
        projects.holdMeetings();
    }

    private void budget(int year, long state, long[] drawn) {
        books.give(year, "state", "development", Baht.of(state));
        for (int i = 0; i < OPERATIONS.length; i++) books.give(year, "codi", SimulatedBooks.category(OPERATIONS[i]), Baht.of(OWN_BUDGET[i]));
        for (int q = 1; q <= 4; q++) books.draw(new FiscalYear(year).quarter(q).start(), Baht.of(drawn[q - 1]));
    }

    /** What offices spend themselves, month by month until August: the centre half of it, the regions the rest. */
    private void own(int year, long[] budget, long[] left) {
        for (int i = 0; i < OPERATIONS.length; i++) {
            var offices = new ArrayList<>(List.of("C"));
            Arrays.stream(Printed.REGIONS).forEach(r -> offices.add(r.code()));
            long[] weights = {5, 1, 1, 1, 1, 1};
            var granted = Shares.divide(budget[i], weights);
            var spent = Shares.divide(budget[i] - left[i], weights);
            for (int o = 0; o < offices.size(); o++) {
                var frame = books.frame(year, OPERATIONS[i], offices.get(o));
                books.allot(frame, Baht.of(granted[o]));
                var months = Shares.divide(spent[o], OPERATIONS[i].endsWith("investment") ? MONTHS_OF_INVESTMENT : MONTHS);
                for (int m = 0; m < months.length; m++) books.spend(frame, Baht.of(months[m]), YearMonth.from(new FiscalYear(year).start()).plusMonths(m).atDay(25), "ค่าใช้จ่ายประจำเดือน");
            }
        }
    }

    /** A unit that has no project of the programme yet. */
    private Unit next(int year, String programme, String region) {
        var there = units.get(region);
        int at = taken.merge(year + programme + region, 1, Integer::sum) - 1;
        return there.get((at * 7 + Math.floorMod(programme.hashCode(), there.size())) % there.size());
    }

    private Approved approve(int year, String programme, String region, String title, Integer counted, Integer of, Baht amount, YearMonth month) {
        var unit = next(year, programme, region);
        return projects.approve(year, new Wish(programme, unit, councils.get(unit.code()), title + unit.title(), counted, of, amount), month);
    }

    private static YearMonth month(int year, int index) {
        return YearMonth.from(new FiscalYear(year).start()).plusMonths(index);
    }

    private LocalDate workday(LocalDate from, int within) {
        return draw.day(from, from.plusDays(within));
    }

    /** Frames of a programme in the regions, for what will be approved there. */
    private void frames(int year, String programme, long[] baht) {
        for (int r = 0; r < 5; r++) if (baht[r] > 0) books.allot(books.frame(year, programme, Printed.REGIONS[r].code()), Baht.of(baht[r]));
    }

    private void year2561() {
        own(2561, OWN_BUDGET, OWN_LEFT);
        ruralHouses(2561, 1338, 16275, 303_600_000);
        canals();
        urbanHouses();
        temporaryHouses();
        homeless();
        subsidies.make2561();
        rest(2561, LEFT_2561);
    }

    /** Ban Pho Phiang: paid four fifths soon after the agreement, the rest when the houses stand. */
    private void ruralHouses(int year, int count, int houses, long baht) {
        var inRegion = Shares.divide(count, UNITS);
        var housesIn = Shares.divide(houses, UNITS);
        var bahtIn = Shares.divide(baht, housesIn);
        frames(year, "baan-phor-phiang", bahtIn);
        for (int r = 0; r < 5; r++) {
            var each = draw.parts((int) housesIn[r], (int) inRegion[r], 3);
            var amounts = Shares.divide(bahtIn[r], Arrays.stream(each).asLongStream().toArray());
            for (int i = 0; i < each.length; i++) {
                int m = 1 + i * 7 / each.length;
                var project = approve(year, "baan-phor-phiang", Printed.REGIONS[r].code(), "บ้านพอเพียงชนบท ", each[i], null, Baht.of(amounts[i]), month(year, m));
                var parts = Baht.of(amounts[i]).divide(List.of(80, 20));
                var first = workday(month(year, m + 1).atDay(3), 20);
                boolean built = draw.chance(0.93);
                project.instalment(parts.get(0), first, first);
                var second = workday(first.plusDays(35), 25);
                project.instalment(parts.get(1), first.plusDays(60), built ? inYear(year, second) : null);
                if (built && inYear(year, second) != null) project.close(second.plusDays(9));
            }
        }
    }

    /** A day of the year's data; null beyond. */
    private static LocalDate inYear(int year, LocalDate day) {
        var last = LocalDate.of(year - 543, 8, 26);
        return day.isAfter(last) ? null : day;
    }

    private void canals() {
        books.allot(books.frame(2561, "canal", "BE"), Baht.of(HELD_IN_CANAL));
        books.allot(books.frame(2561, "canal-affected", "BE"), Baht.of(13_032_000));
        var houses = draw.parts(534, 31, 4);
        var amounts = Shares.divide(40_966_612, Arrays.stream(houses).asLongStream().toArray());
        for (int i = 0; i < 31; i++) paidWhole(approve(2561, "canal", "BE", "ที่อยู่อาศัยชุมชนริมคลอง ", houses[i], null, Baht.of(amounts[i]), month(2561, i / 5)), Baht.of(amounts[i]), List.of(50, 50), i / 5);
        var affected = draw.parts(181, 8, 5);
        for (int i = 0; i < 8; i++) paidWhole(approve(2561, "canal-affected", "BE", "ช่วยเหลือผู้ได้รับผลกระทบริมคลอง ", affected[i], null, Baht.of(72_000L * affected[i]), month(2561, i)), Baht.of(72_000L * affected[i]), List.of(100), i);
    }

    private void paidWhole(Approved project, Baht amount, List<Integer> shares, int monthOfApproval) {
        var day = month(2561, monthOfApproval + 1).atDay(2);
        for (var part : amount.divide(shares)) {
            day = workday(day.plusDays(1), 20);
            project.instalment(part, day, day);
        }
        project.close(day.plusDays(10));
    }

    /** Baan Mankong: 200 million come from the canals on 30 April 2561; what is not built is carried into 2562. */
    private void urbanHouses() {
        var houses = draw.parts(7590, 80, 20);
        var bahtIn = new long[5];
        for (int i = 0; i < 80; i++) bahtIn[i % 5] += 30_000L * houses[i];
        var before = Arrays.stream(bahtIn).map(b -> b - MOVED / 5).toArray();
        frames(2561, "baan-mankong", before);
        for (int r = 0; r < 5; r++)
            books.transfer(books.frame(2561, "canal", "BE"), books.frame(2561, "baan-mankong", Printed.REGIONS[r].code()), Baht.of(MOVED / 5), LocalDate.of(2018, 4, 30), "สำนักงบประมาณ และคณะกรรมการสถาบัน",
                    "แผนการสร้างเขื่อนริมคลองยังไม่ชัดเจน จึงปรับแผนมาที่บ้านมั่นคง");
        var granted = new long[5];
        for (int i = 0; i < 80; i++) {
            int r = i % 5;
            var amount = Baht.of(30_000L * houses[i]);
            granted[r] += amount.satang() / 100;
            int m = granted[r] <= before[r] ? i / 16 + 1 : 7 + i % 3;
            var project = approve(2561, "baan-mankong", Printed.REGIONS[r].code(), "บ้านมั่นคง ", houses[i], null, amount, month(2561, m));
            built(project, amount.divide(List.of(40, 40, 20)), month(2561, m + 1).atDay(3), m < 7 ? 100 : 33);
        }
    }

    /** Three instalments, as far as the houses have come; what was not paid in the budget year is carried, and paid in the next. */
    private void built(Approved project, List<Baht> parts, LocalDate from, int days) {
        var day = from;
        var open = new ArrayList<Baht>();
        var paid = new ArrayList<LocalDate>();
        for (int i = 0; i < 3; i++) {
            day = workday(day.plusDays(i == 0 ? 1 : days), 14);
            paid.add(inYear(2561, day));
            if (paid.get(i) == null) open.add(parts.get(i));
        }
        open.stream().reduce(Baht::plus).ifPresent(project::carry);
        for (int i = 0; i < 3; i++) {
            var late = LocalDate.of(2018, 11, 5).plusDays(45L * i);
            boolean stuck = paid.get(i) == null && draw.chance(0.25);
            project.instalment(parts.get(i), paid.get(i) == null ? late : paid.get(i), paid.get(i) != null ? paid.get(i) : stuck ? null : workday(late, 30));
            if (stuck) for (int rest = i + 1; rest < 3; rest++) project.instalment(parts.get(rest), late.plusDays(60L * rest), null);
            if (stuck) return;
        }
    }

    private void temporaryHouses() {
        var houses = draw.parts(1574, 60, 5);
        var amounts = Shares.divide(18_469_447, Arrays.stream(houses).asLongStream().toArray());
        var bahtIn = new long[5];
        for (int i = 0; i < 60; i++) bahtIn[i % 5] += amounts[i];
        frames(2561, "temporary-housing", bahtIn);
        for (int i = 0; i < 60; i++) paidWhole(approve(2561, "temporary-housing", Printed.REGIONS[i % 5].code(), "ที่อยู่อาศัยชั่วคราว ", houses[i], null, Baht.of(amounts[i]), month(2561, i / 7)), Baht.of(amounts[i]), List.of(100), i / 7);
    }

    private void homeless() {
        for (var region : List.of("NE", "BE")) {
            books.allot(books.frame(2561, "homeless", region), Baht.of(16_000_000));
            var project = approve(2561, "homeless", region, "ศูนย์คนไร้บ้าน ", 1, null, Baht.of(16_000_000), month(2561, 3));
            project.carry(Baht.of(8_000_000));
            project.instalment(Baht.of(8_000_000), LocalDate.of(2018, 3, 5), LocalDate.of(2018, 3, 9));
            project.instalment(Baht.of(8_000_000), LocalDate.of(2019, 6, 30), null);
        }
    }

    /** The movement's own projects, as many as make up the sum of each quarter. */
    private void rest(int year, long[] left) {
        for (int q = 1; q <= 4; q++) {
            long baht = left[q - 1] - books.disbursed(year, q).satang() / 100;
            if (books.disbursed(year, q).satang() % 100 != 0 || baht <= 0) throw new IllegalStateException("Quarter " + q + " of " + year + " lacks " + baht + " baht");
            var bahtIn = Shares.divide(baht, UNITS);
            frames(year, "community", bahtIn);
            for (int r = 0; r < 5; r++) {
                int count = (int) Math.max(1, bahtIn[r] / 420_000);
                for (var amount : projects.parts(bahtIn[r], count, 60_000)) ownProject(year, q, Printed.REGIONS[r].code(), amount);
            }
        }
    }

    private void ownProject(int year, int quarter, String region, Baht amount) {
        int first = (quarter - 1) * 3;
        var project = approve(year, "community", region, "พัฒนาขบวนองค์กรชุมชน ", null, null, amount, month(year, first));
        var parts = amount.divide(List.of(60, 40));
        var day = workday(month(year, first + 1).atDay(1), 9);
        project.instalment(parts.get(0), day, day);
        var second = workday(day.plusDays(3), 8);
        project.instalment(parts.get(1), second, second);
        if (draw.chance(0.8)) project.close(second.plusDays(10));
    }

    private void year2562() {
        own(2562, OWN_BUDGET, new long[] {9_000_000, 9_000_000, 22_000_000, 14_000_000, 9_000_000});
        subsidies.make2562();
        ruralHouses(2562, 1180, 14600, 275_000_000);
        new SimulatedDesk(books, projects, (programme, region) -> next(2562, programme, region), councils, accounts).make();
        advances.make();
        books.allowOver(books.frame(2562, "baan-mankong", "S"), Baht.of(2_000_000), LocalDate.of(2019, 8, 15), "คณะกรรมการสถาบัน ครั้งที่ 8/2562 (จำลอง)", "บ้านที่ถูกพายุในสองจังหวัดต้องซ่อมก่อนสิ้นฤดูฝน");
        rest(2562, LEFT_2562);
    }
}
