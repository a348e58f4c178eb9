package khabuan.base.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.intake.Order;
import khabuan.base.intake.Tray;
import khabuan.base.job.Job;
import khabuan.base.job.Jobs;
import khabuan.base.store.Refused;
import khabuan.base.store.RowScope;
import khabuan.base.store.Upkeep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Comparing and applying in the background, for the page. */
@Component
class ReconciliationDesk {

    private static final String COMPARING = "reconciliation.compare";
    private static final String APPLYING = "reconciliation.apply";
    private static final String UNDOING = "reconciliation.undo";
    private static final int LOOKED_THROUGH = 200;

    private final Reconciliations reconciliations;
    private final Comparing comparing;
    private final Applying applying;
    private final Undoing undoing;
    private final Jobs jobs;
    private final Tray tray;
    private final Upkeep upkeep;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    ReconciliationDesk(Reconciliations reconciliations, Comparing comparing, Applying applying, Undoing undoing, Jobs jobs, Tray tray, Upkeep upkeep, Clock clock, PlatformTransactionManager transactions) {
        this.reconciliations = reconciliations;
        this.comparing = comparing;
        this.applying = applying;
        this.undoing = undoing;
        this.jobs = jobs;
        this.tray = tray;
        this.upkeep = upkeep;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Compares a file that lies in the tray. @return the comparison's number */
    long compare(Actor actor, Reconciliations.Wish wish) {
        var kind = reconciliations.kind(wish.kind());
        if (!kind.intake().isOpenTo(actor)) throw new OutOfReach("comparing " + wish.kind());
        long id = reconciliations.open(actor, wish);
        long job = jobs.begin(actor, COMPARING, wish.fileName(), Long.toString(id), (number, progress) -> {
            var order = new Order(actor, tray.file(wish.sha256()), wish.fileName(), null, true, false, ThaiDate.today(clock), progress::at);
            var laid = new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> transaction.execute(status -> {
                var looked = comparing.compare(id, kind, order, wish.covered());
                if (looked.isUnreadable()) status.setRollbackOnly();
                return looked;
            }));
            if (laid.isUnreadable()) {
                reconciliations.unreadable(id, laid.faults());
                throw new Refused("reconciliation.unreadable");
            }
            upkeep.settle("reconciliation_row");
            upkeep.settle("reconciliation_said");
            return Long.toString(laid.lines());
        });
        reconciliations.comparedBy(id, job);
        return id;
    }

    /** Compares the same file with what stands now. */
    long again(Actor actor, Reconciliation of) {
        return compare(actor, new Reconciliations.Wish(of.kind(), of.system(), new Comparing.Covered(of.area(), of.extractOn()), of.fileName(), of.fileSha256()));
    }

    /** Applies what was chosen. */
    void apply(Actor actor, Reconciliation of) {
        jobs.begin(actor, APPLYING, of.system(), Long.toString(of.id()), (number, progress) -> json.writeValueAsString(applying.apply(actor, of, progress::at)));
    }

    /** Takes an application back. @param change its number in the log */
    void undo(Actor actor, Reconciliation of, long change) {
        if (undoing.applications(actor, of).stream().noneMatch(a -> a.change() == change && a.mayUndo())) throw new OutOfReach("application " + change + " of reconciliation " + of.id());
        jobs.begin(actor, UNDOING, of.system(), Long.toString(of.id()), (number, progress) -> json.writeValueAsString(undoing.undo(actor, of, change)));
    }

    /** The applications whose rows stand, the newest first. */
    List<Undoing.Application> applications(Actor actor, Reconciliation of) {
        return undoing.applications(actor, of);
    }

    /** The actor's last undoing; null when there was none. */
    Job undoing(Actor actor, Reconciliation of) {
        return newest(actor, of, UNDOING);
    }

    /** @return null until it ended, and when it failed */
    Undoing.Undone undone(Job job) {
        return job == null || job.outcome() == null ? null : json.readValue(job.outcome(), Undoing.Undone.class);
    }

    /** The actor's comparing of it; null when it was somebody else's. */
    Job comparing(Actor actor, Reconciliation of) {
        return newest(actor, of, COMPARING);
    }

    /** The actor's last applying of it; null when there was none. */
    Job applying(Actor actor, Reconciliation of) {
        return newest(actor, of, APPLYING);
    }

    private Job newest(Actor actor, Reconciliation of, String kind) {
        return jobs.of(actor, kind, LOOKED_THROUGH).stream().filter(j -> j.about().equals(Long.toString(of.id()))).findFirst().orElse(null);
    }

    /** @return null until it ended, and when it failed */
    Applying.Applied applied(Job job) {
        return job == null || job.outcome() == null ? null : json.readValue(job.outcome(), Applying.Applied.class);
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }
}
