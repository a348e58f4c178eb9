package khabuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How good the welfare funds are, as the regions attested it in quarter 3 and quarter 4 of 2562, so that the printed counts come out. What they attested is not what the simulated statements would tell:
 *  the product shows the one beside the other. */
final class SimulatedQuality {

    private static final int YEAR = 2562, INDICATORS = 10, REPORT = 0, PAPERS = 7;
    private static final String FIRST = " 2018-10-01", CHANGED = " 2019-07-01", RECORDER = "ผู้บันทึกภาค (จำลอง)", OFFICER = "เจ้าหน้าที่ภาค (จำลอง)";
    private static final LocalDate[] FROM = {LocalDate.of(2019, 4, 22), LocalDate.of(2019, 7, 3)}, UNTIL = {LocalDate.of(2019, 6, 20), LocalDate.of(2019, 8, 20)};
    private final SimulatedFiles paper;
    private final Ledger ledger;
    private final Map<String, Long> criteria;
    private final Draw draw = Draw.of("quality of welfare funds");

    /** @param criteria their numbers, by code and first day */
    SimulatedQuality(SimulatedFiles paper, Ledger ledger, Map<String, Long> criteria) {
        this.paper = paper;
        this.ledger = ledger;
        this.criteria = criteria;
    }

    /** A fund with what it meets at the end of each quarter, whether its one-page file is complete in the end, and whether one is there already. */
    private static final class Judged {
        final SimulatedFund fund;
        final BitSet[] met = {new BitSet(), new BitSet()};
        boolean complete;
        boolean filed;

        Judged(SimulatedFund fund) {
            this.fund = fund;
        }
    }

    void make(List<SimulatedFund> funds) {
        var whole = new ArrayList<Judged>();
        var partly = new ArrayList<Judged>();
        choose(funds, whole, partly);
        var good = draw.shuffled(whole);
        var rest = draw.shuffled(partly);
        var early = good.subList(0, PrintedFunds.QUALITY_JUNE[REPORT]);
        meet(early.subList(0, PrintedFunds.FIVE_JUNE), early.subList(PrintedFunds.FIVE_JUNE, early.size()), PrintedFunds.QUALITY_JUNE, 0);
        meet(good, rest, PrintedFunds.QUALITY_AUGUST, 1);
        good.forEach(this::enter);
        rest.forEach(this::enter);
    }

    /** In each region as many as are complete, of all that meet the five some without the file, and others that meet less: all of funds that were brought up to date. */
    private void choose(List<SimulatedFund> funds, List<Judged> whole, List<Judged> partly) {
        var regions = PrintedFunds.REGIONS;
        var complete = Arrays.stream(regions).mapToLong(PrintedFunds::complete).toArray();
        var unfiled = Shares.divide(PrintedFunds.FIVE_AUGUST - Arrays.stream(complete).sum(), complete);
        var free = IntStream.range(0, regions.length).mapToLong(r -> regions[r].funds() - regions[r].stale() - regions[r].founded() - complete[r] - unfiled[r]).toArray();
        var others = Shares.divide(PrintedFunds.QUALITY_AUGUST[REPORT] - PrintedFunds.FIVE_AUGUST, free);
        for (int r = 0; r < regions.length; r++) {
            var region = regions[r];
            var there = draw.shuffled(funds.stream().filter(f -> f.region == region && !f.stale && f.survivor == null && f.foundedOn.isBefore(Draw.QUARTER_STARTS[0])).toList()).iterator();
            for (int i = 0; i < complete[r] + unfiled[r]; i++) {
                var judged = new Judged(there.next());
                judged.complete = i < complete[r];
                whole.add(judged);
            }
            for (int i = 0; i < others[r]; i++) partly.add(new Judged(there.next()));
        }
    }

    /** All of the first list meet the five; of the second each misses one of them or more. Who misses one of the other indicators is of the second too. */
    private static void meet(List<Judged> good, List<Judged> rest, int[] printed, int time) {
        int all = good.size() + rest.size(), next = 0;
        for (int i = 0; i < INDICATORS; i++) {
            var missing = new BitSet();
            int count = all - printed[i];
            for (int k = 0; k < count; k++) missing.set(next++ % rest.size());
            for (var judged : good) judged.met[time].set(i);
            for (int k = 0; k < rest.size(); k++) if (!missing.get(k)) rest.get(k).met[time].set(i);
        }
    }

    private void enter(Judged judged) {
        for (int time = 0; time < 2; time++) {
            var day = draw.day(FROM[time], UNTIL[time]);
            for (int i = 0; i < INDICATORS; i++) if (judged.met[time].get(i) && !(time == 1 && judged.met[0].get(i))) attest(judged, "1." + (i + 1) + FIRST, day);
            papers(judged, time, day);
        }
    }

    /** The report; the one-page file, in some cases before it had to hold more, then once more; the regulations of those that have no other paper yet. */
    private void papers(Judged judged, int time, LocalDate day) {
        boolean before = time == 1 && judged.met[0].get(PAPERS);
        if (judged.met[time].get(REPORT) && !(time == 1 && judged.met[0].get(REPORT))) attach(judged, "report", YEAR, day);
        boolean soon = time == 0 && judged.complete && judged.met[0].get(PAPERS) && draw.chance(0.6);
        if (soon) {
            onePage(judged, day);
            attest(judged, "one-page" + FIRST, day);
        } else if (judged.met[time].get(PAPERS) && !before && (time == 0 || !judged.complete)) attach(judged, "regulations", null, day);
        if (time == 1 && judged.complete) {
            onePage(judged, day);
            attest(judged, "one-page" + CHANGED, day);
        }
    }

    /** The one file stands for what was written first and for what was added. */
    private void onePage(Judged judged, LocalDate day) {
        if (!judged.filed) attach(judged, "one-page", YEAR, day);
        judged.filed = true;
    }

    private void attest(Judged judged, String criterion, LocalDate day) {
        ledger.enter(day, Sheet.WELFARE_ATTESTATION, judged.fund.id, YEAR, criteria.get(criterion), day, RECORDER, day, OFFICER, day);
    }

    private void attach(Judged judged, String kind, Integer year, LocalDate day) {
        ledger.enter(day, Sheet.EVIDENCE, "welfare-fund", judged.fund.id, kind, year, paper.number("fund-" + kind), day);
    }
}
