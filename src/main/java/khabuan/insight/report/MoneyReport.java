package khabuan.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.Insertion;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Percentage;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Score;
import khabuan.insight.indicator.Scores;
import org.springframework.stereotype.Component;

/** Budget and disbursement of a year: what was given, the frames, the matching subsidies, disbursement against its plan by quarter, and the statements of position and performance. */
@Component
class MoneyReport implements Composition {

    private static final Wording WORDING = new Wording("money");
    private static final String DISBURSED = "money.disbursed";
    private static final List<String> SECTIONS = List.of("category", "frames", "subsidies", "quarters", "position", "performance", "kinds");
    private final List<Insertion> insertions;
    private final Scores scores;
    private final StatementTables statements;

    MoneyReport(List<Insertion> insertions, Scores scores, StatementTables statements) {
        this.insertions = insertions;
        this.scores = scores;
        this.statements = statements;
    }

    @Override
    public String kind() {
        return "money";
    }

    @Override
    public List<String> measures() {
        return List.of(DISBURSED, "money.approved", "money.returned");
    }

    @Override
    public String title(ReportMoment moment) {
        return WORDING.of("title", moment.quarter().year().year(), moment.quarter().number());
    }

    @Override
    public Document compose(Manuscript manuscript) {
        var moment = manuscript.moment();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "", title(moment), "money"));
        var reading = statements.read(moment);
        for (var section : SECTIONS) {
            var tables = switch (section) {
                case "quarters" -> quarters(moment);
                case "position" -> statements.position(moment, reading);
                case "performance" -> statements.performance(moment, reading);
                case "kinds" -> statements.kinds(moment, reading);
                default -> insertions.stream().filter(i -> i.place().equals("money." + section)).flatMap(i -> i.blocks(moment.quarter().year().year(), moment.knownAt()).stream()).toList();
            };
            if (tables.isEmpty()) continue;
            blocks.add(new Block.Heading(2, "", WORDING.of(section), "money-" + section));
            blocks.addAll(tables);
        }
        return new Document(title(moment), List.of(), manuscript.simulated() ? WORDING.of("notice.simulated") : "", manuscript.digits(), true, blocks);
    }

    /** The indicator that takes what was disbursed: plan, what was carried, result and percentage, quarter by quarter. */
    private List<Block> quarters(ReportMoment moment) {
        var board = scores.at(moment.quarter(), moment.asOf(), moment.knownAt());
        return board.all().filter(s -> DISBURSED.equals(s.indicator().measureCode())).findFirst().<List<Block>>map(score -> List.of(table(score, moment))).orElse(List.of());
    }

    private static TableBlock table(Score score, ReportMoment moment) {
        var heads = List.of("quarter", "plan", "carried", "result", "percent");
        var columns = heads.stream().map(h -> new Column(h.equals("quarter") ? 24 : 18, h.equals("quarter") ? Align.LEFT : Align.RIGHT)).toList();
        var course = score.country();
        var indicator = score.indicator();
        var rows = new ArrayList<Row>(IntStream.rangeClosed(1, moment.quarter().number()).mapToObj(q -> {
            var one = course.quarters().get(q - 1);
            return Row.of(Cell.text(WORDING.of("of-quarter", q)), number(indicator, one.plan()), number(indicator, one.carried()), number(indicator, one.result()),
                    percent(one.percent()));
        }).toList());
        rows.add(Row.total(Cell.text(WORDING.of("of-year")), number(indicator, course.target()), Cell.text(""), number(indicator, course.result()),
                percent(course.percent())));
        return new TableBlock("", columns, List.of(heads.stream().map(h -> Head.of(WORDING.of("head." + h))).toList()), rows, List.of(WORDING.of("below.quarters", indicator.heading())));
    }

    private static Cell number(Indicator indicator, BigDecimal value) {
        return value == null ? Cell.text("–") : Cell.of(value, Run.plain(indicator.write(value)));
    }

    private static Cell percent(Percentage percent) {
        return percent == null || !percent.isDefined() ? Cell.text("–") : Cell.of(percent.value(), Run.plain(percent.aligned()));
    }
}
