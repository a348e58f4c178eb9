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
        blocks.add(new Block.Heading(1, "", words.t("duplicate.memo.title"), "memo"));
        blocks.add(Block.Paragraph.of(Run.plain(words.t("duplicate.memo.ask", words.longDay(today), words.number(lines.size()), words.longDay(today.plusDays(DAYS))))));
        String province = "";
        for (int from = 0, to; from < lines.size(); from = to) {
            province = lines.get(from).province();
            for (to = from; to < lines.size() && lines.get(to).province().equals(province); ) to++;
            blocks.add(table(province, lines.subList(from, to), words));
        }
        blocks.add(Block.Paragraph.of(Run.plain(words.t("duplicate.memo.cases"))));
        return new Document(words.t("duplicate.memo.title"), List.of(), demonstration ? words.t("shell.simulated") : "", words.language().getLanguage().equals("th") ? Digits.THAI : Digits.ARABIC, false, blocks);
    }

    private static TableBlock table(String province, List<PairLine> lines, Words words) {
        var rows = lines.stream().map(l -> Row.of(Cell.text(words.t("duplicate.kind." + l.pair().kind())), Cell.text(l.firstName() + " (" + l.firstCode() + ")"), Cell.text(l.secondName() + " (" + l.secondCode() + ")"),
                Cell.text(l.unit() + (l.otherUnit().isEmpty() ? "" : " / " + l.otherUnit())))).toList();
        var columns = List.of(new Column(14, Align.LEFT), new Column(32, Align.LEFT), new Column(32, Align.LEFT), new Column(28, Align.LEFT));
        var head = List.of(List.of(Head.of(words.t("duplicate.memo.kind")), Head.of(words.t("duplicate.memo.first")), Head.of(words.t("duplicate.memo.second")), Head.of(words.t("duplicate.memo.unit"))));
        return new TableBlock(words.t("duplicate.memo.province", province, words.number(lines.size())), columns, head, rows, List.of());
    }
}
