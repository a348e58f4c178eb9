package khabuan.registry.welfare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.money.Baht;
import khabuan.base.page.Frame;
import khabuan.base.print.Block;
import khabuan.base.print.Document;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Digits;

/** The committee's report of a period on one sheet, to be read out at the meeting, signed and kept. */
final class FundReportPaper {

    private static final List<Column> COLUMNS = List.of(new Column(70, Align.LEFT), new Column(30, Align.RIGHT));

    private FundReportPaper() {}

    static Document of(FundReportPages.ReportPage page, Frame frame) {
        var told = page.told();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(List.of(Run.bold(page.fund().name())), Block.Manner.CENTRED));
        blocks.add(new Block.Paragraph(List.of(Run.bold(page.period().title(frame))), Block.Manner.CENTRED));
        blocks.add(table(told, frame));
        if (page.closed() != null) blocks.add(capital(page.closed(), frame));
        blocks.add(new Block.Paragraph(List.of(Run.plain(frame.t("welfare.report-members-line", frame.words().number(told.membersBefore()), frame.words().number(told.joined()), frame.words().number(told.left()), frame.words().number(told.died()),
                frame.words().number(told.members())))), Block.Manner.FLUSH));
        for (var who : List.of("treasurer", "chair")) blocks.add(new Block.Paragraph(List.of(Run.plain(frame.t("welfare.report-signed", frame.t("welfare.office." + who)))), Block.Manner.RIGHT));
        return new Document(page.period().title(frame), List.of(), frame.demonstration() ? frame.t("shell.simulated") : "", Digits.ARABIC, false, blocks);
    }

    private static TableBlock table(FundReport.Told told, Frame frame) {
        var rows = new ArrayList<Row>();
        rows.add(total(frame.t("welfare.report-before", frame.words().longDay(told.from())), told.before().sum()));
        told.received().forEach((source, amount) -> { if (!amount.isZero()) rows.add(line(frame.t("field.welfare_statement.from_" + source.word()), amount)); });
        rows.add(total(frame.t("welfare.report-received"), told.receivedSum()));
        told.paid().forEach((kind, given) -> { if (given.recipients() != 0 || !given.amount().isZero()) rows.add(line(frame.t("welfare.report-paid-kind", frame.t("class.welfare.paid." + kind.word()), frame.words().number(given.recipients())), given.amount())); });
        if (!told.costs().isZero()) rows.add(line(frame.t("ledger.W590"), told.costs()));
        rows.add(total(frame.t("welfare.report-paid"), told.paidSum()));
        rows.add(line(frame.t("ledger.W110"), told.after().cash()));
        rows.add(line(frame.t("ledger.W120"), told.after().bank()));
        rows.add(total(frame.t("welfare.report-after", frame.words().longDay(told.until())), told.after().sum()));
        return new TableBlock("", COLUMNS, head(frame, "welfare.item"), rows, List.of());
    }

    private static TableBlock capital(FundYears.Closed year, Frame frame) {
        var rows = List.of(line(frame.t("welfare.year-before", frame.words().longDay(year.from())), year.capitalBefore()), line(frame.t("welfare.year-surplus"), year.surplus()), total(frame.t("welfare.year-after", frame.words().longDay(year.until())), year.capital()));
        return new TableBlock("", COLUMNS, head(frame, "welfare.year-result"), rows, List.of());
    }

    private static List<List<Head>> head(Frame frame, String item) {
        return List.of(Stream.of(item, "welfare.amount-baht").map(k -> Head.of(frame.t(k))).toList());
    }

    private static Row line(String text, Baht amount) {
        return Row.of(Cell.text(text), Cell.of(amount.amount(), Run.plain(amount.toString())));
    }

    private static Row total(String text, Baht amount) {
        return Row.total(Cell.text(text), Cell.of(amount.amount(), Run.bold(amount.toString())));
    }
}
