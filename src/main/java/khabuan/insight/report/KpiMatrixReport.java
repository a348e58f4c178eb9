package khabuan.insight.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.place.Level;
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
import khabuan.base.print.TableBlock.RowKind;
import khabuan.insight.indicator.Agreements;
import khabuan.insight.indicator.Score;
import khabuan.insight.indicator.Scoreboard;
import khabuan.insight.indicator.Scores;
import org.springframework.stereotype.Component;

/** The matrix of a year's indicators (ผลการปฏิบัติงานรายไตรมาส): a row for each, with its targets, its quarters and its story. */
@Component
class KpiMatrixReport implements Composition {

    static final String KIND = "kpi-matrix";
    private static final Wording WORDING = ScoreWords.WORDING;
    private final Scores scores;
    private final Agreements agreements;
    private final Places places;

    KpiMatrixReport(Scores scores, Agreements agreements, Places places) {
        this.scores = scores;
        this.agreements = agreements;
        this.places = places;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> measures() {
        return agreements.measures();
    }

    @Override
    public String title(ReportMoment moment) {
        return WORDING.of("matrix.title", moment.quarter().number(), moment.quarter().longMonths().replaceFirst("^เดือน", ""), moment.quarter().year().year());
    }

    @Override
    public Document compose(Manuscript manuscript) {
        var moment = manuscript.moment();
        var board = scores.at(moment.quarter(), moment.asOf(), moment.knownAt());
        var told = new ScoreWords(board, places.at(Level.REGION));
        var title = title(moment);
        var blocks = List.<Block>of(new Block.Heading(1, "", title, "kpi-matrix"), matrix(board, told), new Block.Heading(2, "", WORDING.of("figures"), "figures"), figures(board));
        return new Document(title, List.of(), manuscript.simulated() ? WORDING.of("notice.simulated") : "", manuscript.digits(), true, blocks);
    }

    private TableBlock matrix(Scoreboard board, ScoreWords told) {
        int year = board.agreement().fiscalYear(), quarter = board.quarter().number();
        var columns = new ArrayList<>(List.of(new Column(24, Align.LEFT), new Column(13, Align.CENTRE)));
        var head = new ArrayList<>(List.of(Head.of(WORDING.of("work")), Head.of(WORDING.of("year", year))));
        for (int q = 1; q <= 4; q++) {
            columns.add(new Column(12, Align.CENTRE));
            head.add(Head.of(WORDING.of("quarter", q)));
        }
        columns.add(new Column(38, Align.LEFT));
        head.add(Head.of(WORDING.of("results", quarter, board.quarter().shortMonths())));
        columns.add(new Column(14, Align.LEFT));
        head.add(Head.of(WORDING.of("remark")));
        var rows = board.inOrder(h -> new Row(RowKind.GROUP, List.of(Cell.text(h.line()).over(8))), s -> row(s, told));
        return new TableBlock("", columns, List.of(head), rows, Stream.concat(told.below().stream(), Stream.of(WORDING.of("carried"), WORDING.of("certified"))).toList()).inSmallType();
    }

    private static Row row(Score score, ScoreWords told) {
        var cells = new ArrayList<Cell>();
        cells.add(work(score).with(told.box(score)));
        cells.add(told.ofYear(score));
        for (int q = 1; q <= 4; q++) cells.add(told.ofQuarter(score, q));
        cells.add(Cell.text(String.join("\n", told.told(score))).with(told.byRegion(score)));
        cells.add(Cell.text(Stream.concat(Stream.of(score.indicator().remark()), told.adjustments(score).stream()).filter(t -> !t.isBlank()).reduce((a, b) -> a + "\n" + b).orElse("-")));
        return Row.of(cells.toArray(Cell[]::new));
    }

    private static Cell work(Score score) {
        var indicator = score.indicator();
        var runs = new ArrayList<>(List.of(Run.bold(indicator.heading())));
        for (var part : score.parts()) runs.add(Run.plain("\n" + part.indicator().heading()));
        if (indicator.opdc()) runs.add(Run.plain("\n" + WORDING.of("opdc")));
        if (!indicator.criteria().isBlank()) runs.add(Run.plain("\n" + indicator.criteria()));
        if (!indicator.owner().isBlank()) runs.add(Run.plain("\n" + WORDING.of("owner", indicator.owner())));
        return Cell.words(runs);
    }

    /** All figures as numbers, parts too: for who goes on reckoning in a workbook. */
    private static TableBlock figures(Scoreboard board) {
        var columns = new ArrayList<>(List.of(new Column(7, Align.LEFT), new Column(30, Align.LEFT), new Column(10, Align.LEFT), new Column(10, Align.RIGHT)));
        var top = new ArrayList<>(List.of(new Head(WORDING.of("number"), 1, 2), new Head(WORDING.of("indicator"), 1, 2), new Head(WORDING.of("unit"), 1, 2), new Head(WORDING.of("target"), 1, 2)));
        var under = new ArrayList<Head>();
        for (int q = 1; q <= 4; q++) {
            top.add(new Head(WORDING.of("quarter", q), 3, 1));
            for (var name : List.of("plan", "carry", "res")) {
                columns.add(new Column(9, Align.RIGHT));
                under.add(Head.of(WORDING.of(name)));
            }
        }
        top.add(new Head(WORDING.of("res"), 1, 2));
        top.add(new Head(WORDING.of("percent"), 1, 2));
        columns.add(new Column(10, Align.RIGHT));
        columns.add(new Column(9, Align.RIGHT));
        var rows = board.all().filter(s -> s.indicator().measuring().isCounted()).map(KpiMatrixReport::numbers).toList();
        return new TableBlock("", columns, List.of(top, under), rows, List.of());
    }

    private static Row numbers(Score score) {
        var indicator = score.indicator();
        var cells = new ArrayList<>(List.of(Cell.text(indicator.number()), Cell.text(indicator.title()), Cell.text(indicator.unit()), number(score, score.country().target())));
        IntStream.range(0, 4).mapToObj(score.country().quarters()::get).forEach(q -> {
            cells.add(number(score, q.plan()));
            cells.add(q.result() == null ? Cell.text("") : number(score, q.carried()));
            cells.add(number(score, q.result()).shaded(q.light().shade()));
        });
        cells.add(number(score, score.country().result()));
        cells.add(score.country().percent() == null ? Cell.text("") : Cell.of(score.country().percent().value(), Run.plain(score.country().percent().aligned())).shaded(score.country().light().shade()));
        return Row.of(cells.toArray(Cell[]::new));
    }

    private static Cell number(Score score, java.math.BigDecimal figure) {
        return figure == null ? Cell.text("") : Cell.of(figure, Run.plain(score.indicator().write(figure)));
    }
}
