package khabuan.registry.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Role;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.gap.Duties;
import khabuan.base.message.Messages;
import khabuan.base.money.Baht;
import khabuan.base.place.Place;
import khabuan.base.record.Changes;
import khabuan.base.text.Words;
import khabuan.registry.project.BudgetPages.Sighting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frames that were allowed to be exceeded, before the auditors: told when it is decided, and among their work until one of them says that it was seen. */
@Component
class Overruns implements Duties {

    private static final String MESSAGE = "budget.over";
    /** Days within which the auditors see one. */
    private static final int DAYS = 15;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Accounts accounts;
    private final Messages messages;
    private final Programmes programmes;
    private final Clock clock;

    Overruns(JdbcClient jdbc, Changes changes, Accounts accounts, Messages messages, Programmes programmes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.accounts = accounts;
        this.messages = messages;
        this.programmes = programmes;
        this.clock = clock;
    }

    private static String path(long movement) {
        return "/budget/movements/" + movement;
    }

    private List<Long> auditors() {
        return accounts.all().stream().filter(a -> !a.isDisabled() && a.role() == Role.AUDITOR).map(Account::id).sorted().toList();
    }

    /** Tells the auditors, within the change that allows it. */
    void tell(long movement, Frame frame, Budget.Decision decision) {
        String programme = programmes.find(frame.programme()).map(Programme::title).orElse(frame.programme());
        String office = jdbc.sql("select short_th from region where code = ?").param(frame.office()).query(String.class).single();
        auditors().forEach(auditor -> messages.send(auditor, MESSAGE, List.of(programme + " " + frame.budgetYear() + " · " + office, decision.amount().toString(), decision.body(), decision.reason()), path(movement), "movement " + movement));
    }

    Optional<Sighting> sighting(long movement) {
        return jdbc.sql("select s.seen_on, a.full_name, s.note from overrun_sighting s join account a on a.id = s.seen_by where s.movement_id = ?").param(movement)
                .query((r, n) -> new Sighting(r.getObject(1, LocalDate.class), r.getString(2), r.getString(3))).optional();
    }

    /** Whether a person may say that it was seen: an auditor. */
    static boolean maySee(Actor actor) {
        return actor.role() == Role.AUDITOR;
    }

    /** An auditor has seen it: it is nobody's work any more. @throws OutOfReach when nothing was allowed by it, or the actor is no auditor */
    void see(Actor actor, long movement, String note) {
        if (!maySee(actor) || !jdbc.sql("select exists (select from budget_movement where id = ? and act = 'over')").param(movement).query(Boolean.class).single()) throw new OutOfReach("overrun " + movement);
        if (sighting(movement).isPresent()) throw ProjectRefusal.CHANGED_MEANWHILE.with();
        changes.make(actor.author(), "budget.see-overrun", note.strip(), () -> {
            jdbc.sql("insert into overrun_sighting (movement_id, seen_on, seen_by, note) values (?, ?, ?, ?)").params(movement, ThaiDate.today(clock), actor.accountId(), note.strip()).update();
            auditors().forEach(auditor -> messages.settle(auditor, MESSAGE, path(movement)));
        });
    }

    @Override
    public List<Group> of(Place within, Actor actor, Words words) {
        if (!maySee(actor) || !actor.mayEnter("project")) return List.of();
        var today = ThaiDate.today(clock);
        var lines = jdbc.sql("""
                select m.id, g.title, f.budget_year, r.short_th, m.amount, m.decided_on, m.body from budget_movement m join frame f on f.id = m.to_frame join programme g on g.code = f.programme join region r on r.code = f.office
                where m.act = 'over' and not exists (select from overrun_sighting s where s.movement_id = m.id) order by m.decided_on, m.id""").query((r, n) -> {
            var due = r.getObject(6, LocalDate.class).plusDays(DAYS);
            return new Line(r.getString(2) + " " + r.getInt(3) + " · " + r.getString(4) + " · " + words.t("project.baht", new Baht(r.getLong(5)).toString()), new State(words.t("project.overrun.unseen"), "warn"),
                    words.t("project.overrun.how", r.getString(7)), due, due.isBefore(today), path(r.getLong(1)));
        }).list();
        return lines.isEmpty() ? List.of() : List.of(new Group("overruns", words.t("project.overrun.title"), words.t("project.overrun.lead"), "/budget", true, lines));
    }
}
