package khabuan.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Place;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.print.TableBlock.Shade;
import khabuan.base.text.Percentage;
import khabuan.insight.indicator.Course;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Measuring;
import khabuan.insight.indicator.Said;
import khabuan.insight.indicator.Score;
import khabuan.insight.indicator.Scoreboard;
import khabuan.insight.indicator.Scores;
import khabuan.insight.indicator.Story;
import khabuan.insight.indicator.Targets;

/** How the score of an indicator is told in a report: its cells, its boxes, its story. */
final class ScoreWords {

    static final Wording WORDING = new Wording("kpi");
    private final Scoreboard board;
    private final List<Place> regions;

    /** @param regions in print order */
    ScoreWords(Scoreboard board, List<Place> regions) {
        this.board = board;
        this.regions = regions;
    }

    /** What is said under a table of scores: its data date and what its colours mean. */
    List<String> below() {
        var agreement = board.agreement();
        return List.of(WORDING.of("as-of", ThaiDate.full(board.asOf())), WORDING.of("legend", agreement.redBelow().stripTrailingZeros().toPlainString(), agreement.greenAbove().stripTrailingZeros().toPlainString()));
    }

    private static Run line(String text) {
        return Run.plain("\n" + text);
    }

    private static String value(Percentage percent) {
        return percent.aligned();
    }

    /** A result that opens onto what it is counted from. */
    private Run figure(Indicator indicator, BigDecimal result) {
        return Run.figure(indicator.write(result), board.link(indicator));
    }

    /** "24,210 ครัวเรือน (ผล 24,375 ครัวเรือน ร้อยละ 100.68)": target and result of the year. */
    Cell ofYear(Score score) {
        var indicator = score.indicator();
        var runs = new ArrayList<Run>();
        String words = score.words().getFirst();
        if (!words.isEmpty()) runs.add(Run.plain(words));
        else if (score.country().target() != null) runs.add(Run.plain(target(indicator, score.country().target())));
        if (score.country().result() != null) runs.addAll(result(indicator, score.country().result(), score.country().percent()));
        return Cell.words(runs).shaded(score.country().light().shade());
    }

    private static String target(Indicator indicator, BigDecimal target) {
        return indicator.measuring() == Measuring.SHARE ? WORDING.of("share", target.stripTrailingZeros().toPlainString()) : WORDING.of("amount", indicator.write(target), indicator.unit());
    }

    private List<Run> result(Indicator indicator, BigDecimal result, Percentage percent) {
        var key = percent == null ? "result.of" : "result.percent";
        return Stream.concat(Stream.of(Run.plain("\n")), WORDING.runs(key, figure(indicator, result), indicator.unit(), percent == null ? "" : value(percent))).toList();
    }

    /** A quarter: its plan, what was carried on, its result. */
    Cell ofQuarter(Score score, int quarter) {
        var indicator = score.indicator();
        var q = score.country().quarters().get(quarter - 1);
        var runs = new ArrayList<Run>();
        if (!score.words().get(quarter).isEmpty()) runs.add(Run.plain(score.words().get(quarter)));
        if (q.plan() != null) runs.add(Run.plain(target(indicator, q.plan())));
        if (indicator.measuring() == Measuring.COUNT && q.plan() != null && quarter <= board.quarter().number() && q.carried().compareTo(q.plan()) != 0)
            runs.add(line(q.carried().signum() > 0 ? WORDING.of("carried.of", indicator.write(q.carried())) : WORDING.of("reached.already")));
        if (quarter <= board.quarter().number()) runs.addAll(said(score, quarter, q));
        return Cell.words(runs).shaded(q.light().shade());
    }

    private List<Run> said(Score score, int quarter, Course.Quarter q) {
        if (!score.indicator().measuring().isCounted())
            return score.story(quarter).filter(s -> quarter < board.quarter().number() || score.indicator().measuring() == Measuring.MILESTONE).map(s -> line(WORDING.of("done.of", s.done()))).toList();
        if (q.said() == Said.NOTHING_NEW) return List.of(line(WORDING.of("nothing-new")));
        if (q.said() == Said.FIGURE) return result(score.indicator(), q.result(), q.percent());
        return q.plan() == null || q.plan().signum() == 0 ? List.of() : List.of(line(WORDING.of("no-report")));
    }

    /** The box of ก.พ.ร.: from where on it passes, and on which side the result stands. */
    List<TableBlock> box(Score score) {
        var indicator = score.indicator();
        if (indicator.passAt() == null) return List.of();
        boolean byPercent = indicator.passBy() == Indicator.PassBy.PERCENT;
        String bound = byPercent ? WORDING.of("percent") + " " + indicator.passAt().toPlainString() : indicator.write(indicator.passAt());
        BigDecimal held = byPercent ? score.country().percent() == null ? null : score.country().percent().value() : score.country().result();
        String result = held == null ? "–" : byPercent ? held.toPlainString() : indicator.write(held);
        boolean passed = score.country().verdict() == Course.Verdict.PASSED, failed = board.isFinal() && score.country().verdict() == Course.Verdict.FAILED;
        return List.of(new TableBlock("", List.of(new Column(10, Align.LEFT), new Column(9, Align.CENTRE), new Column(9, Align.CENTRE)),
                List.of(List.of(Head.of(""), Head.of(WORDING.of("failed")), Head.of(WORDING.of("passed")))),
                List.of(Row.of(Cell.text(WORDING.of("target")), Cell.text(WORDING.of("below", bound)), Cell.text(bound)),
                        Row.of(Cell.text(WORDING.of("res")), Cell.text(failed ? result : "").shaded(failed ? Shade.RED : Shade.NONE), Cell.text(passed ? result : "").shaded(passed ? Shade.GREEN : Shade.NONE))), List.of()).inSmallType());
    }

    /** The regions with targets and results of the year so far, when they have any. */
    List<TableBlock> byRegion(Score score) {
        var indicator = score.indicator();
        if (score.places().size() < 2) return List.of();
        boolean aimed = score.places().values().stream().anyMatch(c -> c.target() != null);
        var rows = new ArrayList<Row>();
        for (var region : regions) if (score.places().containsKey(region.code())) rows.add(row(indicator, Chapter.shortName(region), score.places().get(region.code()), aimed));
        if (score.places().containsKey(Scores.CENTRE)) rows.add(row(indicator, WORDING.of("centre"), score.places().get(Scores.CENTRE), aimed));
        var sum = row(indicator, WORDING.of("total"), score.country(), aimed);
        rows.add(Row.total(sum.cells().toArray(Cell[]::new)));
        var columns = new ArrayList<>(List.of(new Column(20, Align.LEFT)));
        var head = new ArrayList<>(List.of(Head.of(WORDING.of("region"))));
        for (var name : aimed ? List.of("target", "res", "percent") : List.of("res")) {
            columns.add(new Column(10, Align.RIGHT));
            head.add(Head.of(WORDING.of(name)));
        }
        return List.of(new TableBlock("", columns, List.of(head), rows, List.of()).inSmallType());
    }

    private Row row(Indicator indicator, String name, Course course, boolean aimed) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(name));
        if (aimed) cells.add(Cell.text(indicator.write(course.target())));
        cells.add(course.result() == null ? Cell.text("–") : Cell.of(course.result(), figure(indicator, course.result())));
        if (aimed) cells.add(course.percent() == null ? Cell.text("–") : Cell.text(value(course.percent())).shaded(course.light().shade()));
        return Row.of(cells.toArray(Cell[]::new));
    }

    /** What the year has come to, the parts that hide behind a sum, and the story of the quarter, a line each. */
    List<String> told(Score score) {
        var lines = new ArrayList<String>();
        var indicator = score.indicator();
        if (score.country().result() != null) lines.add(reached(indicator, score.country()));
        for (var part : score.parts()) lines.add(part(part) + (score.hiddenShortfalls().contains(part) ? WORDING.of("hidden", part.indicator().write(part.country().shortfall())) : ""));
        score.story(board.quarter().number()).forEach(s -> lines.addAll(story(s)));
        if (score.waiting() > 0) lines.add(WORDING.of("waiting", score.waiting()));
        if (score.late() > 0) lines.add(WORDING.of("late", score.late()));
        return lines;
    }

    private static String reached(Indicator indicator, Course course) {
        return course.percent() == null ? WORDING.of("reached", indicator.write(course.result()), indicator.unit())
                : WORDING.of("reached.percent", indicator.write(course.result()), indicator.unit(), value(course.percent()), indicator.fiscalYear());
    }

    static String part(Score part) {
        var indicator = part.indicator();
        return part.country().percent() == null ? WORDING.of("part", indicator.heading(), indicator.write(part.country().result()), indicator.unit())
                : WORDING.of("part.percent", indicator.heading(), indicator.write(part.country().result()), indicator.unit(), value(part.country().percent()), indicator.write(part.country().target()));
    }

    static List<String> story(Story story) {
        var lines = new ArrayList<String>();
        add(lines, "done", story.done());
        add(lines, "breakdown", story.breakdown());
        add(lines, "example", story.example());
        add(lines, "outcome", story.outcome());
        add(lines, "problem", story.problem());
        add(lines, "next", story.nextStep());
        return lines;
    }

    private static void add(List<String> lines, String field, String text) {
        if (!text.isBlank()) lines.add(WORDING.of("story." + field) + text.strip());
    }

    /** Why the targets of an indicator, or of its parts, are no longer those agreed: a line for each adjustment. */
    List<String> adjustments(Score score) {
        var lines = new ArrayList<String>();
        for (var adjustment : board.adjustments()) {
            var moved = score.withParts().flatMap(one -> adjustment.movements().stream().filter(m -> m.indicator() == one.indicator().id()).map(m -> moved(one, score, m))).toList();
            if (!moved.isEmpty()) lines.add(WORDING.of("adjusted", String.join(" ", moved), ThaiDate.full(adjustment.decidedOn()), adjustment.body(), adjustment.reason()));
        }
        return lines;
    }

    /** "1.1: 6,710 → 9,210". */
    private static String moved(Score one, Score of, Targets.Movement movement) {
        var indicator = one.indicator();
        var target = one.country().target();
        return (one == of ? "" : indicator.number() + ": ") + indicator.write(target == null ? null : target.subtract(movement.amount())) + " → " + indicator.write(target);
    }
}
