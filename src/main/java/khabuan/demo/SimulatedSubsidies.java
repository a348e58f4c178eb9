package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import khabuan.base.money.Baht;
import khabuan.demo.SimulatedProjects.Approved;
import khabuan.demo.SimulatedProjects.Wish;

/** The matching subsidies of the welfare funds of fiscal year 2562, as the report prints them by region: frames, funds, members and money. In the Northeast a fund gave 131,327 baht back, which went to another
 *  one: so 130,201,446 baht left the frame of 130,070,119. */
final class SimulatedSubsidies {

    /** A line of the printed table.
     *  @param firstTime funds asking for the first time; @param asking members who ask; @param funds in the region; @param members of the funds that were approved; @param subsidised of them */
    private record Line(String region, int firstTime, int asking, int funds, long frame, int approved, int members, int subsidised) {}

    private static final List<Line> PRINTED = List.of(new Line("N", 4, 133_641, 1_145, 42_161_041, 202, 229_469, 195_751), new Line("NE", 17, 313_326, 2_179, 130_070_119, 440, 567_528, 421_557),
            new Line("S", 45, 469_179, 1_096, 99_683_292, 412, 780_278, 321_410), new Line("CW", 13, 101_624, 913, 55_022_990, 274, 329_181, 185_185),
            new Line("BE", 3, 164_037, 650, 50_479_545, 179, 256_614, 167_987));
    private static final long RETURNED = 131_327;
    private final SimulatedBooks books;
    private final SimulatedProjects projects;
    private final Function<String, Unit> units;
    private final Map<String, Council> councils;
    private final Draw draw;

    SimulatedSubsidies(SimulatedBooks books, SimulatedProjects projects, Function<String, Unit> units, Map<String, Council> councils, Draw draw) {
        this.books = books;
        this.projects = projects;
        this.units = units;
        this.councils = councils;
        this.draw = draw;
    }

    void make() {
        PRINTED.forEach(this::make);
    }

    private void make(Line line) {
        var frame = books.frame(2562, "welfare", line.region());
        books.allot(frame, Baht.of(line.frame()));
        books.basis(frame, "first-time", line.firstTime());
        books.basis(frame, "members-asking", line.asking());
        books.basis(frame, "funds", line.funds());
        var subsidised = draw.parts(line.subsidised(), line.approved(), 20);
        var others = draw.parts(line.members() - line.subsidised(), line.approved(), 0);
        var amounts = Shares.divide(line.frame(), Arrays.stream(subsidised).asLongStream().toArray());
        boolean back = line.region().equals("NE");
        int giver = 0, taker = line.approved() - 1;
        if (back) {
            amounts[taker] = Math.max(amounts[taker], RETURNED);
            amounts[giver] += line.frame() - Arrays.stream(amounts).sum();
        }
        for (int i = 0; i < amounts.length; i++) {
            long granted = amounts[i] + (back && i == giver ? RETURNED : 0);
            var project = approve(line.region(), subsidised[i], subsidised[i] + others[i], Baht.of(granted), back && i == taker ? YearMonth.of(2019, 7) : YearMonth.of(2019, 1 + i % 6));
            if (back && i == giver) project.takeBack(Baht.of(RETURNED), LocalDate.of(2019, 7, 3), "สมาชิกที่ขอสมทบซ้ำกับกองทุนอื่น");
        }
    }

    private Approved approve(String region, int counted, int of, Baht amount, YearMonth month) {
        var unit = units.apply(region);
        var project = projects.approve(2562, new Wish("welfare", unit, councils.get(unit.code()), "สมทบกองทุนสวัสดิการชุมชน " + unit.title(), counted, of, amount), month);
        var from = month.plusMonths(1).atDay(1);
        var day = draw.day(from, from.plusDays(20));
        project.instalment(amount, day, day);
        return project;
    }
}
