package khabuan.registry.welfare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import khabuan.base.money.Baht;
import khabuan.base.text.Words;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;

/** What a statement tells, line by line, beside the one before it and by how much it changed. */
public final class FiguresTable {

    private final List<Line> lines = new ArrayList<>();
    private final Figures now, before;
    private final Words words;

    /** @param isSum whether others add up to it; @param before "" when there is none before; @param change "" then too */
    public record Line(String label, boolean isSum, String before, String now, String change) {

        public boolean isSame() {
            return now.equals(before);
        }
    }

    private FiguresTable(Figures now, Figures before, Words words) {
        this.now = now;
        this.before = before;
        this.words = words;
    }

    /** @param before null for none */
    public static List<Line> of(Figures now, Figures before, Words words) {
        var table = new FiguresTable(now, before, words);
        table.members();
        table.amount(words.t("welfare.received-baht"), true, Figures::received);
        for (var s : Source.values()) table.amount("[" + s.item() + "] " + words.t("class.welfare.money." + s.word()), false, f -> f.money().get(s));
        table.given(words.t("welfare.given"), true, Figures::given);
        for (var b : Benefit.values()) if (table.isTold(f -> f.benefits().get(b).recipients())) table.given(words.t("class.welfare.paid." + b.word()), false, f -> f.benefits().get(b));
        return table.lines;
    }

    private void members() {
        count(words.t("welfare.members"), true, Figures::members);
        for (var c : MemberClass.values()) count(words.t("class.welfare.members." + c.word()), false, f -> f.classes().get(c));
        if (isTold(Figures::unspecified)) count(words.t("class.welfare.members.unspecified"), false, Figures::unspecified);
        count(words.t("field.welfare_statement.villages"), false, Figures::villages);
        count(words.t("field.welfare_statement.committee"), false, Figures::committee);
    }

    private boolean isTold(Function<Figures, Integer> count) {
        return count.apply(now) > 0 || before != null && count.apply(before) > 0;
    }

    private void count(String label, boolean isSum, Function<Figures, Integer> count) {
        add(label, isSum, count, n -> n == null ? "–" : words.number(n), (was, is) -> was == null || is == null ? "–" : change(was, is));
    }

    private void amount(String label, boolean isSum, Function<Figures, Baht> amount) {
        add(label, isSum, amount, Baht::toString, FiguresTable::change);
    }

    private void given(String label, boolean isSum, Function<Figures, Given> given) {
        add(label, isSum, given, g -> words.t("welfare.given-to", words.number(g.recipients()), g.amount().toString()), (was, is) -> words.t("welfare.given-to", change(was.recipients(), is.recipients()), change(was.amount(), is.amount())));
    }

    private <T> void add(String label, boolean isSum, Function<Figures, T> value, Function<T, String> told, BiFunction<T, T, String> change) {
        T is = value.apply(now), was = before == null ? null : value.apply(before);
        lines.add(new Line(label, isSum, before == null ? "" : told.apply(was), told.apply(is), before == null ? "" : change.apply(was, is)));
    }

    /** "+3", "−3", "0". */
    private String change(int was, int is) {
        return (is > was ? "+" : is < was ? "−" : "") + words.number(Math.abs(is - was));
    }

    /** "+72.50", "−72.50", "0.00". */
    private static String change(Baht was, Baht is) {
        return was.isAbove(is) ? "−" + was.minus(is) : (is.isAbove(was) ? "+" : "") + is.minus(was);
    }
}
