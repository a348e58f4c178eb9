package khabuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.money.Baht;
import khabuan.registry.project.Frame;

/** Advances of the offices in fiscal year 2562: most of them cleared, some within their day, some over it by weeks and by months, one in each region still to be approved. */
final class SimulatedAdvances {

    private static final List<String> OFFICES = List.of("C", "N", "NE", "CW", "BE", "S");
    private static final List<String> PURPOSES = List.of("จัดเวทีทบทวนแผนพัฒนาตำบล", "ประชุมคณะอนุกรรมการระดับภาค", "ลงพื้นที่ตรวจงวดงานบ้านมั่นคง", "อบรมผู้นำกองทุนสวัสดิการ", "ประชุมเครือข่ายสภาองค์กรชุมชน");
    /** Days from today, 2 September 2562, back to the day on which an advance was to be cleared; below nothing for one that is not due. */
    private static final int[] OVER = {-17, 12, 45, 80, 130, -9, 25, 38, 71, 190};
    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private final Numbers numbers;
    private final Ledger ledger;
    private final SimulatedBooks books;
    private final SimulatedProjects projects;
    private final long paper;
    private final Map<String, Long> accounts;
    private final Draw draw = Draw.of("advances");
    private int code;

    SimulatedAdvances(Numbers numbers, Ledger ledger, SimulatedBooks books, SimulatedProjects projects, SimulatedFiles files, Map<String, Long> accounts) {
        this.numbers = numbers;
        this.ledger = ledger;
        this.books = books;
        this.projects = projects;
        this.paper = files.number("result");
        this.accounts = accounts;
    }

    void make() {
        for (int o = 0; o < OFFICES.size(); o++) {
            var frame = books.frame(2562, "operation-administration", OFFICES.get(o));
            for (int i = 0; i < 8; i++) cleared(frame, LocalDate.of(2018, 11, 5).plusDays(29L * i + o));
            for (int i = 0; i < 5; i++) out(frame, TODAY.minusDays(OVER[(o + i * 2 + i / 3) % OVER.length] + o), i);
            ask(frame, LocalDate.of(2019, 8, 26));
        }
    }

    private String borrower(Frame frame) {
        return "เจ้าหน้าที่" + (frame.office().equals("C") ? "ส่วนกลาง" : "ภาค") + " " + (1 + draw.below(9)) + " (จำลอง)";
    }

    /** Who asks for it: the office's own officer. */
    private Long officer(Frame frame) {
        return accounts.get(frame.office().equals("C") ? "centre" : "officer-" + frame.office().toLowerCase(Locale.ROOT));
    }

    private String nextCode() {
        return "A62-%05d".formatted(++code);
    }

    private Baht amount() {
        return Baht.of(500L * (10 + draw.below(90)));
    }

    private long lend(Frame frame, Baht amount, LocalDate asked, LocalDate due) {
        long id = numbers.next(), payee = numbers.next(), payment = numbers.next();
        var paid = asked.plusDays(4);
        String borrower = borrower(frame), purpose = draw.one(PURPOSES.toArray(String[]::new)), code = nextCode();
        books.post(frame.putAside(amount, asked.plusDays(1), id, purpose));
        long entry = books.post(frame.lend(amount, paid, id, code));
        books.post(frame.settleAdvance(amount, paid, id));
        ledger.enter(paid, Sheet.PAYEE, payee, "advance", id, borrower, draw.one(SimulatedProjects.BANKS), "8%09d".formatted(draw.below(1_000_000_000)));
        ledger.enter(paid, Sheet.PAYMENT, payment, "advance", id, payee, amount.satang(), code, projects.batch(paid), paid, entry, paid);
        ledger.enter(paid, Sheet.ADVANCE, id, code, frame.id(), frame.office(), borrower, purpose, amount.satang(), asked, officer(frame), due, asked.plusDays(1), accounts.get("finance"), payment);
        ledger.enter(paid, Sheet.EVIDENCE, "advance", id, "request", null, paper, paid);
        return id;
    }

    private void clear(Frame frame, long id, Baht amount, LocalDate day) {
        ledger.enter(day, Sheet.EVIDENCE, "advance", id, "receipt", null, paper, day);
        ledger.enter(day, Sheet.ADVANCE_CLEARING, id, "receipts", day, amount.satang(), "ใบสำคัญครบ", books.clear(frame, amount, day, id, "ใบสำคัญครบ"), accounts.get("finance"));
    }

    /** Taken, spent but for a little, which came back. */
    private void cleared(Frame frame, LocalDate asked) {
        var amount = amount();
        var left = Baht.of(100L * draw.below(20));
        long id = lend(frame, amount, asked, asked.plusDays(30));
        var day = asked.plusDays(12 + draw.below(25));
        clear(frame, id, amount.minus(left), day);
        if (left.isPositive()) {
            ledger.enter(day, Sheet.EVIDENCE, "advance", id, "deposit-slip", null, paper, day);
            ledger.enter(day, Sheet.ADVANCE_CLEARING, id, "cash", day, left.satang(), "เงินเหลือ", books.post(frame.giveBack(left, day, id, "เงินเหลือ")), accounts.get("finance"));
        }
        ledger.enter(day, Sheet.ADVANCE_CLEARED, id, day);
    }

    /** Taken and not cleared; of every second one a part is. */
    private void out(Frame frame, LocalDate due, int number) {
        var amount = amount();
        var asked = due.minusDays(30);
        long id = lend(frame, amount, asked, due);
        if (number % 2 == 1) clear(frame, id, Baht.of(amount.satang() / 100 * 2 / 5), asked.plusDays(10));
    }

    private void ask(Frame frame, LocalDate asked) {
        long id = numbers.next();
        String borrower = borrower(frame);
        ledger.enter(asked, Sheet.PAYEE, numbers.next(), "advance", id, borrower, draw.one(SimulatedProjects.BANKS), "8%09d".formatted(draw.below(1_000_000_000)));
        ledger.enter(asked, Sheet.ADVANCE, id, nextCode(), frame.id(), frame.office(), borrower, draw.one(PURPOSES.toArray(String[]::new)), amount().satang(), asked, officer(frame), asked.plusDays(30), null, null, null);
        ledger.enter(asked, Sheet.EVIDENCE, "advance", id, "request", null, paper, asked);
    }
}
