package khabuan.registry.project;

import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Payee;
import khabuan.base.money.Payments;
import khabuan.base.record.Changes;
import org.springframework.stereotype.Component;

/** The bank account to which a project is paid: the newest that was entered. Its number is shown whole to who pays, and each such reading is logged. */
@Component
class ProjectAccount {

    /** Banks in which communities keep their accounts, by the codes of the Bank of Thailand; their names are messages: project.bank.CODE. */
    static final List<String> BANKS = List.of("034", "030", "006", "033", "002", "004", "011", "014", "025", "066");
    private final Changes changes;
    private final Projects projects;
    private final Payments payments;

    ProjectAccount(Changes changes, Projects projects, Payments payments) {
        this.changes = changes;
        this.projects = projects;
        this.payments = payments;
    }

    Optional<Payee> of(long project) {
        var all = payments.payees(Projects.KIND, project);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Enters to which account a project is paid. @param number as it was typed, with or without hyphens */
    void enter(Actor actor, long id, String name, String bank, String number) {
        var project = projects.at(actor, id);
        project.demand(Project.IN_FORCE);
        String digits = ThaiDate.arabic(number).replaceAll("[\\s-]", "");
        new Refusals().when(name.isBlank(), ProjectRefusal.ACCOUNT_NAME_MISSING, "name").when(!BANKS.contains(bank), ProjectRefusal.BANK_MISSING, "bank")
                .when(!digits.matches("\\d{10,15}"), ProjectRefusal.ACCOUNT_NUMBER_SHAPE, "number").demandNone();
        changes.make(actor.author(), "project.account", "", () -> { payments.addPayee(Projects.KIND, project.id(), name.strip(), bank, digits); });
    }

    /** The whole number, for who pays; logged. */
    Payee read(Actor actor, long id) {
        projects.at(actor, id);
        if (!actor.may(Right.PAY)) throw ProjectRefusal.PAYEE_MISSING.with();
        var payee = of(id).orElseThrow(ProjectRefusal.PAYEE_MISSING::with);
        changes.read(actor.author(), "project.read-account", "", Projects.KIND, id);
        return payee;
    }
}
