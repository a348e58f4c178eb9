package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.money.Baht;
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

/** The minutes of a meeting in the form of Thai official papers: where and when, what was considered and decided, who signs. Who attended stands in it as it was kept, else it is written in by hand. */
final class Minutes {

    private Minutes() {}

    static Document of(Meeting meeting, String office, List<MeetingPages.Row> rows, Words words, boolean simulated) {
        String body = words.t("project.body." + meeting.body().word());
        String title = words.t("project.minutes.title", body);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(List.of(Run.bold(title)), Block.Manner.CENTRED));
        blocks.add(centred(office));
        blocks.add(centred(words.t("project.minutes.number", String.valueOf(meeting.number()), String.valueOf(meeting.fiscalYear()))));
        blocks.add(centred(words.t("project.minutes.day", words.dayInOwnLanguage(meeting.heldOn()))));
        if (!meeting.venue().isEmpty()) blocks.add(centred(words.t("project.minutes.venue", meeting.venue())));
        blocks.add(flush(words.t("project.minutes.present")));
        blocks.add(flush("1. " + (meeting.chair().isEmpty() ? blank(words) : meeting.chair()) + "  " + words.t("project.minutes.chair")));
        if (meeting.attended().isEmpty()) for (int i = 2; i <= 4; i++) blocks.add(flush(i + ". " + blank(words)));
        for (int i = 0; i < meeting.attended().size(); i++) blocks.add(flush((i + 2) + ". " + meeting.attended().get(i)));
        if (!meeting.excused().isEmpty()) blocks.add(flush(words.t("project.minutes.excused")));
        for (int i = 0; i < meeting.excused().size(); i++) blocks.add(flush((i + 1) + ". " + meeting.excused().get(i)));
        blocks.add(flush(words.t("project.minutes.began")));
        blocks.add(new Block.Heading(2, "", words.t("project.minutes.agenda"), "agenda"));
        blocks.add(Block.Paragraph.of(Run.plain(words.t("project.minutes.considered", words.number(rows.size())))));
        blocks.add(table(rows, words));
        blocks.add(Block.Paragraph.of(Run.bold(words.t("project.minutes.resolved") + " "), Run.plain(summary(rows, words))));
        if (meeting.isOpen()) blocks.add(new Block.Paragraph(List.of(Run.plain(words.t("project.minutes.open"))), Block.Manner.NOTE));
        blocks.add(flush(words.t("project.minutes.ended")));
        blocks.add(right(words.t("project.minutes.taken")));
        blocks.add(right(words.t("project.minutes.examined")));
        return new Document(title, List.of(), simulated ? words.t("shell.simulated") : "", words.language().getLanguage().equals("th") ? Digits.THAI : Digits.ARABIC, false, blocks);
    }

    private static String blank(Words words) {
        return words.t("project.minutes.blank");
    }

    private static Block centred(String text) {
        return new Block.Paragraph(List.of(Run.plain(text)), Block.Manner.CENTRED);
    }

    private static Block flush(String text) {
        return new Block.Paragraph(List.of(Run.plain(text)), Block.Manner.FLUSH);
    }

    private static Block right(String text) {
        return new Block.Paragraph(List.of(Run.plain(text)), Block.Manner.RIGHT);
    }

    private static TableBlock table(List<MeetingPages.Row> rows, Words words) {
        var head = Stream.of("project.minutes.item", "kind.project", "project.programme", "project.amount", "project.minutes.resolution").map(k -> Head.of(words.t(k))).toList();
        var columns = List.of(new Column(7, Align.CENTRE), new Column(40, Align.LEFT), new Column(24, Align.LEFT), new Column(20, Align.RIGHT), new Column(28, Align.LEFT));
        return new TableBlock("", columns, List.of(head), rows.stream().map(r -> row(r, words)).toList(), List.of());
    }

    private static Row row(MeetingPages.Row row, Words words) {
        String what = row.title() + "\n" + row.unit() + " " + row.province() + " · " + row.code() + (row.edition() > 1 ? "\n" + words.t("project.agenda.change", words.number(row.edition()), row.changeReason()) : "");
        String decided = words.t(row.isOpen() ? "project.decision.none" : "project.decision." + row.decision().word()) + (row.resolution().isEmpty() ? "" : "\n" + row.resolution()) + (row.reason().isEmpty() ? "" : "\n" + row.reason());
        return Row.of(Cell.of(row.position(), Run.plain(words.number(row.position()))), Cell.text(what), Cell.text(row.programme()), Cell.of(row.amount().amount(), Run.plain(row.amount().toString())), Cell.text(decided));
    }

    /** "เห็นชอบ 3 โครงการ เป็นเงิน 540,000.00 บาท ส่งกลับแก้ไข 1 โครงการ …". */
    private static String summary(List<MeetingPages.Row> rows, Words words) {
        var parts = new ArrayList<String>();
        for (var decision : Meeting.Decision.values()) {
            var of = rows.stream().filter(r -> r.decision() == decision).toList();
            var sum = of.stream().map(MeetingPages.Row::amount).reduce(Baht.ZERO, Baht::plus);
            if (!of.isEmpty()) parts.add(words.t("project.minutes.sum", words.t("project.decision." + decision.word()), words.number(of.size()), sum.toString()));
        }
        return parts.isEmpty() ? words.t("project.minutes.none") : String.join(" · ", parts);
    }
}
