package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.money.BooksClosed;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.Overdrawn;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The budget and its frames: what was given, allotted, moved and allowed beyond, each as a decision with its body and day; what stands in them is asked of the ledger. */
@Component
class Budget {

    private static final String COLUMNS = "select f.id, f.budget_year, f.programme, f.office, p.fund, p.category, p.expense_code from frame f join programme p on p.code = f.programme ";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final Programmes programmes;
    private final Overruns overruns;
    private final Clock clock;
    /** Frames that were asked for: whose they are never changes, and a page asks for the same one again and again. */
    private final Map<Long, Frame> known = new ConcurrentHashMap<>();

    Budget(JdbcClient jdbc, Changes changes, Ledger ledger, Programmes programmes, Overruns overruns, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.programmes = programmes;
        this.overruns = overruns;
        this.clock = clock;
    }

    /** A decision on money: how much, who decided, when, why. */
    record Decision(Baht amount, LocalDate on, String body, String reason) {

        Decision {
            body = body.strip();
            reason = reason.strip();
        }

        Decision of(Baht other) {
            return new Decision(other, on, body, reason);
        }

        void demand(LocalDate today) {
            new Refusals().when(amount == null || !amount.isPositive(), ProjectRefusal.AMOUNT_MISSING, "amount").when(on == null, ProjectRefusal.DAY_MISSING, "on")
                    .when(on != null && on.isAfter(today), ProjectRefusal.DAY_IN_FUTURE, "on").when(body.isEmpty(), ProjectRefusal.BODY_MISSING, "body").demandNone();
        }
    }

    /** What stands in a frame at the end of a day.
     *  @param granted allotted and moved in, less what was moved out, with what was allowed beyond
     *  @param approved for projects and in force, with what the office spent itself: unpaid, and paid less returned
     *  @param paid all that left; @param returned what came back; @param over what was allowed beyond it */
    record Standing(Frame frame, Baht granted, Baht free, Baht approved, Baht paid, Baht returned, Baht over) {

        Baht unpaid() {
            return approved.minus(paid).plus(returned);
        }
    }

    Optional<Frame> find(long id) {
        return jdbc.sql(COLUMNS + "where f.id = :id").param("id", id).query((r, n) -> frame(r)).optional();
    }

    Frame at(long id) {
        return known.computeIfAbsent(id, frame -> find(frame).orElseThrow(() -> new OutOfReach("frame " + frame)));
    }

    /** The frame of a programme in an office; it is opened when there is none. Within a change. */
    Frame of(int budgetYear, String programme, String office) {
        jdbc.sql("insert into frame (budget_year, programme, office) values (?, ?, ?) on conflict do nothing").params(budgetYear, programme, office).update();
        return jdbc.sql(COLUMNS + "where f.budget_year = ? and f.programme = ? and f.office = ?").params(budgetYear, programme, office).query((r, n) -> frame(r)).single();
    }

    private static Frame frame(ResultSet r) throws SQLException {
        return new Frame(r.getLong(1), r.getInt(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7));
    }

    /** All frames of a budget year with what stands in them, in the order of programmes and offices; as it is, or within a moment as it was known. */
    List<Standing> standing(int budgetYear, LocalDate day) {
        var sums = ledger.standing(Programme.BOOK, List.of("9200", "9300", "9310", "9400", "9500", "9600"), budgetYear, day).stream()
                .collect(Collectors.groupingBy(s -> s.account().programme() + ":" + s.account().office(), Collectors.groupingBy(s -> s.account().code(), Collectors.reducing(Baht.ZERO, Ledger.Standing::amount, Baht::plus))));
        return jdbc.sql(COLUMNS + "join region r on r.code = f.office where f.budget_year = ? order by p.position, f.programme, r.print_order, f.office").param(budgetYear).query((r, n) -> frame(r)).list().stream()
                .map(f -> standing(f, sums.getOrDefault(f.programme() + ":" + f.office(), Map.of()))).toList();
    }

    private static Standing standing(Frame frame, Map<String, Baht> by) {
        var free = by.getOrDefault("9200", Baht.ZERO);
        var paid = by.getOrDefault("9400", Baht.ZERO);
        var returned = by.getOrDefault("9500", Baht.ZERO).negated();
        var approved = by.getOrDefault("9300", Baht.ZERO).plus(by.getOrDefault("9310", Baht.ZERO)).plus(paid).minus(returned);
        return new Standing(frame, free.plus(approved), free, approved, paid, returned, by.getOrDefault("9600", Baht.ZERO).negated());
    }

    /** Enters what the law or the board gives for a year. */
    void give(Actor actor, String key, int budgetYear, String fund, String category, Decision decision) {
        decision.demand(today());
        move(actor, key, "budget.give", "budget", budgetYear, fund, category, null, null, decision, id -> Entry.on(decision.on(), "budget.give", "budget_movement", id, decision.reason())
                .moving(decision.amount(), Programme.unallotted(fund, budgetYear, category).code("9100"), Programme.unallotted(fund, budgetYear, category)));
    }

    /** Allots of the budget to a frame, which is opened when there is none yet. */
    void allot(Actor actor, String key, int budgetYear, String programme, String office, Decision decision) {
        decision.demand(today());
        var of = programmes.find(programme).orElseThrow(() -> ProjectRefusal.PROGRAMME_MISSING.at("programme"));
        changes.makeOnce(key, actor.author(), "budget.allot", decision.reason(), () -> {
            var frame = of(budgetYear, programme, office);
            return post("allot", budgetYear, of.fund(), of.category(), null, frame, decision, id -> frame.allot(decision.amount(), decision.on(), id));
        });
    }

    /** Moves what is free from one frame to another. */
    void transfer(Actor actor, String key, Frame from, Frame to, Decision decision) {
        decision.demand(today());
        new Refusals().when(from.equals(to), ProjectRefusal.SAME_FRAME, "to").when(!from.fund().equals(to.fund()) || from.budgetYear() != to.budgetYear(), ProjectRefusal.OTHER_MONEY, "to")
                .when(decision.reason().isEmpty(), ProjectRefusal.REASON_MISSING, "reason").demandNone();
        move(actor, key, "budget.transfer", "transfer", from.budgetYear(), from.fund(), from.category(), from, to, decision,
                id -> from.transferTo(to, decision.amount(), decision.on(), id, decision.reason()));
    }

    /** A higher body allows a frame to be exceeded, with a reason: a posting of its own, which stays in the books and is told to the auditors. */
    void allowOver(Actor actor, String key, Frame frame, Decision decision) {
        decision.demand(today());
        if (decision.reason().isEmpty()) throw ProjectRefusal.REASON_MISSING.at("reason");
        changes.makeOnce(key, actor.author(), "budget.over", decision.reason(), () -> {
            String movement = post("over", frame.budgetYear(), frame.fund(), frame.category(), null, frame, decision, id -> frame.allowOver(decision.amount(), decision.on(), id, decision.reason()));
            overruns.tell(Long.parseLong(movement), frame, decision);
            return movement;
        });
    }

    /** Carries over what was approved in a frame and not paid when its budget year ended (กันเงินเหลื่อมปี): only what is carried is paid after that. The amount of the decision is what there is.
     *  Advances are not carried: their money has left, and clears them in its own year. */
    void carry(Actor actor, String key, Frame frame, Decision decision) {
        var advances = Set.copyOf(jdbc.sql("select id from advance where frame_id = ?").param(frame.id()).query(Long.class).list());
        var unpaid = ledger.standing(Programme.BOOK, List.of("9300"), frame.budgetYear(), Ledger.EVER).stream()
                .filter(s -> s.account().programme().equals(frame.programme()) && s.account().office().equals(frame.office()) && s.amount().isPositive() && !advances.contains(s.account().record())).toList();
        var whole = decision.of(unpaid.stream().map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus));
        if (unpaid.isEmpty()) throw ProjectRefusal.NOTHING_TO_CARRY.at("frame");
        whole.demand(today());
        if (!whole.on().isAfter(new FiscalYear(frame.budgetYear()).end())) throw ProjectRefusal.YEAR_NOT_ENDED.at("on", String.valueOf(frame.budgetYear()));
        changes.makeOnce(key, actor.author(), "budget.carry", whole.reason(), () -> {
            var entries = post(unpaid.stream().map(s -> frame.carry(s.amount(), whole.on(), s.account().record(), whole.body())).toList());
            return write(jdbc.sql("select nextval('record_number')").query(Long.class).single(), "carry", frame.budgetYear(), frame.fund(), frame.category(), null, frame, whole, entries.getFirst());
        });
    }

    /** What was approved for a project and is not wanted any more goes back to the frame: what was carried over last. Within a change. */
    void giveBack(Frame frame, long project, Baht amount, LocalDate day, String reason) {
        var approved = ledger.balance(frame.approved(project), Ledger.EVER);
        var first = amount.isAbove(approved) ? approved : amount;
        ledger.post(frame.release(first, amount.minus(first), day, project, reason));
    }

    private void move(Actor actor, String key, String act, String word, int year, String fund, String category, Frame from, Frame to, Decision decision, LongFunction<Entry> entry) {
        changes.makeOnce(key, actor.author(), act, decision.reason(), () -> post(word, year, fund, category, from, to, decision, entry));
    }

    private String post(String word, int year, String fund, String category, Frame from, Frame to, Decision decision, LongFunction<Entry> entry) {
        long id = jdbc.sql("select nextval('record_number')").query(Long.class).single();
        ledger.open(Programme.BOOK);
        try {
            return write(id, word, year, fund, category, from, to, decision, post(entry.apply(id)));
        } catch (Overdrawn e) {
            throw (from == null ? ProjectRefusal.BUDGET_EXCEEDED : ProjectRefusal.FRAME_EXCEEDED).at("amount", e.left().toString(), e.asked().toString());
        }
    }

    /** Posts an entry on the day that a form says. */
    long post(Entry entry) {
        return post(List.of(entry)).getFirst();
    }

    private List<Long> post(List<Entry> entries) {
        try {
            return ledger.post(entries);
        } catch (BooksClosed e) {
            throw e.at("on");
        }
    }

    private String write(long id, String word, int year, String fund, String category, Frame from, Frame to, Decision decision, long entry) {
        jdbc.sql("insert into budget_movement (id, budget_year, act, fund, category, from_frame, to_frame, amount, decided_on, body, reason, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, year, word, fund, category, from == null ? null : from.id(), to == null ? null : to.id(), decision.amount().satang(), decision.on(), decision.body(), decision.reason(), entry).update();
        return Long.toString(id);
    }

    /** The budget year of an address or a form; this one when it can't be read. */
    int year(String typed) {
        return typed.matches("25[5-9]\\d|26\\d\\d|2700") ? Integer.parseInt(typed) : year().year();
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** The fiscal year of today. */
    FiscalYear year() {
        return FiscalYear.of(today());
    }
}
