package khabuan.base.money;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import khabuan.base.text.Words;

/** A batch of payments on paper (ใบสรุปชุดจ่ายเงิน), to be signed and kept beside the file for the bank, by whose fingerprint it is known. The numbers of accounts stand masked. */
final class BatchSummary {

    private BatchSummary() {}

    static Document of(PaymentBatches.Batch batch, List<PaymentPages.Line> lines, Words words, boolean simulated) {
        String title = words.t("money.batch-of", batch.messageId());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(List.of(Run.bold(title)), Block.Manner.CENTRED));
        blocks.add(flush(words.t("money.batch-sum", words.number(batch.payments()), batch.sum().toString())));
        blocks.add(flush(words.t("money.summary.made", words.longDay(batch.madeOn()), batch.maker())));
        blocks.add(flush(batch.isReleased() ? words.t("money.summary.released", words.longDay(batch.releasedOn()), batch.releaser()) : words.t("money.not-released")));
        if (batch.isReleased()) blocks.add(flush(words.t("money.results") + ": " + words.t("money.results-of", words.number(batch.settled()), words.number(batch.failed()), words.number(batch.open()))));
        blocks.add(table(lines, batch, words));
        if (batch.hasFile()) blocks.add(new Block.Paragraph(List.of(Run.plain(words.t("money.file-hash") + " " + batch.file())), Block.Manner.NOTE));
        for (var who : List.of("made-by", "released-by")) blocks.add(new Block.Paragraph(List.of(Run.plain(words.t("money.summary." + who))), Block.Manner.RIGHT));
        return new Document(title, List.of(), simulated ? words.t("shell.simulated") : "", Digits.ARABIC, false, blocks);
    }

    private static Block flush(String text) {
        return new Block.Paragraph(List.of(Run.plain(text)), Block.Manner.FLUSH);
    }

    private static TableBlock table(List<PaymentPages.Line> lines, PaymentBatches.Batch batch, Words words) {
        var head = Stream.of("money.summary.number", "money.of", "money.payee", "money.amount", "money.state").map(k -> Head.of(words.t(k))).toList();
        var columns = List.of(new Column(8, Align.CENTRE), new Column(42, Align.LEFT), new Column(34, Align.LEFT), new Column(20, Align.RIGHT), new Column(18, Align.LEFT));
        var rows = new ArrayList<>(IntStream.range(0, lines.size()).mapToObj(i -> row(i + 1, lines.get(i), words)).toList());
        rows.add(Row.total(Cell.text(""), Cell.text(words.t("money.summary.sum")).over(2), Cell.of(batch.sum().amount(), Run.bold(batch.sum().toString())), Cell.text("")));
        return new TableBlock("", columns, List.of(head), rows, List.of()).inSmallType();
    }

    private static Row row(int number, PaymentPages.Line line, Words words) {
        var payment = line.payment();
        String to = line.payee() + (line.bank().isEmpty() ? "" : "\n" + PaymentPages.bank(words, line.bank()) + " " + line.number());
        String state = words.t("money.state." + payment.state().name().toLowerCase(java.util.Locale.ROOT)) + (payment.failure().isEmpty() ? "" : "\n" + PaymentPages.why(words, payment.failure()));
        return Row.of(Cell.of(number, Run.plain(words.number(number))), Cell.text(line.title() + "\n" + payment.endToEndId()), Cell.text(to), Cell.of(payment.amount().amount(), Run.plain(payment.amount().toString())), Cell.text(state));
    }
}
