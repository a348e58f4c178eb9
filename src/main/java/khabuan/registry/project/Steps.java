package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.text.Words;
import khabuan.registry.project.ProjectPages.Doing;
import khabuan.registry.project.ProjectPages.Next;
import khabuan.registry.project.ProjectPages.Part;
import org.springframework.stereotype.Component;

/** What is to be done next of a project and by whom; which of it a person may do, and why not the rest. The rules themselves stand in {@link Projects} and {@link Instalments}. */
@Component
class Steps {

    private static final Set<Instalment.Stage> WAITING = Set.of(Instalment.Stage.REQUESTED, Instalment.Stage.CHECKED);
    private final Committees committees;
    private final Instalments instalments;
    private final ProjectAccount accounts;

    Steps(Committees committees, Instalments instalments, ProjectAccount accounts) {
        this.committees = committees;
        this.instalments = instalments;
        this.accounts = accounts;
    }

    /** How a project stands. @param pending a change that is proposed; null for none; @param current the instalment whose turn it is; null for none
     *  @param parts how many instalments there are; @param missing the papers that lack */
    record Stand(Project project, Plan plan, Plan pending, Part current, int parts, List<String> missing) {

        boolean payable() {
            return project.state() == Project.State.CONTRACTED || project.state() == Project.State.RUNNING;
        }

        Instalment.Stage stage() {
            return current == null ? null : current.instalment().stage();
        }
    }

    Next next(Stand stand, Words words) {
        return switch (stand.project().state()) {
            case DRAFT -> next("draft", "recorder", words);
            case RETURNED -> next("returned", "recorder", words);
            case SUBMITTED, SCREENED, CONSIDERED -> before(stand.plan(), words);
            case APPROVED -> next("contract", "recorder", words);
            case CONTRACTED, RUNNING -> stand.current() == null ? next("close", "officer", words) : ofInstalment(stand, words);
            case CLOSED, REJECTED, CANCELLED -> stand.current() != null && stand.current().instalment().isWithdrawable() ? next("withdraw", "finance", words, stand.current().instalment().number()) : new Next(words.t("project.next.nothing"), "", "");
        };
    }

    private static Next next(String step, String who, Words words, Object... values) {
        return new Next(words.t("project.next." + step, values), words.t("project.who." + who), "");
    }

    private Next before(Plan plan, Words words) {
        var body = committees.turn(plan.id()).map(b -> words.t("project.body." + b.word())).orElse("");
        return committees.meetingOf(plan.id()).map(m -> new Next(words.t("project.next.meeting", m.number(), m.fiscalYear(), words.day(m.heldOn())), body, m.path())).orElse(new Next(words.t("project.next.body"), body, "/meetings"));
    }

    private Next ofInstalment(Stand stand, Words words) {
        int number = stand.current().instalment().number();
        return switch (stand.stage()) {
            case PLANNED -> instalments.hindrance(stand.project(), stand.current().instalment()).map(r -> new Next(Typed.sentences(r, words).findFirst().orElse(""), words.t("project.who.recorder"), ""))
                    .orElseGet(() -> next("request", "recorder", words, number));
            case REQUESTED -> next("check", "officer", words, number);
            case CHECKED -> next("approve", "finance", words, number);
            case APPROVED -> next("batch", "finance", words, number);
            case ISSUED -> next("bank", "finance", words, number);
            case FAILED -> next("again", "finance", words, number);
            case PAID, CANCELLED -> next("close", "officer", words);
        };
    }

    /** Which forms a person finds on the page, and why others are not there. */
    Doing doing(Stand stand, Actor actor, Projects.Money money, Words words) {
        var may = new ArrayList<String>();
        var project = stand.project();
        boolean records = actor.may(Right.RECORD);
        boolean certifies = actor.may(Right.CERTIFY);
        may(may, "correct", records && project.isOpen());
        may(may, "submit", records && project.isOpen());
        may(may, "contract", records && project.state() == Project.State.APPROVED);
        may(may, "change", records && project.isInForce() && stand.pending() == null);
        may(may, "account", records && project.isInForce());
        may(may, "read", actor.may(Right.PAY) && accounts.of(project.id()).isPresent());
        may(may, "closing", certifies && project.state() == Project.State.RUNNING);
        may(may, "cancel", certifies && project.isInForce());
        may(may, "return", Projects.mayTakeBack(actor) && money.kept().isPositive());
        may(may, "withdraw", actor.may(Right.PAY) && stand.current() != null && stand.current().instalment().isWithdrawable());
        if (stand.payable() && stand.current() != null) ofInstalment(stand, actor, may);
        return new Doing(may, stand.payable() && stand.current() != null ? whyNot(stand, actor, may, words) : List.of());
    }

    private void ofInstalment(Stand stand, Actor actor, List<String> may) {
        var request = stand.current().instalment().request();
        boolean own = request != null && Instalments.same(actor, request.requestedBy());
        may(may, "inspect", actor.may(Right.RECORD) && stand.stage() == Instalment.Stage.PLANNED);
        may(may, "request", actor.may(Right.RECORD) && stand.stage() == Instalment.Stage.PLANNED && instalments.hindrance(stand.project(), stand.current().instalment()).isEmpty());
        may(may, "check", actor.may(Right.CERTIFY) && stand.stage() == Instalment.Stage.REQUESTED && !own);
        may(may, "approve", actor.may(Right.PAY) && stand.stage() == Instalment.Stage.CHECKED && !own && !Instalments.same(actor, request.checkedBy()));
        may(may, "refuse", WAITING.contains(stand.stage()) && Instalments.mayRefuse(actor));
        may(may, "again", actor.may(Right.PAY) && stand.stage() == Instalment.Stage.FAILED);
    }

    private List<String> whyNot(Stand stand, Actor actor, List<String> may, Words words) {
        var instalment = stand.current().instalment();
        return switch (stand.stage()) {
            case PLANNED -> !actor.may(Right.RECORD) ? List.of(words.t("project.why.request")) : instalments.hindrance(stand.project(), instalment).map(r -> Typed.sentences(r, words).toList()).orElse(List.of());
            case REQUESTED -> may.contains("check") ? List.of() : List.of(words.t(Instalments.same(actor, instalment.request().requestedBy()) ? ProjectRefusal.OWN_REQUEST.key() : "project.why.check"));
            case CHECKED -> may.contains("approve") ? List.of() : List.of(words.t(Instalments.same(actor, instalment.request().requestedBy()) ? ProjectRefusal.OWN_REQUEST.key()
                    : Instalments.same(actor, instalment.request().checkedBy()) ? ProjectRefusal.OWN_CHECK.key() : "project.why.approve"));
            case APPROVED, ISSUED -> List.of(words.t("project.why.bank"));
            default -> List.of();
        };
    }

    private static void may(List<String> may, String form, boolean so) {
        if (so) may.add(form);
    }
}
