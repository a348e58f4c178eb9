package khabuan.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import khabuan.base.calendar.FiscalYear;

/** The performance agreements of fiscal years 2558 to 2562. That of 2561 is as published: targets, results of each quarter and, where they are printed, of each region; the others are simulated
 *  in its likeness, but for the targets of 2562 that the report prints. */
final class SimulatedAgreements {

    private static final int PUBLISHED = 2561, RUNNING = 2562, FIRST = 2558;
    private static final String COUNTRY = "TH";
    private static final List<String> PLACES = List.of("BE", "CW", "NE", "S", "N", "CENTRE");
    /** How the units of the country fall to the regions: by this a sum is divided whose parts are not printed. */
    private static final long[] UNITS = LongStream.concat(Arrays.stream(Printed.REGIONS).mapToLong(Printed::units), LongStream.of(0)).toArray();
    /** How many the Northeast had left out of its leaders in the second quarter of the running year. */
    private static final int SHORT = 7;
    private static final String RECORDER = "เจ้าหน้าที่บันทึกผล (จำลอง)", OFFICER = "ผู้รับรองผล (จำลอง)";
    private final SimulatedFiles paper;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw = Draw.of("agreements");
    private final Map<String, Long> ids = new HashMap<>();
    /** How many indicators of the running quarter regions have begun to report. */
    private int begun;
    private final List<NamedCsvRecord> lines = read("agreement-2561.csv");

    SimulatedAgreements(SimulatedFiles paper, Numbers numbers, Ledger ledger) {
        this.paper = paper;
        this.numbers = numbers;
        this.ledger = ledger;
    }

    void make() {
        for (int year = FIRST; year <= RUNNING; year++) {
            ids.clear();
            agree(year);
            if (year == PUBLISHED) asPublished();
            else inItsLikeness(year);
            ledger.enterOn(signing(year), Sheet.SIGNING, year, signing(year));
        }
    }

    private static List<NamedCsvRecord> read(String file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(SimulatedAgreements.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate signing(int year) {
        return new FiscalYear(year).start();
    }

    /** The tree, with all indicators; a heading stands before its first indicator. */
    private void agree(int year) {
        var day = signing(year);
        ledger.enterOn(day, Sheet.AGREEMENT, year);
        var headings = new LinkedHashMap<String, Long>();
        for (var h : read("headings-2561.csv")) {
            long id = numbers.next();
            headings.put(h.getField("key"), id);
            int first = 0;
            while (!lines.get(first).getField("heading").startsWith(h.getField("key"))) first++;
            ledger.enterOn(day, Sheet.HEADING, id, year, headings.get(h.getField("parent")), "WORK", h.getField("number"), h.getField("title"), first * 10 + h.getField("key").length());
        }
        for (int i = 0; i < lines.size(); i++) indicator(year, lines.get(i), headings, i * 10 + 5);
        if (year != RUNNING) return;
        capacity(headings.get("4.1"));
        quality(headings.get("4"));
    }

    private void indicator(int year, NamedCsvRecord line, Map<String, Long> headings, int position) {
        long id = numbers.next();
        ids.put(line.getField("code"), id);
        String source = source(year, line);
        ledger.enterOn(signing(year), Sheet.INDICATOR, id, year, headings.get(line.getField("heading")), ids.get(line.getField("part_of")), line.getField("code"), line.getField("number"),
                line.getField("title").replace(Integer.toString(PUBLISHED), Integer.toString(year)), line.getField("criteria"), position, line.getField("measuring"), line.getField("unit"),
                line.getField("decimals"), orNull(line.getField("base")), line.getField("owner"), !line.getField("opdc").isEmpty(), passAt(year, line), line.getField("pass_by"), source,
                source.equals("MEASURE") || source.equals("SURVEY") ? line.getField("measure") : null, null, year == PUBLISHED ? line.getField("remark") : "");
    }

    /** The first survey and the first books that are kept are those of the year as published; before, what was found and paid was entered. */
    private static String source(int year, NamedCsvRecord line) {
        boolean kept = year >= PUBLISHED || !line.getField("source").equals("SURVEY") && !line.getField("measure").startsWith("money.");
        return kept ? line.getField("source") : "ENTERED";
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What the report asks: the year's target; of a score or a percentage its own bound. */
    private Object passAt(int year, NamedCsvRecord line) {
        if (line.getField("pass_at").isEmpty()) return null;
        boolean bound = year == PUBLISHED || line.getField("measuring").equals("SCORE") || line.getField("pass_by").equals("PERCENT");
        return bound ? line.getField("pass_at") : line.getField("code").equals("HOUSING") ? null : target(year, line);
    }

    /** The councils that meet the test of ก.พ.ร., which the report of 2562 counts; what is in hand is counted too. */
    private void capacity(Long heading) {
        long id = numbers.next();
        int target = Arrays.stream(Printed.REGIONS).mapToInt(Printed::targetCapable).sum();
        ledger.enterOn(signing(RUNNING), Sheet.INDICATOR, id, RUNNING, heading, null, "COUNCIL-CAPACITY", "4.1(3)", "สภาองค์กรชุมชนตำบลที่มีศักยภาพตามเกณฑ์ ก.พ.ร.", "", 117, "COUNT", "ตำบล", 0, null,
                "สำนักงานภาค และสำนักเลขานุการสภาองค์กรชุมชน", true, target, "RESULT", "MEASURE", "council.capacity", "council.files-missing", "");
        targets(RUNNING, id, Shares.divide(target, new long[] {5, 20, 30, 45}), target);
        for (var region : Printed.REGIONS) ledger.enterOn(signing(RUNNING), Sheet.TARGET, id, 0, region.code(), region.targetCapable(), "");
    }

    /** The welfare funds of good quality with their one-page file, of which the report of 2562 prints target and result. */
    private void quality(Long heading) {
        long id = numbers.next();
        int target = Arrays.stream(PrintedFunds.REGIONS).mapToInt(PrintedFunds::target).sum();
        ledger.enterOn(signing(RUNNING), Sheet.INDICATOR, id, RUNNING, heading, null, "WELFARE-QUALITY", "4.2(2)", "กองทุนสวัสดิการชุมชนที่มีคุณภาพตามเกณฑ์ ก.พ.ร. พร้อม one page", "", 127, "COUNT", "กองทุน", 0, null,
                "สำนักงานภาค และสำนักงานยุทธศาสตร์และเชื่อมโยงขบวนชุมชน", true, target, "RESULT", "MEASURE", "welfare.complete", "welfare.one-page-missing", "");
        targets(RUNNING, id, Shares.divide(target, new long[] {5, 10, 35, 50}), target);
        for (var region : PrintedFunds.REGIONS) ledger.enterOn(signing(RUNNING), Sheet.TARGET, id, 0, region.code(), region.target(), "");
    }

    private void targets(int year, long indicator, long[] quarters, Object ofYear) {
        for (int q = 1; q <= 4; q++) ledger.enterOn(signing(year), Sheet.TARGET, indicator, q, COUNTRY, quarters[q - 1], "");
        ledger.enterOn(signing(year), Sheet.TARGET, indicator, 0, COUNTRY, ofYear, "");
    }

    // the year as it was published

    private void asPublished() {
        for (var line : lines) {
            long id = ids.get(line.getField("code"));
            for (int q = 0; q <= 4; q++) {
                String amount = line.getField(q == 0 ? "year" : "plan" + q), words = line.getField("words" + q);
                if (!amount.isEmpty() || !words.isEmpty()) ledger.enterOn(signing(PUBLISHED), Sheet.TARGET, id, q, COUNTRY, orNull(amount), words);
            }
            if (!line.getField("target_regions").isEmpty()) {
                var regions = line.getField("target_regions").split("\\|");
                for (int r = 0; r < regions.length; r++) ledger.enterOn(signing(PUBLISHED), Sheet.TARGET, id, 0, PLACES.get(r), regions[r], "");
            }
            publishedResults(line, id);
        }
        adjustment();
        for (var s : read("stories-2561.csv"))
            ledger.enterOn(reported(PUBLISHED, Integer.parseInt(s.getField("quarter")), COUNTRY), Sheet.STORY, ids.get(s.getField("code")), s.getField("quarter"), COUNTRY, s.getField("done"), s.getField("breakdown"),
                    s.getField("example"), s.getField("outcome"), s.getField("problem"), s.getField("next_step"));
    }

    /** The day in 2561 on which 2,500 households were moved from the canals to บ้านมั่นคง. */
    private void adjustment() {
        var day = LocalDate.of(2018, 4, 30);
        long id = numbers.next();
        ledger.enterOn(day, Sheet.ADJUSTMENT, id, PUBLISHED, day, "สำนักงบประมาณ และคณะกรรมการสถาบัน", "แผนการสร้างเขื่อนริมคลองยังไม่ชัดเจน จึงปรับงบประมาณ 200 ล้านบาทและเป้าหมายไปที่บ้านมั่นคง");
        ledger.enterOn(day, Sheet.MOVEMENT, id, ids.get("HOUSING-CANAL"), 0, COUNTRY, -2500);
        ledger.enterOn(day, Sheet.MOVEMENT, id, ids.get("HOUSING-URBAN"), 0, COUNTRY, 2500);
    }

    private void publishedResults(NamedCsvRecord line, long id) {
        if (List.of("MEASURE", "SURVEY").contains(line.getField("source"))) return;
        if (!line.getField("part_of").isEmpty()) {
            partOfHousing(line.getField("code"), id);
            return;
        }
        var said = new String[] {line.getField("result1"), line.getField("result2"), line.getField("result3"), line.getField("result4")};
        if (Arrays.stream(said).allMatch(String::isEmpty)) return;
        if (line.getField("result_regions").isEmpty()) {
            for (int q = 1; q <= 4; q++) if (!said[q - 1].isEmpty()) result(PUBLISHED, id, q, "CENTRE", said[q - 1].equals("-") ? null : new BigDecimal(said[q - 1]));
            return;
        }
        var quarters = Arrays.stream(said).mapToLong(s -> s.isEmpty() || s.equals("-") ? 0 : Long.parseLong(s)).toArray();
        var table = Shares.of(regions(line.getField("result_regions")), quarters);
        for (int p = 0; p < PLACES.size(); p++)
            for (int q = 1; q <= 4; q++)
                if (!said[q - 1].isEmpty() && Arrays.stream(table[p]).sum() > 0) result(PUBLISHED, id, q, PLACES.get(p), said[q - 1].equals("-") ? null : BigDecimal.valueOf(table[p][q - 1]));
    }

    /** "371|14|870|218|79|22", or "=989" when only the sum is printed. */
    private static long[] regions(String printed) {
        return printed.startsWith("=") ? Shares.divide(Long.parseLong(printed.substring(1)), UNITS) : Arrays.stream(printed.split("\\|")).mapToLong(Long::parseLong).toArray();
    }

    /** The three programmes of housing: the year's sum of each is printed, and the quarters' of all together. */
    private void partOfHousing(String code, long id) {
        long[][] parts = Shares.of(new long[] {7590, 510, 16275}, new long[] {9789, 7004, 2527, 5055});
        int part = List.of("HOUSING-URBAN", "HOUSING-CANAL", "HOUSING-RURAL").indexOf(code);
        var regions = part == 1 ? new long[] {510, 0, 0, 0, 0, 0} : Shares.divide(Arrays.stream(parts[part]).sum(), UNITS);
        var table = Shares.of(regions, parts[part]);
        for (int p = 0; p < PLACES.size(); p++)
            if (regions[p] > 0) for (int q = 1; q <= 4; q++) result(PUBLISHED, id, q, PLACES.get(p), BigDecimal.valueOf(table[p][q - 1]));
    }

    private void result(int year, long indicator, int quarter, String place, BigDecimal amount) {
        var day = reported(year, quarter, place);
        boolean corrected = year == RUNNING && quarter == 2 && place.equals("NE") && ids.get("LEADERS") == indicator;
        long id = result(indicator, quarter, place, corrected ? amount.subtract(BigDecimal.valueOf(SHORT)) : amount, day, day, "");
        if (corrected) ledger.enterOn(SimulatedCloses.CORRECTED, Sheet.RESULT_CORRECTION, id, amount, SimulatedCloses.CORRECTED);
    }

    /** @param certifiedOn null while nobody has certified it */
    private long result(long indicator, int quarter, String place, BigDecimal amount, LocalDate day, LocalDate certifiedOn, String returnedBecause) {
        long id = numbers.next();
        ledger.enterOn(day, Sheet.RESULT, id, indicator, quarter, place, amount, RECORDER, day, certifiedOn == null ? "" : OFFICER, certifiedOn, returnedBecause);
        ledger.enterOn(day, Sheet.EVIDENCE, "indicator-result", id, "report", null, paper.number("result"), day);
        return id;
    }

    /** Ten days after the quarter's end; the fourth of a year within it, before the year is out. The South in the third quarter of 2561 and the central region in the first of 2562 were late. */
    private static LocalDate reported(int year, int quarter, String place) {
        var end = new FiscalYear(year).quarter(quarter).end();
        boolean late = year == PUBLISHED && quarter == 3 && place.equals("S") || year == RUNNING && quarter == 1 && place.equals("CW");
        return quarter == 4 ? end : end.plusDays(late ? 19 : 10);
    }

    /** What regions have recorded of the running quarter by the end of August: some wait for a second person, one was returned. */
    private void running(long indicator, long[][] table) {
        for (int p = 0; p < 5; p++) {
            if ((begun + p) % 3 != 0) continue;
            var amount = BigDecimal.valueOf(table[p][3] / 2);
            boolean returned = (begun + p) % 2 == 1;
            result(indicator, 4, PLACES.get(p), amount, LocalDate.of(2019, 8, 26), null, returned ? "แนบรายชื่อผู้เข้าร่วมของทุกจังหวัดด้วย" : "");
        }
        begun++;
    }

    // the years in its likeness

    private void inItsLikeness(int year) {
        for (var line : lines) {
            long id = ids.get(line.getField("code"));
            if (line.getField("measuring").equals("MILESTONE") || line.getField("measuring").equals("NARRATIVE")) continue;
            likeness(year, line, id);
        }
    }

    private void likeness(int year, NamedCsvRecord line, long id) {
        boolean counted = line.getField("measuring").equals("COUNT");
        long scale = line.getField("decimals").equals("2") && counted ? 100 : 1;
        if (!counted) {
            for (int q = 1; q <= 4; q++) if (!line.getField("plan" + q).isEmpty()) ledger.enterOn(signing(year), Sheet.TARGET, id, q, COUNTRY, line.getField("plan" + q), "");
            ledger.enterOn(signing(year), Sheet.TARGET, id, 0, COUNTRY, line.getField("year"), "");
            scored(year, line, id);
            return;
        }
        if (line.getField("source").equals("SUM")) return;
        long target = target(year, line);
        var plan = Shares.divide(target * scale, new long[] {15, 25, 30, 30});
        for (int q = 1; q <= 4; q++) if (!line.getField("plan1").isEmpty()) ledger.enterOn(signing(year), Sheet.TARGET, id, q, COUNTRY, BigDecimal.valueOf(plan[q - 1], scale == 100 ? 2 : 0), "");
        ledger.enterOn(signing(year), Sheet.TARGET, id, 0, COUNTRY, target, "");
        if (line.getField("code").equals("COUNCIL-NEW") && year == RUNNING)
            for (var region : Printed.REGIONS) ledger.enterOn(signing(year), Sheet.TARGET, id, 0, region.code(), region.targetNew(), "");
        if (!source(year, line).equals("MEASURE")) counted(year, line, id, target * scale, scale);
    }

    /** A year's target; that of new councils in 2562 is printed. */
    private long target(int year, NamedCsvRecord line) {
        if (line.getField("code").equals("COUNCIL-NEW") && year == RUNNING) return Arrays.stream(Printed.REGIONS).mapToInt(Printed::targetNew).sum();
        double published = Double.parseDouble(line.getField("year"));
        return Math.max(1, Math.round(published * (year > PUBLISHED ? 1.08 : 1 - 0.09 * (PUBLISHED - year))));
    }

    /** Most of a year comes in its last quarter. */
    private void counted(int year, NamedCsvRecord line, long id, long target, long scale) {
        long reached = Math.round(target * (0.88 + 0.3 * draw.share()));
        var quarters = Shares.divide(reached, new long[] {8 + draw.below(8), 18 + draw.below(10), 22 + draw.below(10), 40 + draw.below(16)});
        boolean central = line.getField("result_regions").isEmpty();
        var table = central ? null : Shares.of(Shares.divide(reached, UNITS), quarters);
        for (int q = 1; q <= (year == RUNNING ? 3 : 4); q++) {
            if (central) result(year, id, q, "CENTRE", BigDecimal.valueOf(quarters[q - 1], scale == 100 ? 2 : 0));
            else for (int p = 0; p < 5; p++) result(year, id, q, PLACES.get(p), BigDecimal.valueOf(table[p][q - 1]));
        }
        if (year == RUNNING && !central && begun < 6) running(id, table);
    }

    /** A score or a share, of the centre. */
    private void scored(int year, NamedCsvRecord line, long id) {
        boolean found = line.getField("source").equals("SURVEY");
        for (int q = 1; q <= (year == RUNNING ? 3 : 4); q++) {
            String published = found && q == 4 ? SimulatedReviews.SATISFACTION : line.getField("result" + q);
            if (published.isEmpty()) continue;
            var amount = new BigDecimal(published);
            result(year, id, q, "CENTRE", line.getField("measuring").equals("SHARE") ? amount.subtract(BigDecimal.valueOf((RUNNING - year) * 6L)).max(BigDecimal.ONE) : amount.multiply(new BigDecimal("0.98")).setScale(amount.scale() + 1, RoundingMode.HALF_UP));
        }
    }
}
