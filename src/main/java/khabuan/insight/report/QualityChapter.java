package khabuan.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.ChartBlock;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.text.Percentage;

/** Chapter 1, its last section: the quality reviews of councils, and the framework of the year to come. */
final class QualityChapter {

    private static final Map<String, String> COLOURS = Map.of("a", "4C9A6A", "b", "1F5A94", "c", "E08A1E");
    private static final List<String> GRADES = List.of("a", "b", "c");
    private final Chapter chapter;
    private final Wording wording;
    private final List<Block> bounds;
    private final List<Block> framework;

    /** @param bounds of the grades in words; @param framework of the year to come; empty for none */
    QualityChapter(Chapter chapter, List<Block> bounds, List<Block> framework) {
        this.chapter = chapter;
        this.wording = chapter.wording;
        this.bounds = bounds;
        this.framework = framework;
    }

    static void ask(Sheet sheet, ReportMoment moment) {
        var now = List.of(moment.now());
        sheet.by("quality", "council.reviewed", false, now);
        GRADES.forEach(g -> sheet.by("grade-" + g, "council.grade-" + g, false, now).by("grade-by-year-" + g, "council.grade-" + g, true, now));
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(wording.heading(2, "7"));
        blocks.add(wording.paragraph("7.role"));
        var all = chapter.country("quality");
        if (all.value() == 0) blocks.add(wording.paragraph("7.none", Chapter.day(chapter.moment.asOf())));
        else result(blocks, all);
        chapter.text("7").forEach(blocks::add);
        if (!framework.isEmpty()) {
            blocks.add(wording.paragraph("7.framework", chapter.year() + 1));
            blocks.addAll(framework);
        }
        return blocks;
    }

    private void result(List<Block> blocks, Sheet.Figure all) {
        blocks.add(wording.paragraph("7.result", all.run(), Percentage.of(all.value(), chapter.country("councils").value()).text(), chapter.country("grade-a").run(), chapter.country("grade-b").run(),
                chapter.country("grade-c").run(), Chapter.day(chapter.moment.asOf())));
        blocks.add(grades(chapter.of("t219")));
        blocks.addAll(bounds);
        blocks.add(new Block.PageBreak());
        blocks.add(chart(chapter.of("t219")));
    }

    /** The year before and the year of the report, and all years together. */
    private TableBlock grades(Chapter chapter) {
        int year = chapter.year();
        var first = List.of(new Head(wording.of("t1.region"), 1, 2), new Head(wording.of("t219.year", year - 1), 3, 1), new Head(wording.of("t219.year", year), 3, 1), new Head(wording.of("t219.all"), 4, 1));
        var second = Stream.of("A", "B", "C", "A", "B", "C", "A", "B", "C", wording.of("total")).map(Head::of).toList();
        return chapter.byRegion(wording.of("t219", year), List.of(first, second), 30, 10, place -> {
            var cells = new ArrayList<Cell>();
            for (int y = year - 1; y <= year; y++) for (var grade : GRADES) cells.add(chapter.sheet.at("grade-by-year-" + grade, place, Integer.toString(y), 0).cell());
            for (var grade : GRADES) cells.add(chapter.sheet.at("grade-" + grade, place).cell());
            cells.add(chapter.sheet.at("quality", place).cell());
            return cells;
        }, List.of(chapter.asOf(), wording.of("source.reviews")));
    }

    private Block chart(Chapter chapter) {
        var places = Stream.concat(chapter.regions.stream(), Stream.of(Place.COUNTRY)).toList();
        var series = GRADES.stream().map(grade -> new ChartBlock.Series(wording.of("chart219.grade", grade.toUpperCase(java.util.Locale.ROOT)), COLOURS.get(grade), places.stream().map(place -> {
            var figure = chapter.sheet.at("grade-" + grade, place);
            return new ChartBlock.Point(BigDecimal.valueOf(figure.value()), Sheet.count(figure.value()), figure.link());
        }).toList())).toList();
        var names = places.stream().map(p -> p == Place.COUNTRY ? wording.of("total") : Chapter.shortName(p)).toList();
        return new ChartBlock(wording.of("chart219"), names, series, wording.of("chart219.alt"), List.of());
    }
}
