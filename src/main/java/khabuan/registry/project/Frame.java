package khabuan.registry.project;

import java.time.LocalDate;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.LedgerAccount;

/** A frame (กรอบงบ): what a programme may approve in an office, of the money of a budget year. It knows the accounts on which its money stands, and which entry each movement is:
 *  free → approved → paid, and back from paid to free when money is returned. "Free" and "approved" are guarded, so that nothing is ever approved over a frame or paid over an approval.
 *  @param office the code of a region or of the centre
 *  @param expenseCode where its payments are spent */
public record Frame(long id, int budgetYear, String programme, String office, String fund, String category, String expenseCode) {

    private LedgerAccount account(String code) {
        return LedgerAccount.of(Programme.BOOK, code, fund).year(budgetYear).programme(programme).office(office);
    }

    /** Where the records are told that stand behind a frame of matching subsidies. */
    String basisPath() {
        return "/budget/frames/" + id + "/basis";
    }

    LedgerAccount free() {
        return account("9200");
    }

    /** Approved for a project and not yet paid. */
    LedgerAccount approved(long project) {
        return account("9300").record(project);
    }

    /** Approved, not paid when the budget year ended, and carried over (กันเงินเหลื่อมปี). */
    LedgerAccount carried(long project) {
        return account("9310").record(project);
    }

    LedgerAccount paid(long project) {
        return account("9400").record(project);
    }

    LedgerAccount returned(long project) {
        return account("9500").record(project);
    }

    private LedgerAccount expense(long project) {
        return account(expenseCode).record(project);
    }

    private LedgerAccount bank() {
        return LedgerAccount.of(Programme.BOOK, "1100", fund);
    }

    /** What an officer took and has not cleared: guarded, so that no more is cleared than was taken. */
    LedgerAccount lent(long advance) {
        return account("1200").record(advance);
    }

    /** Money that has left for the bank and is not yet settled. */
    private LedgerAccount underway() {
        return LedgerAccount.of(Programme.BOOK, "2100", fund);
    }

    private Entry entry(LocalDate day, String act, String kind, long id, String memo) {
        return Entry.on(day, act, kind, id, memo);
    }

    public Entry allot(Baht amount, LocalDate day, long movement) {
        return entry(day, "frame.allot", "budget_movement", movement, "").moving(amount, Programme.unallotted(fund, budgetYear, category), free());
    }

    public Entry allowOver(Baht amount, LocalDate day, long movement, String reason) {
        return entry(day, "frame.over", "budget_movement", movement, reason).moving(amount, account("9600"), free());
    }

    public Entry transferTo(Frame other, Baht amount, LocalDate day, long movement, String reason) {
        return entry(day, "frame.transfer", "budget_movement", movement, reason).moving(amount, free(), other.free());
    }

    public Entry approve(Baht amount, LocalDate day, long project, String resolution) {
        return entry(day, "project.approve", "project", project, resolution).moving(amount, free(), approved(project));
    }

    /** What was approved and is not wanted any more goes back to the frame. @param carried what of it had been carried over */
    Entry release(Baht amount, Baht carried, LocalDate day, long project, String reason) {
        var entry = entry(day, "project.release", "project", project, reason);
        if (!amount.isZero()) entry = entry.moving(amount, approved(project), free());
        return carried.isZero() ? entry : entry.moving(carried, carried(project), free());
    }

    public Entry carry(Baht amount, LocalDate day, long project, String body) {
        return entry(day, "project.carry", "project", project, body).moving(amount, approved(project), carried(project));
    }

    /** A payment leaves for the bank. After the end of the budget year only what was carried over is paid. */
    public Entry pay(Baht amount, LocalDate day, long project, String memo) {
        var from = day.isAfter(new FiscalYear(budgetYear).end()) ? carried(project) : approved(project);
        return entry(day, "payment.issue", "project", project, memo).moving(amount, from, paid(project)).moving(amount, underway(), expense(project));
    }

    public Entry settle(Baht amount, LocalDate day, long project) {
        return settle(amount, day, "project", project);
    }

    private Entry settle(Baht amount, LocalDate day, String kind, long id) {
        return entry(day, "payment.settle", kind, id, "").moving(amount, bank(), underway());
    }

    /** Money comes back to the bank, and is free to be approved again. */
    public Entry takeBack(Baht amount, LocalDate day, long project, String reason) {
        return entry(day, "project.return", "project", project, reason).moving(amount, returned(project), free())
                .moving(amount, LedgerAccount.of(Programme.BOOK, "4500", fund).programme(programme).office(office).record(project), bank());
    }

    /** An office spends it itself. */
    public Entry spend(Baht amount, LocalDate day, long expenditure, String purpose) {
        return entry(day, "expenditure", "expenditure", expenditure, purpose).moving(amount, free(), paid(0)).moving(amount, bank(), expense(0));
    }

    /** An advance is approved: its money is put aside in the frame. */
    public Entry putAside(Baht amount, LocalDate day, long advance, String purpose) {
        return entry(day, "advance.approve", Advance.KIND, advance, purpose).moving(amount, free(), approved(advance));
    }

    /** An advance that was approved is not taken. */
    Entry forgo(Baht amount, LocalDate day, long advance, String reason) {
        return entry(day, "advance.withdraw", Advance.KIND, advance, reason).moving(amount, approved(advance), free());
    }

    /** The advance leaves for the bank: the officer owes it. Nothing is spent yet. */
    public Entry lend(Baht amount, LocalDate day, long advance, String memo) {
        return entry(day, "payment.issue", Advance.KIND, advance, memo).moving(amount, underway(), lent(advance));
    }

    public Entry settleAdvance(Baht amount, LocalDate day, long advance) {
        return settle(amount, day, Advance.KIND, advance);
    }

    /** Receipts clear a part of an advance: it is spent by the office. */
    public Entry clear(Baht amount, LocalDate day, long advance, String note) {
        return entry(day, "advance.clear", Advance.KIND, advance, note).moving(amount, approved(advance), paid(0)).moving(amount, lent(advance), expense(0));
    }

    /** A part of an advance is given back, and is free in the frame again. */
    public Entry giveBack(Baht amount, LocalDate day, long advance, String note) {
        return entry(day, "advance.return", Advance.KIND, advance, note).moving(amount, approved(advance), free()).moving(amount, lent(advance), bank());
    }
}
