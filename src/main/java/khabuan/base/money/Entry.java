package khabuan.base.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** An entry of the ledger (รายการบัญชี), to be posted.
 *  @param act what was done: "payment.issue"
 *  @param subjectKind the kind of the record that it is of: "project"
 *  @param lines debits above nothing, credits below; they add to nothing within each fund */
public record Entry(LocalDate day, String act, String subjectKind, long subjectId, String memo, List<Line> lines) {

    /** @param amount debit above nothing, credit below */
    public record Line(LedgerAccount account, Baht amount) {}

    public Entry {
        lines = List.copyOf(lines);
    }

    public static Entry on(LocalDate day, String act, String subjectKind, long subjectId, String memo) {
        return new Entry(day, act, subjectKind, subjectId, memo, List.of());
    }

    /** With the lines of each account as one; those that come to nothing are left out. */
    public Entry joined() {
        var sums = new LinkedHashMap<LedgerAccount, Baht>();
        lines.forEach(l -> sums.merge(l.account, l.amount, Baht::plus));
        return new Entry(day, act, subjectKind, subjectId, memo, sums.entrySet().stream().filter(e -> !e.getValue().isZero()).map(e -> new Line(e.getKey(), e.getValue())).toList());
    }

    /** With an amount more that moves from one account to another. */
    public Entry moving(Baht amount, LedgerAccount from, LedgerAccount to) {
        var more = new ArrayList<>(lines);
        more.add(new Line(to, amount));
        more.add(new Line(from, amount.negated()));
        return new Entry(day, act, subjectKind, subjectId, memo, more);
    }
}
