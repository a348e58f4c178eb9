package khabuan.insight.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Digits;
import khabuan.base.text.Words;
import khabuan.insight.indicator.Indicator;

/** The outlook on paper: what will not be met first, then all indicators. */
final class OutlookDocument {

    private OutlookDocument() {}

    static Document of(OutlookPage page, Words words, boolean simulated) {
        var board = page.outlook().board();
        String title = words.t("outlook.of", String.valueOf(board.agreement().fiscalYear()), board.quarter().number());
        var risk = page.atRisk();
        var below = List.of(words.t("indicator.as-of", words.longDay(board.asOf())), words.t("outlook.how", OutlookWords.error(page.outlook().error())));
        var first = risk.isEmpty() ? Block.Paragraph.sentence(words.t("outlook.all-well", page.level())) : table(words.t("outlook.at-risk", risk.size(), page.level()), risk, words, true, List.of());
        var blocks = new ArrayList<Block>(List.of(new Block.Heading(1, "", title, "outlook"), first, table(words.t("outlook.all"), page.outlook().lines(), words, false, below)));
        var byRegion = page.outlook().lines().stream().filter(l -> !l.regions().isEmpty() && l.regions().size() == page.outlook().regionNames().size()).toList();
        if (!byRegion.isEmpty()) blocks.add(regions(page.outlook().regionNames(), byRegion, words));
        return new Document(title, List.of(), simulated ? words.t("shell.simulated") : "", Digits.ARABIC, true,
                blocks);
    }

    /** Each indicator region by region, its cells in the colours of their lights, which the percentage tells too. */
    private static TableBlock regions(List<String> names, List<Outlook.Line> lines, Words words) {
        var head = Stream.concat(Stream.of(words.t("indicator.indicator")), names.stream()).map(Head::of).toList();
        var columns = new ArrayList<>(List.of(new Column(40, Align.LEFT)));
        names.forEach(n -> columns.add(new Column(18, Align.RIGHT)));
        var rows = lines.stream().map(l -> Row.of(Stream.concat(Stream.of(Cell.text(l.indicator().heading())), l.regions().stream().map(r -> cell(l.indicator(), r))).toArray(Cell[]::new))).toList();
        return new TableBlock(words.t("outlook.regions"), columns, List.of(head), rows, List.of()).inSmallType();
    }

    private static Cell cell(Indicator indicator, Outlook.Region region) {
        if (region.reached() == null) return Cell.text("–");
        String text = OutlookWords.figure(indicator, region.reached()) + (region.aim() == null ? "" : " / " + OutlookWords.figure(indicator, region.aim()));
        if (region.percent() == null || !region.percent().isDefined()) return Cell.text(text);
        return Cell.text(text + " (" + region.percent().aligned() + "%)").shaded(region.light().shade());
    }

    private static TableBlock table(String caption, List<Outlook.Line> lines, Words words, boolean why, List<String> below) {
        var head = Stream.of("indicator.indicator", "indicator.year-target", "indicator.year-result", "outlook.forecast", "outlook.chance", why ? "outlook.why" : "outlook.in-hand").map(k -> Head.of(words.t(k))).toList();
        var columns = List.of(new Column(34, Align.LEFT), new Column(12, Align.RIGHT), new Column(14, Align.RIGHT), new Column(22, Align.RIGHT), new Column(10, Align.CENTRE), new Column(why ? 40 : 14, Align.LEFT));
        return new TableBlock(caption, columns, List.of(head), lines.stream().map(l -> row(l, words, why)).toList(), below).inSmallType();
    }

    private static Row row(Outlook.Line line, Words words, boolean why) {
        var indicator = line.indicator();
        var course = line.score().country();
        String result = course.result() == null ? words.t("indicator.said.no-report") : indicator.write(course.result()) + (course.percent() == null ? "" : " (" + course.percent().aligned() + "%)");
        String forecast = line.forecast() == null ? "–" : OutlookWords.figure(indicator, line.forecast().value()) + " (" + OutlookWords.interval(indicator, line.forecast(), words) + ")";
        String last = why ? why(line, words) : line.inHand() == null ? "" : words.number(line.inHand());
        return Row.of(Cell.text(indicator.heading()), Cell.text(line.aim() == null ? "–" : OutlookWords.figure(indicator, line.aim())), Cell.text(result).shaded(course.light().shade()), Cell.text(forecast),
                Cell.text(line.chance() == null ? "–" : OutlookWords.chance(line.chance())), Cell.text(last));
    }

    private static String why(Outlook.Line line, Words words) {
        String behind = OutlookWords.behind(line, words);
        String problem = line.score().latestProblem();
        String missing = words.t("outlook.will-lack", OutlookWords.figure(line.indicator(), line.missing()), line.indicator().unit());
        return Stream.of(missing, behind, problem, line.indicator().owner(), line.pace() == null ? "" : OutlookWords.rests(line, words)).filter(t -> !t.isBlank()).reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
