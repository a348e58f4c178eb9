package khabuan.insight.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.Insertion;
import khabuan.base.text.Digits;
import khabuan.insight.measure.Difference;
import khabuan.insight.measure.Measures;
import khabuan.insight.indicator.Targets;
import org.springframework.stereotype.Component;

/** The quarterly report of the strategy office (สำนักงานยุทธศาสตร์และเชื่อมโยงขบวนชุมชน): a chapter on councils and one on welfare funds. */
@Component
class StrategyOfficeReport implements Composition {

    static final String KIND = "strategy-office";
    /** The sections in which an author may write. */
    private static final List<String> SECTIONS = List.of("1", "2.1", "2.2", "3.1", "3.2", "3.3", "4", "5", "6", "7", "w1.1", "w1.2", "w1.3", "w2", "w3", "w4");
    /** The tables that may have a data date of their own. */
    private static final List<String> TABLES = List.of("t1", "t2", "t70", "t89", "t3", "t4", "t5", "t187", "t219", "t322", "t333", "t356");
    private static final List<String> MEASURES = List.of("units", "council.registered", "council.members", "organisation.registered", "council.new", "council.certified",
            "council.documented", "council.mission", "council.concrete", "organisation.new", "organisation.certified", "council.term-due", "council.term-reviewed",
            "council.capacity", "council.capacity-missions", "council.capacity-file", "council.reviewed", "council.grade-a", "council.grade-b", "council.grade-c",
            "welfare.registered", "welfare.members", "welfare.villages", "welfare.money", "welfare.beneficiaries", "welfare.paid", "welfare.updated", "welfare.stale", "welfare.indicator", "welfare.five", "welfare.complete");
    private static final Wording WORDING = new Wording(KIND);
    private final Measures measures;
    private final Targets targets;
    private final Places places;
    private final List<Insertion> insertions;
    private final Difference difference;

    StrategyOfficeReport(Measures measures, Targets targets, Places places, List<Insertion> insertions, Difference difference) {
        this.measures = measures;
        this.targets = targets;
        this.places = places;
        this.insertions = insertions;
        this.difference = difference;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> sections() {
        return SECTIONS;
    }

    @Override
    public List<String> tables() {
        return TABLES;
    }

    @Override
    public List<String> measures() {
        return MEASURES;
    }

    @Override
    public Document compose(Manuscript manuscript) {
        var moment = manuscript.moment();
        int year = moment.quarter().year().year();
        int quarter = moment.quarter().number();
        var byDay = new HashMap<LocalDate, Chapter>();
        var tables = new HashMap<String, Chapter>();
        manuscript.dates().forEach((table, day) -> {
            if (!day.equals(moment.asOf())) tables.put(table, byDay.computeIfAbsent(day, d -> chapter(moment.on(d), Map.of(), Map.of())));
        });
        var chapter = chapter(moment, manuscript.texts(), tables);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Contents(WORDING.of("contents")));
        blocks.add(new Block.PageBreak());
        blocks.add(WORDING.paragraph("preamble", quarter));
        blocks.add(WORDING.heading(1, "chapter.1", quarter));
        blocks.addAll(new CouncilChapter(chapter).blocks());
        blocks.addAll(new StatusChapter(chapter).blocks());
        blocks.addAll(new QualityChapter(chapter, inserted("grades", moment), inserted("framework", moment)).blocks());
        blocks.add(new Block.PageBreak());
        blocks.add(WORDING.heading(1, "chapter.2", quarter));
        var welfare = new WelfareChapter(chapter, inserted("subsidies", moment), difference);
        blocks.addAll(welfare.blocks());
        blocks.addAll(welfare.charts());
        var cover = List.of(WORDING.of("cover.title"), WORDING.of("cover.office"), WORDING.of("cover.quarter", quarter, moment.quarter().longMonths()), WORDING.of("cover.year", year));
        return new Document(WORDING.of("title", quarter, year), cover, manuscript.simulated() ? WORDING.of("notice.simulated") : "", manuscript.digits(), false, blocks);
    }

    /** What the rooms add at a place of this report. */
    private List<Block> inserted(String place, ReportMoment moment) {
        return insertions.stream().filter(i -> i.place().equals(KIND + "." + place)).flatMap(i -> i.blocks(moment.quarter().year().year(), moment.knownAt()).stream()).toList();
    }

    private Chapter chapter(ReportMoment moment, Map<String, String> texts, Map<String, Chapter> tables) {
        var sheet = new Sheet();
        CouncilChapter.ask(sheet, moment);
        StatusChapter.ask(sheet, moment);
        QualityChapter.ask(sheet, moment);
        WelfareChapter.ask(sheet, moment);
        sheet.answer(measures);
        int year = moment.quarter().year().year();
        var aims = Stream.of("council.new", "council.capacity", WelfareChapter.COMPLETE_MEASURE).collect(Collectors.toMap(Function.identity(), m -> targets.ofMeasure(m, year, moment.knownAt())));
        var regions = places.at(Level.REGION).stream().filter(r -> sheet.at("units", r).value() > 0).toList();
        return new Chapter(moment, sheet, WORDING, regions, aims, texts, tables);
    }

    @Override
    public String title(ReportMoment moment) {
        return WORDING.of("title", moment.quarter().number(), moment.quarter().year().year());
    }

    /** Its caption, or its heading when it has none. */
    @Override
    public String tableTitle(String table, ReportMoment moment) {
        boolean byQuarter = table.equals("t2") || table.equals("t5");
        if (table.equals("t322")) return WORDING.of("w3", Chapter.day(moment.asOf()));
        if (table.equals("t333")) return WORDING.of("w4", moment.quarter().year().year());
        return WORDING.of(table, byQuarter ? moment.quarter().number() : moment.quarter().year().year());
    }

    @Override
    public String sectionTitle(String section) {
        return section.startsWith("w") ? WORDING.of("chapter.2.section", section.substring(1), WORDING.of(section, "", "")) : section + " " + WORDING.of(section);
    }
}
