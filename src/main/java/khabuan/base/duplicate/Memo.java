package khabuan.base.duplicate;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Actor;
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
import org.springframework.stereotype.Component;

/** The memo that asks the regions to look at the suspected pairs: by province, with the day by which the answer is wanted. */
@Component
class Memo {

    private static final int DAYS = 12;
    /** No province, though it stands among them. */
    private static final String CAPITAL = "กรุงเทพมหานคร";
    private final PairList list;
    private final Pairs pairs;

    Memo(PairList list, Pairs pairs) {
        this.list = list;
        this.pairs = pairs;
    }

    Document of(Actor actor, Words words, boolean demonstration) {
        var lines = list.all(actor, Pair.State.SUSPECTED.word());
        var today = pairs.today();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(1, "", words.t("duplicate.memo.memorandum"), "memo"));
        blocks.add(line("date", words.dayInOwnLanguage(today), words));
        blocks.add(line("subject", words.t("duplicate.memo.title"), words));
        blocks.add(line("to", words.t("duplicate.memo.regions"), words));
        blocks.add(Block.Paragraph.of(Run.plain(words.t("duplicate.memo.ask", words.dayInOwnLanguage(today), words.number(lines.size()), words.dayInOwnLanguage(today.plusDays(DAYS))))));
        blocks.add(Block.Paragraph.of(Run.plain(words.t("duplicate.memo.cases"))));
        String province = "";
        for (int from = 0, to; from < lines.size(); from = to) {
            province = lines.get(from).province();
            for (to = from; to < lines.size() && lines.get(to).province().equals(province); ) to++;
            blocks.add(table(province, lines.subList(from, to), words));
        }
        return new Document(words.t("duplicate.memo.title"), List.of(), demonstration ? words.t("shell.simulated") : "", words.language().getLanguage().equals("th") ? Digits.THAI : Digits.ARABIC, false, blocks);
    }

    private static Block line(String key, String text, Words words) {
        return new Block.Paragraph(List.of(Run.bold(words.t("duplicate.memo." + key)), Run.plain("  " + text)), Block.Manner.FLUSH);
    }

    /** The name, and its code on a line of its own, which is not broken. */
    private static Cell named(String name, String code) {
        return Cell.text(name + "\n" + code);
    }

    private static TableBlock table(String province, List<PairLine> lines, Words words) {
        var rows = lines.stream().map(l -> Row.of(Cell.text(words.t("duplicate.kind." + l.pair().kind())), named(l.firstName(), l.firstCode()), named(l.secondName(), l.secondCode()),
                Cell.text(l.unit() + (l.otherUnit().isEmpty() ? "" : "\n" + l.otherUnit())))).toList();
        var columns = List.of(new Column(14, Align.LEFT), new Column(29, Align.LEFT), new Column(29, Align.LEFT), new Column(34, Align.LEFT));
        var head = List.of(List.of(Head.of(words.t("duplicate.memo.kind")), Head.of(words.t("duplicate.memo.first")), Head.of(words.t("duplicate.memo.second")), Head.of(words.t("duplicate.memo.unit"))));
        return new TableBlock(words.t(province.equals(CAPITAL) ? "duplicate.memo.capital" : "duplicate.memo.province", province, words.number(lines.size())), columns, head, rows, List.of());
    }
}
