package khabuan.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.LedgerAccount;
import khabuan.base.money.Voucher;
import khabuan.registry.project.Frame;

/** The books of the simulation: budgets, frames, and the entries of all that is approved, paid and returned, as the product's own {@link Frame} writes them. */
final class SimulatedBooks {

    private static final String BOOK = "codi";
    private static final Map<String, String> EXPENSES = Map.of("operation-development", "5220", "operation-projects", "5210", "operation-personnel", "5200", "operation-administration", "5230", "operation-investment", "1400");
    private final Numbers numbers;
    private final Ledger ledger;
    private final long book;
    private final Map<String, Frame> frames = new HashMap<>();
    private final Map<String, Long> disbursed = new HashMap<>();

    SimulatedBooks(Numbers numbers, Ledger ledger, long book) {
        this.numbers = numbers;
        this.ledger = ledger;
        this.book = book;
    }

    /** The frame of a programme in an office, opened when the year begins. */
    Frame frame(int year, String programme, String office) {
        return frames.computeIfAbsent(year + programme + office, k -> {
            boolean operation = programme.startsWith("operation-");
            var frame = new Frame(numbers.next(), year, programme, office, operation ? "codi" : "state", operation ? category(programme) : "development", EXPENSES.getOrDefault(programme, "5100"));
            ledger.enterOn(Ledger.recorded(new FiscalYear(year).start()), Sheet.FRAME, frame.id(), year, programme, office);
            return frame;
        });
    }

    /** The part of the budget of which a programme of the institute itself is. */
    static String category(String programme) {
        return programme.equals("operation-projects") ? "development" : programme.substring(10);
    }

    /** What was given for a year. */
    void give(int year, String fund, String category, Baht amount) {
        var day = new FiscalYear(year).start();
        long id = numbers.next();
        var free = LedgerAccount.of(BOOK, "9150", fund).year(year).programme(category);
        long entry = post(Entry.on(day, "budget.give", "budget_movement", id, "งบประมาณรายจ่ายประจำปี").moving(amount, free.code("9100"), free));
        movement(id, year, "budget", fund, category, null, null, amount, day, fund.equals("state") ? "พระราชบัญญัติงบประมาณรายจ่าย" : "คณะกรรมการสถาบัน", "", entry);
    }

    /** Drawn from the Comptroller General. */
    void draw(LocalDate day, Baht amount) {
        post(Entry.on(day, "budget.draw", "ledger_book", book, "เบิกจากกรมบัญชีกลาง").moving(amount, LedgerAccount.of(BOOK, "4100", "state"), LedgerAccount.of(BOOK, "1100", "state")));
    }

    /** An entry that accountants wrote by hand and another posted. */
    void voucher(LocalDate day, String memo, List<Voucher.Line> lines) {
        long id = numbers.next();
        long entry = post(new Entry(day, "voucher.post", khabuan.base.money.Ledger.BY_HAND, id, memo, lines.stream().map(l -> new Entry.Line(LedgerAccount.of(BOOK, l.code(), l.fund()), l.amount())).toList()));
        ledger.enter(day, Sheet.VOUCHER, id, book, day, memo, day, day, entry);
        for (int i = 0; i < lines.size(); i++) ledger.enter(day, Sheet.VOUCHER_LINE, id, i + 1, lines.get(i).code(), lines.get(i).fund(), lines.get(i).amount().satang());
    }

    void allot(Frame frame, Baht amount) {
        allot(frame, amount, new FiscalYear(frame.budgetYear()).start());
    }

    void allot(Frame frame, Baht amount, LocalDate day) {
        long id = numbers.next();
        movement(id, frame.budgetYear(), "allot", frame.fund(), frame.category(), null, frame, amount, day, "คณะกรรมการสถาบัน", "จัดสรรต้นปี", post(frame.allot(amount, day, id)));
    }

    /** For how many members was asked, by the paper by which the frame was allotted. */
    void asking(Frame frame, int members) {
        ledger.enterOn(Ledger.recorded(new FiscalYear(frame.budgetYear()).start()), Sheet.FRAME_BASIS, frame.id(), "members-asking", members);
    }

    void transfer(Frame from, Frame to, Baht amount, LocalDate day, String body, String reason) {
        long id = numbers.next();
        movement(id, from.budgetYear(), "transfer", from.fund(), from.category(), from, to, amount, day, body, reason, post(from.transferTo(to, amount, day, id, reason)));
    }

    private void movement(long id, int year, String act, String fund, String category, Frame from, Frame to, Baht amount, LocalDate day, String body, String reason, long entry) {
        ledger.enter(day, Sheet.BUDGET_MOVEMENT, id, year, act, fund, category, from == null ? null : from.id(), to == null ? null : to.id(), amount.satang(), day, body, reason, entry);
    }

    /** An office spends it itself. */
    void spend(Frame frame, Baht amount, LocalDate day, String purpose) {
        long id = numbers.next();
        ledger.enter(day, Sheet.EXPENDITURE, id, frame.id(), frame.office(), day, amount.satang(), purpose, post(frame.spend(amount, day, id, purpose)));
        count(day, amount);
    }

    /** A higher body lets a frame be exceeded. */
    void allowOver(Frame frame, Baht amount, LocalDate day, String body, String reason) {
        long id = numbers.next();
        movement(id, frame.budgetYear(), "over", frame.fund(), frame.category(), null, frame, amount, day, body, reason, post(frame.allowOver(amount, day, id, reason)));
    }

    /** Receipts clear a part of an advance, which counts as disbursed. */
    long clear(Frame frame, Baht amount, LocalDate day, long advance, String note) {
        count(day, amount);
        return post(frame.clear(amount, day, advance, note));
    }

    /** A payment that leaves, for what counts as disbursed. */
    long pay(Frame frame, Baht amount, LocalDate day, long project, String memo) {
        count(day, amount);
        return post(frame.pay(amount, day, project, memo));
    }

    private void count(LocalDate day, Baht amount) {
        disbursed.merge(quarter(day), amount.satang(), Long::sum);
    }

    private static String quarter(LocalDate day) {
        var year = FiscalYear.of(day);
        int number = 1;
        while (year.quarter(number).end().isBefore(day)) number++;
        return year.year() + "/" + number;
    }

    /** What has left in a quarter so far. */
    Baht disbursed(int year, int quarter) {
        return new Baht(disbursed.getOrDefault(year + "/" + quarter, 0L));
    }

    /** Posts an entry. @return its number */
    long post(Entry entry) {
        long id = numbers.next();
        ledger.enter(entry.day(), Sheet.JOURNAL_ENTRY, id, book, entry.day(), entry.act(), entry.subjectKind(), entry.subjectId(), entry.memo());
        int line = 0;
        for (var l : entry.lines()) {
            var a = l.account();
            ledger.enter(entry.day(), Sheet.POSTING, id, ++line, entry.day(), l.amount().satang(), BOOK, a.code(), a.fund(), a.budgetYear(), a.programme(), a.office(), a.record());
        }
        return id;
    }
}
