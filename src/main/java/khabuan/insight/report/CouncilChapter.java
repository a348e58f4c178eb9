package khabuan.insight.report;

import static khabuan.insight.report.Chapter.day;
import static khabuan.insight.report.Chapter.sentence;
import static khabuan.insight.report.Chapter.shortName;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.print.ChartBlock;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Percentage;

/** Chapter 1, sections 1 and 2: councils established, new ones, and their concrete performance. */
final class CouncilChapter {

    private final Chapter chapter;
    private final Wording wording;

    CouncilChapter(Chapter chapter) {
        this.chapter = chapter;
        this.wording = chapter.wording;
    }

    static void ask(Sheet sheet, ReportMoment moment) {
        var now = List.of(moment.now());
        sheet.by("units", "units", false, now).by("councils", "council.registered", false, now).by("surplus", "council.surplus", false, now)
                .by("members", "council.members", false, now).by("organisations", "organisation.registered", false, now)
                .by("new", "council.new", false, moment.quarters()).by("new-year", "council.new", false, now)
                .by("certified", "council.certified", true, now).by("documented", "council.documented", true, now)
                .by("mission", "council.mission", true, now).by("concrete", "council.concrete", false, now);
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(wording.heading(2, "1"));
        overview(blocks);
        chapter.text("1").forEach(blocks::add);
        blocks.add(wording.heading(2, "2"));
        blocks.add(wording.heading(3, "2.1"));
        newCouncils(blocks);
        chapter.text("2.1").forEach(blocks::add);
        blocks.add(wording.heading(3, "2.2"));
        performance(blocks);
        chapter.text("2.2").forEach(blocks::add);
        return blocks;
    }

    private void overview(List<Block> blocks) {
        var councils = chapter.country("councils");
        var units = chapter.country("units");
        var ranked = chapter.ranked("councils", r -> chapter.sheet.at("units", r).value());
        var regions = ranked.stream().map(r -> wording.runs("1.established.region", shortName(r.region()), r.figure().run(), r.share().text())).toList();
        blocks.add(sentence(wording.runs("1.established", day(chapter.moment.asOf()), councils.run(), Percentage.of(councils.value(), units.value()).text(), units.run()),
                chapter.enumerate(regions, true).stream(), wording.runs("1.established.end"),
                ranked.stream().anyMatch(r -> r.share().isOverHundred()) ? wording.runs("1.over", chapter.country("surplus").run()) : Stream.empty()));
        var members = chapter.country("members");
        long average = councils.value() == 0 ? 0 : Math.round((double) members.value() / councils.value());
        blocks.add(wording.paragraph("1.members", councils.run(), members.run(), average));
        blocks.add(organisations());
        blocks.add(established(chapter.of("t1")));
    }

    private TableBlock established(Chapter chapter) {
        return chapter.byRegion(wording.of("t1"),
                List.of(List.of(Head.of(wording.of("t1.region")), Head.of(wording.of("t1.units")), Head.of(wording.of("t1.councils")),
                        Head.of(wording.of("t1.organisations")), Head.of(wording.of("t1.members")))), 18, 4,
                place -> List.of(chapter.sheet.at("units", place).cell(), Sheet.withShare(chapter.sheet.at("councils", place), chapter.sheet.at("units", place).value()),
                        chapter.sheet.at("organisations", place).cell(), chapter.sheet.at("members", place).cell()),
                List.of(chapter.asOf(), wording.of("source.councils")));
    }

    private Block organisations() {
        var all = chapter.country("organisations");
        var ranked = chapter.ranked("organisations", r -> all.value());
        var regions = new ArrayList<Stream<Run>>();
        for (var r : ranked)
            regions.add(wording.runs(regions.isEmpty() ? "1.organisations.first" : "1.organisations.region", shortName(r.region()), r.figure().run(), r.share().text()));
        return sentence(wording.runs("1.organisations", all.run()), chapter.enumerate(regions, true).stream(), wording.runs("1.organisations.end"));
    }

    private void newCouncils(List<Block> blocks) {
        blocks.add(wording.paragraph("2.1.role"));
        var all = chapter.country("new-year");
        var target = chapter.target("council.new", Place.COUNTRY);
        var regions = chapter.regions.stream().map(r -> wording.runs("2.1.new.region", shortName(r), chapter.sheet.at("new-year", r).run())).toList();
        var opening = target == null ? wording.runs("2.1.no-target", chapter.year(), all.run())
                : wording.runs("2.1.new", chapter.year(), Sheet.count(target.longValue()), all.run(), percent(all.value(), target));
        blocks.add(sentence(opening, chapter.enumerate(regions, false).stream(), wording.runs("2.1.new.end", day(chapter.moment.asOf()))));
        blocks.add(newByQuarter(chapter.of("t2")));
        blocks.add(newChart(chapter.of("t2")));
        blocks.add(newCertified(chapter.of("t70")));
        var cohort = Integer.toString(chapter.year());
        blocks.add(wording.paragraph("2.1.certify", all.run(), chapter.sheet.at("certified", Place.COUNTRY, cohort, 0).run(),
                chapter.sheet.at("documented", Place.COUNTRY, cohort, 0).run()));
    }

    static String percent(long value, BigDecimal of) {
        return new Percentage(BigDecimal.valueOf(value), of).text();
    }

    private TableBlock newByQuarter(Chapter chapter) {
        int quarters = chapter.quarter();
        var second = IntStream.rangeClosed(1, quarters).mapToObj(q -> Head.of(chapter.quarterWithMonths(q))).toList();
        var head = List.of(List.of(new Head(wording.of("t1.region"), 1, 2), new Head(wording.of("t2.target"), 1, 2), new Head(wording.of("t2.new"), quarters, 1),
                new Head(wording.of("t2.all"), 1, 2)), second);
        return chapter.byRegion(wording.of("t2", quarters), head, 20, quarters + 2, place -> {
            var cells = new ArrayList<Cell>();
            var target = chapter.target("council.new", place);
            cells.add(Sheet.amount(target));
            for (int q = 0; q < quarters; q++) cells.add(chapter.sheet.at("new", place, q).cell());
            var all = chapter.sheet.at("new-year", place);
            cells.add(target == null ? all.cell() : Sheet.withShare(all, target.longValue()));
            return cells;
        }, List.of(chapter.asOf(), wording.of("source.councils")));
    }

    private Block newChart(Chapter chapter) {
        var series = new ArrayList<ChartBlock.Series>();
        for (int q = 0; q < chapter.quarter(); q++) {
            var points = new ArrayList<ChartBlock.Point>();
            for (var region : chapter.regions) {
                var figure = chapter.sheet.at("new", region, q);
                points.add(new ChartBlock.Point(BigDecimal.valueOf(figure.value()), Sheet.count(figure.value()), figure.link()));
            }
            series.add(new ChartBlock.Series(wording.of("quarter", q + 1), ChartBlock.COLOURS.get(q), points));
        }
        return new ChartBlock(wording.of("chart1", chapter.quarter()), chapter.regions.stream().map(Chapter::shortName).toList(), series, wording.of("chart1.alt"),
                List.of(chapter.asOf()));
    }

    private TableBlock newCertified(Chapter chapter) {
        var cohort = Integer.toString(chapter.year());
        var head = List.of(List.of(new Head(wording.of("t1.region"), 1, 2), new Head(wording.of("t70", chapter.year()), 4, 1)),
                Stream.of("t70.new", "t70.certified", "t70.open", "t70.documented").map(k -> Head.of(wording.of(k))).toList());
        return chapter.byRegion("", head, 20, 4, place -> {
            var all = chapter.sheet.at("new-year", place);
            var certified = chapter.sheet.at("certified", place, cohort, 0);
            return List.of(all.cell(), certified.cell(), Sheet.orDash(all.value() - certified.value()), chapter.sheet.at("documented", place, cohort, 0).cell());
        }, List.of(chapter.asOf(), wording.of("source.certified")));
    }

    private void performance(List<Block> blocks) {
        blocks.add(wording.paragraph("2.2.definition"));
        blocks.add(wording.paragraph("2.2.result", chapter.year(), day(chapter.moment.asOf()), chapter.country("concrete").run()));
        blocks.add(missions(chapter.of("t89")));
    }

    private TableBlock missions(Chapter chapter) {
        var rows = IntStream.rangeClosed(1, 12).mapToObj(m -> Row.of(Cell.text(m + ". " + wording.of("mission." + m)),
                chapter.sheet.at("mission", Place.COUNTRY, Integer.toString(m), 0).cell())).toList();
        return new TableBlock("", List.of(new Column(50, Align.LEFT), new Column(10, Align.RIGHT)),
                List.of(List.of(Head.of(wording.of("t89")), Head.of(wording.of("t89.count")))), rows, List.of(chapter.asOf(), wording.of("source.councils")));
    }
}
