package khabuan.insight.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.Block.FreeText;
import khabuan.base.print.Block.Manner;
import khabuan.base.print.Block.Paragraph;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Percentage;

/** What the sections of the council chapter share: the moment, the figures, the targets, the regions in print order, and how they are printed. */
final class Chapter {

    final ReportMoment moment;
    final Sheet sheet;
    final Wording wording;
    final List<Place> regions;
    private final Map<String, Map<String, BigDecimal>> targets;
    private final Map<String, String> texts;
    private final Map<String, Chapter> tables;

    /** @param targets by measure and region; @param texts what the author wrote, by section
     *  @param tables the chapter on another day, for the tables that have a data date of their own */
    Chapter(ReportMoment moment, Sheet sheet, Wording wording, List<Place> regions, Map<String, Map<String, BigDecimal>> targets, Map<String, String> texts, Map<String, Chapter> tables) {
        this.moment = moment;
        this.sheet = sheet;
        this.wording = wording;
        this.regions = regions;
        this.targets = targets;
        this.texts = texts;
        this.tables = Map.copyOf(tables);
    }

    /** The chapter on the data date of a table. */
    Chapter of(String table) {
        return tables.getOrDefault(table, this);
    }

    int year() {
        return moment.quarter().year().year();
    }

    int quarter() {
        return moment.quarter().number();
    }

    /** The window of the report's own quarter in a figure that has one for each quarter. */
    int latest() {
        return quarter() - 1;
    }

    Sheet.Figure country(String name) {
        return sheet.at(name, Place.COUNTRY);
    }

    BigDecimal target(String measure, Place place) {
        var byRegion = targets.get(measure);
        if (place.level() != khabuan.base.place.Level.COUNTRY) return byRegion.get(place.code());
        return byRegion.isEmpty() ? null : byRegion.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The name of a region as the tables print it, without the word ภาค. */
    static String shortName(Place region) {
        return region.title().replaceFirst("^ภาค", "");
    }

    static String day(LocalDate day) {
        return ThaiDate.full(day);
    }

    String asOf() {
        return wording.of("as-of", day(moment.asOf()));
    }

    static Run plain(Object text) {
        return Run.plain(text.toString());
    }

    /** The author's text of a section, if there is one. */
    Stream<Block> text(String section) {
        String text = texts.getOrDefault(section, "");
        return text.isBlank() ? Stream.empty() : Stream.of(new FreeText(text));
    }

    /** A region and its figure in an enumeration of regions, the greatest first. */
    record Ranked(Place region, Sheet.Figure figure, Percentage share) {}

    /** The regions by share of a whole, the greatest first, in print order where equal. */
    List<Ranked> ranked(String name, Function<Place, Long> whole) {
        return regions.stream().map(r -> new Ranked(r, sheet.at(name, r), Percentage.of(sheet.at(name, r).value(), whole.apply(r))))
                .sorted(Comparator.comparing((Ranked r) -> r.share().isDefined() ? r.share().value() : BigDecimal.ZERO).reversed()).toList();
    }

    /** Enumerates regions: the first, "รองลงมา คือ" the second, the others parted by commas, "และ" before the last. */
    List<Run> enumerate(List<Stream<Run>> items, boolean ranked) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < items.size(); i++) {
            if (i == items.size() - 1 && i > 0) runs.add(plain(wording.of("list.last")));
            else if (i == 1 && ranked) runs.add(plain(wording.of("list.second")));
            else if (i > 0) runs.add(plain(wording.of("list.comma")));
            items.get(i).forEach(runs::add);
        }
        return runs;
    }

    @SafeVarargs
    static Paragraph sentence(Stream<Run>... parts) {
        return new Paragraph(Stream.of(parts).flatMap(p -> p).toList(), Manner.BODY);
    }

    /** A table with a row for each region and their sum.
     *  @param firstWidth the share of the first column; the others have 10 each
     *  @param cells the cells of a place after its name */
    TableBlock byRegion(String caption, List<List<Head>> head, double firstWidth, int others, Function<Place, List<Cell>> cells, List<String> below) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(firstWidth, Align.LEFT));
        for (int i = 0; i < others; i++) columns.add(new Column(10, Align.RIGHT));
        var rows = new ArrayList<Row>();
        for (var region : regions) rows.add(Row.of(line(shortName(region), cells.apply(region))));
        rows.add(Row.total(line(wording.of("total"), cells.apply(Place.COUNTRY))));
        boolean over = rows.stream().flatMap(r -> r.cells().stream()).anyMatch(Cell::flagged);
        return new TableBlock(caption, columns, head, rows, over ? Stream.concat(below.stream(), Stream.of(wording.of("over-100"))).toList() : below);
    }

    private static Cell[] line(String name, List<Cell> cells) {
        return Stream.concat(Stream.of(Cell.text(name)), cells.stream()).toArray(Cell[]::new);
    }

    /** "ไตรมาส 1 (ต.ค.-ธ.ค.61)". */
    String quarterWithMonths(int q) {
        return wording.of("quarter.months", q, moment.quarter().year().quarter(q).shortMonths(moment.lastDay(q)));
    }
}
