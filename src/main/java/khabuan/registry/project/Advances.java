package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Evidence;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.Overdrawn;
import khabuan.base.money.Payments;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Advances on their way: asked for, approved by another person, released in a batch by two more, and cleared part by part. An office's advances are seen by the office itself and by who works for the country. */
@Component
class Advances {

    static final String COLUMNS = """
            select v.id, v.code, v.frame_id, v.office, v.project_id, v.borrower, v.purpose, v.amount, v.asked_on, v.asked_by, v.due_on, v.approved_on, v.approved_by, v.refused_on, v.refusal, v.payment_id, v.cleared_on, v.version,
              (select coalesce(sum(b.amount), 0)::bigint from ledger_account a join ledger_balance b on b.account_id = a.id where a.code = '1200' and a.record_id = v.id) as owed from advance v\s""";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Budget budget;
    private final Projects projects;
    private final Payments payments;
    private final Ledger ledger;
    private final Evidence evidence;

    Advances(JdbcClient jdbc, Changes changes, Budget budget, Projects projects, Payments payments, Ledger ledger, Evidence evidence) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.budget = budget;
        this.projects = projects;
        this.payments = payments;
        this.ledger = ledger;
        this.evidence = evidence;
    }

    /** What is said of an advance when it is asked for. @param frame @param due null when nothing was chosen or it could not be read @param project its code; "" for none */
    record Draft(Long frame, String project, String borrower, String purpose, Baht amount, LocalDate due, String bank, String accountNumber) {}

    LocalDate today() {
        return projects.today();
    }

    /** Whether a person may see the advances of an office: its own officers, and who works for the country. */
    static boolean sees(Actor actor, String office) {
        return Committees.isOf(actor, office);
    }

    /** The rule of today. */
    Advance.Rule rule() {
        return jdbc.sql("select * from advance_rule where from_fiscal_year <= ? order by from_fiscal_year desc limit 1").param(FiscalYear.of(today()).year()).query((r, n) -> AdvanceRules.rule(r)).single();
    }

    /** @throws OutOfReach when there is none, or it is of an office that is not the actor's */
    Advance at(Actor actor, long id) {
        var advance = jdbc.sql(COLUMNS + "where v.id = ?").param(id).query((r, n) -> advance(r)).optional().orElseThrow(() -> new OutOfReach("advance " + id));
        if (!sees(actor, advance.office())) throw new OutOfReach("advance " + id);
        return advance;
    }

    Advance advance(ResultSet r) throws SQLException {
        var payment = (Long) r.getObject("payment_id");
        return new Advance(r.getLong("id"), r.getString("code"), r.getLong("frame_id"), r.getString("office"), (Long) r.getObject("project_id"), r.getString("borrower"), r.getString("purpose"), new Baht(r.getLong("amount")), day(r, "asked_on"),
                (Long) r.getObject("asked_by"), day(r, "due_on"), day(r, "approved_on"), (Long) r.getObject("approved_by"), day(r, "refused_on"), r.getString("refusal"), payment == null ? null : payments.find(payment).orElseThrow(),
                day(r, "cleared_on"), r.getInt("version"), new Baht(r.getLong("owed")));
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    /** What an advance was cleared by, oldest first. */
    List<Advance.Clearing> clearings(long advance) {
        return jdbc.sql("select c.kind, c.cleared_on, c.amount, c.note, c.entry_id, coalesce(a.full_name, '') from advance_clearing c left join account a on a.id = c.cleared_by where c.advance_id = ? order by c.cleared_on, c.id").param(advance)
                .query((r, n) -> new Advance.Clearing(r.getString(1), r.getObject(2, LocalDate.class), new Baht(r.getLong(3)), r.getString(4), r.getLong(5), r.getString(6))).list();
    }

    /** Asks for an advance. @param key of the form @return its number */
    long ask(Actor actor, String key, Draft said) {
        String digits = ThaiDate.arabic(said.accountNumber()).replaceAll("[\\s-]", "");
        new Refusals().when(said.frame() == null, ProjectRefusal.FRAME_MISSING, "frame").when(said.borrower().isBlank(), ProjectRefusal.BORROWER_MISSING, "borrower").when(said.purpose().isBlank(), ProjectRefusal.PURPOSE_MISSING, "purpose")
                .when(said.amount() == null || !said.amount().isPositive(), ProjectRefusal.AMOUNT_MISSING, "amount").when(said.due() == null, ProjectRefusal.DUE_MISSING, "due")
                .when(said.due() != null && said.due().isBefore(today()), ProjectRefusal.DUE_PASSED, "due").when(!ProjectAccount.BANKS.contains(said.bank()), ProjectRefusal.BANK_MISSING, "bank")
                .when(!digits.matches("\\d{10,15}"), ProjectRefusal.ACCOUNT_NUMBER_SHAPE, "number").demandNone();
        var frame = budget.at(said.frame());
        if (!sees(actor, frame.office())) throw new OutOfReach("frame " + frame.id());
        var project = project(actor, said.project());
        return Long.parseLong(changes.makeOnce(key, actor.author(), "advance.ask", "", () -> {
            long id = jdbc.sql("insert into advance (code, frame_id, office, project_id, borrower, purpose, amount, asked_on, asked_by, due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                    .params(nextCode(), frame.id(), frame.office(), project, said.borrower().strip(), said.purpose().strip(), said.amount().satang(), today(), actor.accountId(), said.due()).query(Long.class).single();
            payments.addPayee(Advance.KIND, id, said.borrower().strip(), said.bank(), digits);
            return Long.toString(id);
        }));
    }

    private Long project(Actor actor, String code) {
        if (code.isBlank()) return null;
        long id = jdbc.sql("select id from project where code = ?").param(code.strip()).query(Long.class).optional().orElseThrow(() -> ProjectRefusal.PROJECT_UNKNOWN.at("project", code.strip()));
        return projects.at(actor, id).id();
    }

    private String nextCode() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(AdvanceRules.LOCK).query().listOfRows();
        String begins = "A" + FiscalYear.of(today()).year() % 100 + "-";
        return begins + "%05d".formatted(jdbc.sql("select coalesce(max(substr(code, length(?) + 1)::int), 0) + 1 from advance where code like ? || '%'").params(begins, begins).query(Integer.class).single());
    }

    /** Another person approves it: its money is put aside in the frame, and its payment waits for a batch.
     *  @throws khabuan.base.access.Refusal.Thrown when the actor asked for it or takes it, it was answered before, or the frame has less left */
    void approve(Actor actor, long id, int version) {
        var advance = demand(actor, id, version);
        if (Instalments.same(actor, advance.askedBy()) || actor.fullName().equals(advance.borrower())) throw ProjectRefusal.OWN_ADVANCE.with();
        changes.make(actor.author(), "advance.approve", "", () -> {
            post(budget.at(advance.frame()).putAside(advance.amount(), today(), id, advance.purpose()), "");
            long payment = payments.ask(Advance.KIND, id, payments.payees(Advance.KIND, id).getLast().id(), advance.amount(), advance.code(), null);
            move("update advance set approved_on = ?, approved_by = ?, payment_id = ? where id = ? and version = ?", today(), actor.accountId(), payment, id, version);
        });
    }

    /** It is not lent: who asked hears why. */
    void refuse(Actor actor, long id, int version, String reason) {
        demand(actor, id, version);
        if (reason.isBlank()) throw ProjectRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "advance.refuse", reason.strip(), () -> move("update advance set refused_on = ?, refusal = ? where id = ? and version = ?", today(), reason.strip(), id, version));
    }

    /** The advance, while nobody has answered. */
    private Advance demand(Actor actor, long id, int version) {
        var advance = at(actor, id);
        if (!actor.may(Right.PAY)) throw new OutOfReach("answer to advance " + id);
        if (advance.state() != Advance.State.ASKED || advance.version() != version) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        return advance;
    }

    private void move(String sql, Object... values) {
        if (jdbc.sql(sql).params(values).update() == 0) throw ProjectRefusal.CHANGED_MEANWHILE.with();
    }

    private long post(Entry entry, String field) {
        try {
            return budget.post(entry);
        } catch (Overdrawn e) {
            throw (e.code().equals("9200") ? ProjectRefusal.ADVANCE_OVER_FRAME : ProjectRefusal.CLEARED_TOO_MUCH).at(field, e.left().toString(), e.asked().toString());
        }
    }

    /** A part is cleared by receipts, which must be on file: as many files as there are such parts. */
    void clear(Actor actor, String key, long id, Baht amount, LocalDate on, String note) {
        cleared(actor, key, id, "receipts", new Part(amount, on, note), true);
    }

    /** A part is given back. @param slip whether its paper must be on file; not when the bank told of the money itself */
    void takeBack(Actor actor, String key, long id, Baht amount, LocalDate on, String note, boolean slip) {
        cleared(actor, key, id, "cash", new Part(amount, on, note), slip);
    }

    private record Part(Baht amount, LocalDate on, String note) {}

    private void cleared(Actor actor, String key, long id, String kind, Part part, boolean papers) {
        var advance = at(actor, id);
        boolean receipts = kind.equals("receipts");
        if (!actor.may(Right.PAY)) throw new OutOfReach("clearing of advance " + id);
        if (Instalments.same(actor, advance.askedBy()) || actor.fullName().equals(advance.borrower())) throw ProjectRefusal.OWN_ADVANCE.with();
        new Refusals().when(advance.state() != Advance.State.LENT, ProjectRefusal.NOTHING_OWED, "").when(part.amount() == null || !part.amount().isPositive(), ProjectRefusal.AMOUNT_MISSING, "amount").when(part.on() == null, ProjectRefusal.DAY_MISSING, "on")
                .when(part.on() != null && part.on().isAfter(today()), ProjectRefusal.DAY_IN_FUTURE, "on").when(papers && lacks(id, kind), receipts ? ProjectRefusal.RECEIPTS_MISSING : ProjectRefusal.SLIP_MISSING, "").demandNone();
        BiFunction<Frame, Long, Entry> entry = (f, advanced) -> receipts ? f.clear(part.amount(), part.on(), advanced, part.note()) : f.giveBack(part.amount(), part.on(), advanced, part.note());
        changes.makeOnce(key, actor.author(), receipts ? "advance.clear" : "advance.return", part.note().strip(), () -> {
            var frame = budget.at(advance.frame());
            long posted = post(entry.apply(frame, id), "amount");
            if (!ledger.balance(frame.lent(id), Ledger.EVER).isPositive()) jdbc.sql("update advance set cleared_on = ? where id = ?").params(part.on(), id).update();
            return jdbc.sql("insert into advance_clearing (advance_id, kind, cleared_on, amount, note, entry_id, cleared_by) values (?, ?, ?, ?, ?, ?, ?) returning id")
                    .params(id, kind, part.on(), part.amount().satang(), part.note().strip(), posted, actor.accountId()).query(String.class).single();
        });
    }

    /** Whether the papers that are there have been used up by the parts before. */
    private boolean lacks(long id, String kind) {
        return papers(id, kind) <= clearings(id).stream().filter(c -> c.kind().equals(kind)).count();
    }

    private long papers(long id, String kind) {
        String paper = kind.equals("receipts") ? "receipt" : "deposit-slip";
        return evidence.of(Advance.KIND, id).stream().filter(e -> e.kind().equals(paper)).count();
    }

    /** Whether papers were brought that nothing has been cleared by yet. */
    boolean unusedPapers(long id, List<Advance.Clearing> clearings) {
        return List.of("receipts", "cash").stream().anyMatch(kind -> papers(id, kind) > clearings.stream().filter(c -> c.kind().equals(kind)).count());
    }

    /** An advance that was approved and has not left is not taken after all: its money goes back to the frame.
     *  @throws khabuan.base.access.Refusal.Thrown when there is no reason, or it left already */
    void withdraw(Actor actor, long id, String reason) {
        var advance = at(actor, id);
        if (!actor.may(Right.PAY)) throw new OutOfReach("withdrawal of advance " + id);
        if (advance.payment() == null) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        if (reason.isBlank()) throw ProjectRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "advance.withdraw", reason.strip(), () -> {
            payments.withdraw(actor, advance.payment().id(), today(), reason);
            budget.post(budget.at(advance.frame()).forgo(advance.amount(), today(), id, reason.strip()));
        });
    }

    /** A payment that the bank refused is asked for again, to the account that is the borrower's now. */
    void payAgain(Actor actor, long id) {
        var advance = at(actor, id);
        if (advance.state() != Advance.State.FAILED) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        var failed = advance.payment();
        changes.make(actor.author(), "advance.again", "", () -> {
            long payment = payments.ask(Advance.KIND, id, payments.payees(Advance.KIND, id).getLast().id(), failed.amount(), failed.purpose(), failed.id());
            jdbc.sql("update advance set payment_id = ? where id = ?").params(payment, id).update();
        });
    }
}
