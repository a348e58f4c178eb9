package khabuan.insight.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.money.DivisionNames;
import khabuan.base.money.Ledger;
import khabuan.base.money.StatementPages;
import khabuan.base.money.Statements;
import khabuan.base.money.Statements.Reading;
import khabuan.base.money.Statements.Row;
import khabuan.base.money.Statements.Span;
import khabuan.base.print.Block;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.RowKind;
import khabuan.base.record.Moments;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** The statements of the institute in the report of money: each beside the quarter before and the year before, of all money and of the fund alone, in millions. */
@Component
class StatementTables {

    private static final Wording WORDING = new Wording("money");
    private final Statements statements;
    private final Moments moments;
    private final List<DivisionNames> divisions;
    private final Words words;

    StatementTables(Statements statements, Moments moments, List<DivisionNames> divisions, Bundles bundles) {
        this.statements = statements;
        this.moments = moments;
        this.divisions = divisions;
        this.words = bundles.in(Bundles.THAI);
    }

    /** What the books hold on all days that the statements of a report tell of, as they were known at its moment. */
    Reading read(ReportMoment moment) {
        return moments.read(moment.knownAt(), () -> statements.read(Ledger.INSTITUTE, periods(moment)));
    }

    /** Nothing when the books hold nothing by then. */
    List<Block> position(ReportMoment moment, Reading reading) {
        var days = List.of(moment.asOf(), before(moment).until(), moment.asOf().minusYears(1));
        return tables("position", days.stream().map(d -> WORDING.of("head.at", day(d))).toList(), fund -> reading.position(fund, days));
    }

    /** The year so far beside as long of the year before, and the quarter beside the one before. */
    List<Block> performance(ReportMoment moment, Reading reading) {
        var periods = periods(moment);
        return tables("performance", heads(periods), fund -> reading.performance(fund, periods));
    }

    /** Subsidies by programme, and what the fund took in and spent account by account. */
    List<Block> kinds(ReportMoment moment, Reading reading) {
        var periods = periods(moment);
        return Stream.of(table("kinds", "subsidies-by-programme", heads(periods), reading.subsidies(periods)), table("kinds", "kinds-of-codi", heads(periods), reading.kinds("codi", periods))).flatMap(List::stream).toList();
    }

    private static List<Span> periods(ReportMoment moment) {
        var year = new Span(moment.quarter().year().start(), moment.asOf());
        return List.of(year, new Span(year.from().minusYears(1), year.until().minusYears(1)), new Span(moment.quarter().start(), moment.asOf()), before(moment));
    }

    /** The quarter before. */
    private static Span before(ReportMoment moment) {
        var start = moment.quarter().start();
        return new Span(start.minusMonths(3), start.minusDays(1));
    }

    private static List<String> heads(List<Span> periods) {
        return periods.stream().map(p -> WORDING.of("head.span", day(p.from()), day(p.until()))).toList();
    }

    private static String day(LocalDate day) {
        return ThaiDate.brief(day);
    }

    private List<Block> tables(String section, List<String> heads, Function<String, List<Row>> rows) {
        return Stream.of(Statements.ALL, "codi").flatMap(fund -> table(section, fund.isEmpty() ? "all-money" : "fund-codi", heads, rows.apply(fund)).stream()).toList();
    }

    /** Each amount beside that which comes after it in the pairs of columns, with its change. */
    private List<Block> table(String section, String title, List<String> heads, List<Row> rows) {
        if (rows.stream().allMatch(r -> r.amounts().stream().allMatch(Baht::isZero))) return List.of();
        boolean days = heads.size() == 3;
        var columns = new ArrayList<Column>(List.of(new Column(30, Align.LEFT)));
        var names = new ArrayList<String>(List.of(WORDING.of("head.line")));
        for (var head : days ? List.of(heads.get(0), heads.get(1), "", heads.get(2), "") : List.of(heads.get(0), heads.get(1), "", heads.get(2), heads.get(3), "")) {
            columns.add(new Column(head.isEmpty() ? 9 : 14, Align.RIGHT));
            names.add(head.isEmpty() ? WORDING.of("head.change") : head);
        }
        var programmes = divisions.stream().filter(d -> d.by().equals("programme")).findFirst().map(DivisionNames::names).orElse(Map.of());
        var lines = rows.stream().map(r -> new TableBlock.Row(r.total() ? RowKind.TOTAL : RowKind.ORDINARY, cells(words.has(r.key()) ? words.t(r.key()) : programmes.getOrDefault(r.key(), r.key()), r.amounts(), days))).toList();
        return List.of(new Block.Heading(3, "", WORDING.of(title), "money-" + section + "-" + title), new TableBlock("", columns, List.of(names.stream().map(Head::of).toList()), lines, List.of(WORDING.of("below.statement"))).inSmallType());
    }

    private static List<Cell> cells(String name, List<Baht> amounts, boolean days) {
        var now = amounts.getFirst();
        var cells = new ArrayList<Cell>(List.of(Cell.text(name), money(now), money(amounts.get(1)), change(now, amounts.get(1)), money(amounts.get(2))));
        if (!days) cells.add(money(amounts.get(3)));
        cells.add(days ? change(now, amounts.get(2)) : change(amounts.get(2), amounts.get(3)));
        return cells;
    }

    private static Cell money(Baht amount) {
        return Cell.of(amount.amount(), Run.plain(StatementPages.millions(amount)));
    }

    private static Cell change(Baht now, Baht before) {
        return before.isZero() ? Cell.text("-") : Cell.of(StatementPages.growth(now, before), Run.plain(StatementPages.change(now, before)));
    }
}
