package khabuan.insight.report;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.print.TableBlock.RowKind;
import khabuan.insight.indicator.Agreements;
import khabuan.insight.indicator.Scores;
import org.springframework.stereotype.Component;

/** The summary of a year's indicators on two pages: target, result, percentage, and what was done. */
@Component
class KpiSummaryReport implements Composition {

    private static final Wording WORDING = ScoreWords.WORDING;
    private final Scores scores;
    private final Agreements agreements;
    private final Places places;

    KpiSummaryReport(Scores scores, Agreements agreements, Places places) {
        this.scores = scores;
        this.agreements = agreements;
        this.places = places;
    }

    @Override
    public String kind() {
        return "kpi-summary";
    }

    @Override
    public List<String> measures() {
        return agreements.measures();
    }

    @Override
    public String title(ReportMoment moment) {
        return WORDING.of("summary.title", moment.quarter().number(), moment.quarter().year().year());
    }

    @Override
    public Document compose(Manuscript manuscript) {
        var moment = manuscript.moment();
        var board = scores.at(moment.quarter(), moment.asOf(), moment.knownAt());
        var told = new ScoreWords(board, places.at(Level.REGION));
        var columns = List.of(new Column(34, Align.LEFT), new Column(24, Align.CENTRE), new Column(42, Align.LEFT));
        var head = List.of(Head.of(WORDING.of("work")), Head.of(WORDING.of("year", moment.quarter().year().year())), Head.of(WORDING.of("result")));
        var rows = board.inOrder(h -> new Row(RowKind.GROUP, List.of(Cell.text(h.line()).over(3))), s -> {
            var lines = new ArrayList<String>();
            for (var part : s.parts()) lines.add(ScoreWords.part(part));
            s.story(board.quarter().number()).forEach(story -> lines.addAll(List.of(story.done(), story.breakdown())));
            return Row.of(Cell.text(s.indicator().heading()), told.ofYear(s), Cell.text(String.join("\n", lines.stream().filter(l -> !l.isBlank()).toList())));
        });
        var title = title(moment);
        var table = new TableBlock("", columns, List.of(head), rows, told.below()).inSmallType();
        return new Document(title, List.of(), manuscript.simulated() ? WORDING.of("notice.simulated") : "", manuscript.digits(), false, List.of(new Block.Heading(1, "", title, "kpi-summary"), table));
    }
}
