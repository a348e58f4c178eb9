package khabuan.insight.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.record.Measure;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** The monthly report of key data (รายงานข้อมูลสำคัญประจำเดือน): every key figure by region, what the month has changed, and who has confirmed it. */
@Component
class KeyDataReport implements Composition {

    static final String KIND = "key-data";
    private static final Wording WORDING = new Wording(KIND);
    private final KeyFigures figures;
    private final Measures measures;
    private final Places places;
    private final Words words;

    KeyDataReport(KeyFigures figures, Measures measures, Places places, Bundles bundles) {
        this.figures = figures;
        this.measures = measures;
        this.places = places;
        this.words = bundles.in(Bundles.THAI);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isMonthly() {
        return true;
    }

    @Override
    public List<String> measures() {
        return figures.codes();
    }

    @Override
    public String title(ReportMoment moment) {
        return WORDING.of("title", ThaiDate.monthOfYear(moment.asOf()));
    }

    @Override
    public List<String> sections() {
        return List.of("notes");
    }

    @Override
    public String sectionTitle(String section) {
        return WORDING.of(section);
    }

    @Override
    public Document compose(Manuscript manuscript) {
        var moment = manuscript.moment();
        var regions = places.at(Level.REGION);
        var title = title(moment);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "", title, "key-data"));
        blocks.add(WORDING.paragraph("preamble", ThaiDate.full(moment.asOf()), ThaiDate.full(YearMonth.from(moment.asOf()).atDay(1).minusDays(1))));
        var sheet = sheet(moment);
        for (var room : figures.rooms()) {
            blocks.add(new Block.Heading(2, "", words.t(room.nameKey()), "room-" + room.code()));
            blocks.add(table(room, regions, sheet, moment));
        }
        var notes = manuscript.texts().getOrDefault("notes", "");
        if (!notes.isBlank()) {
            blocks.add(new Block.Heading(2, "", WORDING.of("notes"), "notes"));
            blocks.add(new Block.FreeText(notes));
        }
        if (!manuscript.confirmations().isEmpty()) blocks.addAll(confirmed(manuscript.confirmations(), regions));
        var reason = manuscript.texts().getOrDefault(UNCONFIRMED, "");
        if (!reason.isBlank()) blocks.add(WORDING.paragraph(UNCONFIRMED, reason));
        return new Document(title, List.of(), manuscript.simulated() ? WORDING.of("notice.simulated") : "", manuscript.digits(), false, blocks);
    }

    private Sheet sheet(ReportMoment moment) {
        var sheet = new Sheet();
        for (var room : figures.rooms())
            for (var measure : room.measures()) {
                sheet.by(measure.code(), measure.code(), false, List.of(moment.now()));
                sheet.by(inMonth(measure), measure.code(), false, List.of(measure.period() == Measure.Period.FLOW ? month(moment) : monthBefore(moment)));
            }
        sheet.answer(measures);
        return sheet;
    }

    private static String inMonth(Measure measure) {
        return measure.code() + " in the month";
    }

    private static Window month(ReportMoment moment) {
        return new Window(YearMonth.from(moment.asOf()).atDay(1), moment.asOf(), moment.knownAt());
    }

    /** The end of the month before, as it was known then. */
    private static Window monthBefore(ReportMoment moment) {
        LocalDate end = YearMonth.from(moment.asOf()).atDay(1).minusDays(1);
        return new Window(FiscalYear.of(end).start(), end, ThaiDate.endOf(end));
    }

    private TableBlock table(KeyFigures.Room room, List<Place> regions, Sheet sheet, ReportMoment moment) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(30, Align.LEFT));
        var head = new ArrayList<Head>();
        head.add(Head.of(WORDING.of("figure")));
        for (var region : regions) {
            columns.add(new Column(10, Align.RIGHT));
            head.add(Head.of(Chapter.shortName(region)));
        }
        columns.add(new Column(10, Align.RIGHT));
        columns.add(new Column(11, Align.RIGHT));
        head.add(Head.of(WORDING.of("total")));
        head.add(Head.of(WORDING.of("in-month")));
        var rows = room.measures().stream().map(m -> row(m, regions, sheet)).toList();
        return new TableBlock("", columns, List.of(head), rows, List.of(WORDING.of("as-of", ThaiDate.full(moment.asOf())), WORDING.of("in-month.how")));
    }

    private Row row(Measure measure, List<Place> regions, Sheet sheet) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(words.t("measure." + measure.code() + ".name") + " (" + words.t(measure.unit()) + ")"));
        for (var region : regions) cells.add(sheet.at(measure.code(), region).cell());
        var total = sheet.at(measure.code(), Place.COUNTRY);
        cells.add(total.cell());
        var other = sheet.at(inMonth(measure), Place.COUNTRY);
        cells.add(measure.period() == Measure.Period.FLOW ? other.cell() : change(total.value() - other.value()));
        return Row.of(cells.toArray(Cell[]::new));
    }

    private static Cell change(long by) {
        return Cell.of(by, Run.plain((by > 0 ? "+" : "") + Sheet.count(by)));
    }

    private List<Block> confirmed(List<Confirmation> confirmations, List<Place> regions) {
        var rows = new ArrayList<Row>();
        for (var region : regions)
            for (var room : figures.rooms())
                confirmations.stream().filter(c -> c.region().equals(region.code()) && c.room().equals(room.code())).forEach(c -> rows.add(Row.of(Cell.text(region.title()), Cell.text(words.t(room.nameKey())),
                        Cell.text(words.t("report.confirmation." + c.state()) + (c.note().isEmpty() ? "" : ": " + c.note())), Cell.text(c.by()), Cell.text(c.at() == null ? "" : ThaiDate.brief(c.at())))));
        var columns = List.of(new Column(26, Align.LEFT), new Column(22, Align.LEFT), new Column(30, Align.LEFT), new Column(20, Align.LEFT), new Column(16, Align.LEFT));
        var head = List.of(Head.of(WORDING.of("region")), Head.of(WORDING.of("room")), Head.of(WORDING.of("state")), Head.of(WORDING.of("by")), Head.of(WORDING.of("at")));
        return List.of(new Block.Heading(2, "", WORDING.of("confirmed"), "confirmed"), new TableBlock("", columns, List.of(head), rows, List.of()));
    }
}
