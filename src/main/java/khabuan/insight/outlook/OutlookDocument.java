package khabuan.insight.outlook;

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

/** The outlook on paper: what will not be met first, then all indicators. */
final class OutlookDocument {

    private OutlookDocument() {}

    static Document of(OutlookPage page, Words words, boolean simulated) {
        var board = page.outlook().board();
        String title = words.t("outlook.of", String.valueOf(board.agreement().fiscalYear()), board.quarter().number());
        var risk = page.atRisk();
        var below = List.of(words.t("indicator.as-of", words.longDay(board.asOf())), words.t("outlook.how", OutlookWords.error(page.outlook().error())));
        var first = risk.isEmpty() ? Block.Paragraph.sentence(words.t("outlook.all-well", page.level())) : table(words.t("outlook.at-risk", risk.size(), page.level()), risk, words, true, List.of());
        return new Document(title, List.of(), simulated ? words.t("shell.simulated") : "", Digits.ARABIC, true,
                List.of(new Block.Heading(1, "", title, "outlook"), first, table(words.t("outlook.all"), page.outlook().lines(), words, false, below)));
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
