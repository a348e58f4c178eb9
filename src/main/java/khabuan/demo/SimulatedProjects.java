package khabuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.registry.project.Frame;

/** Projects on their way: considered by a working group on the tenth of a month, approved by the sub-committee on the twentieth, contracted, and paid in instalments. */
final class SimulatedProjects {

    /** Nothing moves after the day on which the report's data end. */
    static final LocalDate END = Draw.QUARTER_ENDS[3];
    private static final String[] PAPERS = {"proposal", "household-list", "contract", "bank-book"};
    static final String[] BANKS = {"002", "004", "006", "014", "030", "034"};
    /** The programmes whose projects are screened before the working group sees them. */
    private static final Set<String> SCREENED = Set.of("baan-mankong", "canal");
    private static final List<String> AFTER_APPROVAL = List.of("contracted", "running", "closed");
    private final Numbers numbers;
    private final Ledger ledger;
    private final SimulatedBooks books;
    private final long paper;
    private final Draw draw = Draw.of("projects");
    private final Map<Integer, Integer> codes = new HashMap<>();
    private final Map<String, Called> meetings = new LinkedHashMap<>();
    private final Map<YearMonth, Long> batches = new HashMap<>();

    SimulatedProjects(Numbers numbers, Ledger ledger, SimulatedBooks books, SimulatedFiles files) {
        this.numbers = numbers;
        this.ledger = ledger;
        this.books = books;
        this.paper = files.number("result");
    }

    /** What a project is for.
     *  @param council of its unit; null for none; @param fund the number of the welfare fund that carries it out instead; null for none
     *  @param counted households or members; null when projects are counted; @param of how many members in all, or null */
    record Wish(String programme, Unit unit, Council council, Long fund, String title, Integer counted, Integer of, Baht amount) {

        Wish(String programme, Unit unit, Council council, String title, Integer counted, Integer of, Baht amount) {
            this(programme, unit, council, null, title, counted, of, amount);
        }

        /** The council, if it was known by a day. */
        Long councilOn(LocalDate day) {
            return council == null || council.registeredOn.plusDays(40).isAfter(day) ? null : council.id;
        }
    }

    /** Who asks for an instalment, checks the request and approves it, by their accounts. */
    record Hands(long requester, long checker, long approver) {}

    /** A project that is approved. */
    final class Approved {

        final long id = numbers.next();
        final Frame frame;
        private final String code;
        private final LocalDate approvedOn;
        private final long payee = numbers.next();
        private int instalments;

        private Approved(Frame frame, Wish wish, LocalDate approvedOn) {
            this.frame = frame;
            this.approvedOn = approvedOn;
            this.code = nextCode(frame.budgetYear());
            long plan = propose(id, frame, code, wish, approvedOn, "approved", approvedOn);
            considered(id, plan, frame, approvedOn, wish.amount(), true, approvedOn);
            books.post(frame.approve(wish.amount(), approvedOn, id, code));
            var contracted = approvedOn.plusDays(8);
            if (contracted.isAfter(END)) return;
            step(id, "contracted", contracted, "", null, approvedOn);
            for (var kind : PAPERS) ledger.enter(contracted, Sheet.EVIDENCE, "project", id, kind, null, paper, contracted);
            ledger.enter(contracted, Sheet.PAYEE, payee, "project", id, wish.title(), draw.one(BANKS), "9%09d".formatted(draw.below(1_000_000_000)));
        }

        /** An instalment, due on a day. @param paidOn null when it is not paid yet
         *  @return its number as a record */
        long instalment(Baht amount, LocalDate dueOn, LocalDate paidOn) {
            long instalment = numbers.next();
            ledger.enter(approvedOn, Sheet.INSTALMENT, instalment, id, ++instalments, amount.satang(), dueOn);
            if (paidOn == null || paidOn.isAfter(END)) return instalment;
            if (instalments > 1) inspect(instalment, paidOn);
            long payment = numbers.next();
            long entry = books.pay(frame, amount, paidOn, id, code + "/" + instalments);
            books.post(frame.settle(amount, paidOn, id));
            ledger.enter(paidOn, Sheet.PAYMENT, payment, "project", id, payee, amount.satang(), code + "/" + instalments, batch(paidOn), paidOn, entry, paidOn);
            ledger.enter(paidOn, Sheet.PAYMENT_REQUEST, instalment, paidOn.minusDays(6), null, paidOn.minusDays(3), null, paidOn.minusDays(1), null, payment);
            if (instalments == 1) step(id, "running", paidOn, "", null, approvedOn);
            return instalment;
        }

        void inspect(long instalment, LocalDate paidOn) {
            ledger.enter(paidOn, Sheet.INSPECTION, instalment, paidOn.minusDays(8), "คณะทำงานร่วมตรวจงวดงาน (จำลอง)", true, "");
        }

        /** The first instalment is asked for, as far as it came by the hands of three people: once it is approved, its payment waits for a batch, and the project runs.
         *  @param checked @param approved null for not yet */
        void request(long instalment, Baht amount, Hands hands, LocalDate requested, LocalDate checked, LocalDate approved) {
            var entered = approved != null ? approved : checked != null ? checked : requested;
            Long payment = approved == null ? null : Long.valueOf(numbers.next());
            if (payment != null) {
                ledger.enter(entered, Sheet.PAYMENT, payment, "project", id, payee, amount.satang(), code + "/1", null, null, null, null);
                step(id, "running", approved, "", null, approvedOn);
            }
            ledger.enter(entered, Sheet.PAYMENT_REQUEST, instalment, requested, hands.requester(), checked, checked == null ? null : hands.checker(), approved, approved == null ? null : hands.approver(), payment);
        }

        void close(LocalDate day) {
            if (!day.isAfter(END)) step(id, "closed", day, "", null, approvedOn);
        }

        void takeBack(Baht amount, LocalDate day, String reason) {
            ledger.enter(day, Sheet.PROJECT_RETURN, id, day, amount.satang(), reason, books.post(frame.takeBack(amount, day, id, reason)));
        }

        void carry(Baht amount) {
            books.post(frame.carry(amount, new FiscalYear(frame.budgetYear()).end(), id, "กันเงินเหลื่อมปี"));
        }
    }

    /** The day of a month on which the sub-committee meets. */
    static LocalDate meets(YearMonth month) {
        return month.atDay(20);
    }

    Approved approve(int year, Wish wish, YearMonth month) {
        return new Approved(books.frame(year, wish.programme(), wish.unit().region()), wish, meets(month));
    }

    /** A project that is not approved, as it stands before its bodies: draft, submitted, considered, returned or rejected. */
    void waiting(int year, Wish wish, String state, LocalDate day) {
        long id = numbers.next();
        var frame = books.frame(year, wish.programme(), wish.unit().region());
        long plan = propose(id, frame, nextCode(year), wish, day, state, null);
        papers(id, year, state, day);
        if (state.equals("considered")) {
            considered(id, plan, frame, meets(YearMonth.from(day).plusMonths(1)), wish.amount(), false, day);
            return;
        }
        if (!state.equals("draft")) step(id, "submitted", day.plusDays(2), "", null, day);
        if (!state.equals("draft") && !state.equals("submitted")) step(id, state, day.plusDays(15), "screening", null, day);
    }

    /** What a project brings before its bodies: all that were considered their proposal and their households, of those that wait to be screened the households of every second. */
    private void papers(long id, int year, String state, LocalDate day) {
        if (state.equals("draft")) return;
        ledger.enter(day, Sheet.EVIDENCE, "project", id, "proposal", null, paper, day);
        if (state.equals("considered") || codes.get(year) % 2 == 0) ledger.enter(day, Sheet.EVIDENCE, "project", id, "household-list", null, paper, day);
    }

    private String nextCode(int year) {
        return "%d-%06d".formatted(year % 100, codes.merge(year, 1, Integer::sum));
    }

    private long propose(long id, Frame frame, String code, Wish wish, LocalDate day, String state, LocalDate inForce) {
        long plan = numbers.next();
        ledger.enter(day, Sheet.PROJECT, id, code, frame.id(), wish.unit().code(), wish.councilOn(day), wish.fund(), wish.title(), state);
        ledger.enter(day, Sheet.PROJECT_PLAN, plan, id, 1, "แก้ปัญหาร่วมกันของคนในพื้นที่", "ผู้เดือดร้อนได้รับการช่วยเหลือตามแผน", "", wish.counted(), wish.of(), wish.amount().satang(), day, day.plusMonths(9), inForce);
        ledger.enter(day, Sheet.PROJECT_LINE, plan, "cost", 1, "ค่าดำเนินงานตามแผน", "", wish.amount().satang(), null);
        ledger.enter(day, Sheet.PROJECT_LINE, plan, "activity", 1, "ดำเนินงานตามแผน", "", 0, day.plusMonths(6));
        step(id, "draft", day.minusDays(20), "", null, day);
        return plan;
    }

    private void considered(long id, long plan, Frame frame, LocalDate approvedOn, Baht amount, boolean approved, LocalDate entered) {
        var office = frame.office();
        step(id, "submitted", approvedOn.minusDays(14), "", null, entered);
        if (SCREENED.contains(frame.programme())) step(id, "screened", screens(approvedOn), "screening", item("screening", office, screens(approvedOn), plan, amount, entered), entered);
        step(id, "considered", considers(approvedOn), "working-group", item("working-group", office, considers(approvedOn), plan, amount, entered), entered);
        if (approved) step(id, "approved", approvedOn, "regional-subcommittee", item("regional-subcommittee", office, approvedOn, plan, amount, entered), entered);
    }

    /** When those who screen meet before a meeting of the sub-committee. */
    private static LocalDate screens(LocalDate approvedOn) {
        return approvedOn.minusDays(12);
    }

    private static LocalDate considers(LocalDate approvedOn) {
        return approvedOn.minusDays(10);
    }

    private Long item(String body, String office, LocalDate day, long plan, Baht amount, LocalDate entered) {
        var meeting = meetings.get(body + office + day);
        ledger.enter(later(day, entered), Sheet.COMMITTEE_ITEM, meeting.id, ++meeting.items, plan, "consented", "เห็นชอบตามเสนอ", amount.satang());
        return meeting.id;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Calls the meetings of a fiscal year, month by month, up to the end of the data. */
    void callMeetings(int year) {
        for (var office : Printed.REGIONS)
            for (int m = 0; m < 12; m++) {
                var day = meets(YearMonth.from(new FiscalYear(year).start()).plusMonths(m));
                if (day.isAfter(END)) continue;
                call("screening", office.code(), year, screens(day), "หัวหน้าทีมกลั่นกรอง (จำลอง)");
                call("working-group", office.code(), year, considers(day), "ประธานคณะทำงาน (จำลอง)");
                call("regional-subcommittee", office.code(), year, day, "ประธานอนุกรรมการ (จำลอง)");
            }
    }

    /** A meeting that is called; it is held when there is anything on its agenda. */
    private static final class Called {
        final long id;
        final String body;
        final String office;
        final int year;
        final LocalDate day;
        final String chair;
        int items;

        Called(long id, String body, String office, int year, LocalDate day, String chair) {
            this.id = id;
            this.body = body;
            this.office = office;
            this.year = year;
            this.day = day;
            this.chair = chair;
        }
    }

    private void call(String body, String office, int year, LocalDate day, String chair) {
        meetings.put(body + office + day, new Called(numbers.next(), body, office, year, day, chair));
    }

    /** Enters the meetings that had something to decide, numbered through their year. */
    void holdMeetings() {
        var held = new HashMap<String, Integer>();
        for (var m : meetings.values())
            if (m.items > 0) ledger.enter(m.day, Sheet.COMMITTEE_MEETING, m.id, m.body, m.office, m.year, held.merge(m.body + m.office + m.year, 1, Integer::sum), m.day, "ห้องประชุมสำนักงานภาค", m.chair, m.day);
    }

    /** @param entered the day on which the project was entered: nothing of it is recorded before */
    private void step(long project, String state, LocalDate day, String body, Long meeting, LocalDate entered) {
        var on = later(day, entered);
        ledger.enter(on, Sheet.PROJECT_STEP, project, state, day, body, meeting == null ? "" : "เห็นชอบตามเสนอ", meeting == null ? "เจ้าหน้าที่โครงการ (จำลอง)" : "", meeting);
        int place = AFTER_APPROVAL.indexOf(state);
        if (place >= 0) ledger.enter(on, Sheet.PROJECT_STATE, project, state, day, place);
    }

    /** Payments of a month go out in one batch. */
    long batch(LocalDate day) {
        var month = YearMonth.from(day);
        var recorded = Ledger.recorded(month.atDay(1).isBefore(LocalDate.of(2018, 10, 1)) ? month.atEndOfMonth() : month.atDay(1));
        return batches.computeIfAbsent(month, m -> {
            long id = numbers.next();
            ledger.enterOn(recorded, Sheet.PAYMENT_BATCH, id, "KHB-%d-%02d".formatted(m.getYear() + 543, m.getMonthValue()), m.atDay(1), m.atDay(1));
            return id;
        });
    }

    /** Divides baht unevenly, to the baht. */
    List<Baht> parts(long baht, int count, int least) {
        var parts = new ArrayList<Baht>();
        for (long part : divided(baht, count, least)) parts.add(Baht.of(part));
        return parts;
    }

    private long[] divided(long baht, int count, int least) {
        var thousands = draw.parts((int) (baht / 1000), count, least / 1000);
        var parts = new long[count];
        for (int i = 0; i < count; i++) parts[i] = thousands[i] * 1000L;
        parts[0] += baht % 1000;
        return parts;
    }
}
