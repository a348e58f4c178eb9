package khabuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import khabuan.base.calendar.FiscalYear;

/** The letters that the old systems printed: number and day, no copy. The report prints their sums for the country only; they are divided among the regions in proportion
 *  to the councils with papers of registration, and to the organisations. */
final class SimulatedLetters {

    /** Councils and organisations with a print history (section 3.2 of the report). */
    private static final int COUNCILS = 5701, ORGANISATIONS = 131742;
    private static final LocalDate PRINTING_BEGAN = LocalDate.of(2010, 10, 1), OFFICES_OPENED = LocalDate.of(2018, 10, 1);
    private static final Map<String, String> OFFICES = Map.of("BE", "กทม.", "CW", "กลาง", "NE", "อีสาน", "S", "ใต้", "N", "เหนือ");
    private static final Map<String, String> SIGNATORIES = Map.of("BE", "นายสมนึก จำลอง", "CW", "นางสาวพิมพา สมมุติ", "NE", "นายบุญส่ง สาธิต", "S", "นางฟาตีมะห์ จำลอง", "N", "นายอินถา สมมุติ");

    private final Ledger ledger;
    private final Draw draw = Draw.of("letters");
    private final Map<String, Integer> numbers = new TreeMap<>();

    SimulatedLetters(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A record that may have a letter. */
    record Bearer(long id, LocalDate from) {}

    void make(Printed region, List<Council> councils, List<Bearer> organisations) {
        ledger.enterOn(OFFICES_OPENED, Sheet.SIGNATORY, region.code(), SIGNATORIES.get(region.code()), "ผู้อำนวยการ" + office(region), "ปฏิบัติการแทนผู้อำนวยการสถาบันพัฒนาองค์กรชุมชน", OFFICES_OPENED);
        var documented = councils.stream().filter(c -> c.documented && !c.surplus).map(c -> new Bearer(c.id, c.registeredOn)).toList();
        letters(region, "council", documented, share(region, COUNCILS, r -> Printed.sum(r.oldDocumented()) + Printed.sum(r.newDocumented())));
        letters(region, "organisation", organisations, share(region, ORGANISATIONS, Printed::organisations));
    }

    private static String office(Printed region) {
        return "สำนักงานภาค" + switch (region.code()) {
            case "BE" -> "กรุงเทพฯ ปริมณฑลและตะวันออก";
            case "CW" -> "กลางและตะวันตก";
            case "NE" -> "ตะวันออกเฉียงเหนือ";
            case "S" -> "ใต้";
            default -> "เหนือ";
        };
    }

    /** The region's part of a sum: what all regions up to it have, less what those before it have, so that the parts add up. */
    private static int share(Printed region, int sum, java.util.function.ToIntFunction<Printed> weight) {
        int at = IntStream.range(0, Printed.REGIONS.length).filter(i -> Printed.REGIONS[i] == region).findFirst().orElseThrow();
        long all = IntStream.range(0, Printed.REGIONS.length).mapToLong(i -> weight.applyAsInt(Printed.REGIONS[i])).sum();
        long before = IntStream.range(0, at).mapToLong(i -> weight.applyAsInt(Printed.REGIONS[i])).sum();
        return (int) (Math.round((double) sum * (before + weight.applyAsInt(region)) / all) - Math.round((double) sum * before / all));
    }

    private void letters(Printed region, String kind, List<Bearer> bearers, int wanted) {
        for (var bearer : draw.shuffled(bearers).subList(0, wanted)) {
            var from = bearer.from.isBefore(PRINTING_BEGAN) ? PRINTING_BEGAN : bearer.from;
            var late = from.plusYears(2);
            var day = draw.day(from, late.isAfter(Draw.QUARTER_ENDS[3]) ? Draw.QUARTER_ENDS[3] : late);
            int year = FiscalYear.of(day).year();
            String series = OFFICES.get(region.code()) + (kind.equals("council") ? " ส." : " อ.");
            ledger.enter(day, Sheet.LETTER, kind, bearer.id, region.code(), year, "%s %d/%d".formatted(series, numbers.merge(series + year, 1, Integer::sum), year), day);
        }
    }
}
