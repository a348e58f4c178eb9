package khabuan.registry.project;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Baht;
import khabuan.base.money.MoneyRefusal;
import khabuan.registry.project.Foretold.OfFrame;
import khabuan.registry.project.Foretold.OfProject;

/** The acts of a {@link MoneyWalk} on projects: drafted, decided, asked for, paid, answered by the bank, returned, changed and ended. */
final class ProjectWalk {

    private final MoneyRehearsal house;
    private final MoneyRehearsal.Persons persons;
    private final Random lots;
    private final RehearsalVerdicts verdicts;
    private final LocalDate today;
    private final Vault.Kept paper;
    private final Map<Long, Pending> pending = new HashMap<>();
    private final List<Underway> waiting = new ArrayList<>();
    private final List<Underway> issued = new ArrayList<>();
    private final List<Underway> failed = new ArrayList<>();
    private final List<OfProject> recent = new ArrayList<>();
    private long drafted;

    ProjectWalk(MoneyRehearsal house, MoneyRehearsal.Persons persons, Random lots, RehearsalVerdicts verdicts) {
        this.house = house;
        this.persons = persons;
        this.lots = lots;
        this.verdicts = verdicts;
        today = ThaiDate.today(house.clock);
        paper = house.changes.make(MoneyWalk.AUTHOR, "bench.write", "", () -> house.vault.keepMade("ซ้อม".getBytes(StandardCharsets.UTF_8), "paper.txt", "text/plain"));
    }

    /** A payment that waits or is at the bank. */
    private record Underway(long payment, OfProject project, long instalment, long amount) {}

    /** A plan before the bodies. */
    private record Pending(OfProject project, long amount, boolean first) {}

    /** A sequence begins: its projects are its own. */
    void begin() {
        recent.clear();
    }

    long drafted() {
        return drafted;
    }

    private <T> T one(List<T> of) {
        return of.get(lots.nextInt(of.size()));
    }

    private long amount(long mostBaht) {
        return 1 + (long) (lots.nextDouble() * mostBaht * 100);
    }

    private Plan.Draft plan(OfFrame of, int counted, long amount) {
        return new Plan.Draft("ซ้อม", "", "", of.frame.programme().equals("community") ? null : counted, new Baht(amount), today, today.plusDays(90), "เปลี่ยนตามจริง", List.of());
    }

    void draft(OfFrame frame) {
        int counted = 1 + lots.nextInt(4);
        long amount = amount(16_000L * counted);
        var project = house.projects.draft(persons.drafter(), "", new Projects.Draft(frame.year.year, frame.frame.programme(), frame.site.unit(), Carrier.NOBODY, "โครงการซ้อม", plan(frame, counted, amount)));
        verdicts.attempt("submit", null, () -> house.projects.submit(persons.drafter(), project.id()));
        var of = new OfProject(frame, project.id(), counted);
        frame.projects.add(of);
        recent.add(of);
        pending.put(planOf(of), new Pending(of, amount, true));
        drafted++;
    }

    /** The newest plan of a project. */
    private long planOf(OfProject project) {
        return house.jdbc.sql("select max(id) from project_plan where project_id = ?").param(project.id).query(Long.class).single();
    }

    /** The bodies of the frame's programme sit, one after the other, and decide of all that is before them. */
    void sit(OfFrame frame) {
        var rule = house.programmes.rule(frame.frame.programme(), frame.year.year);
        for (var body : rule.bodies()) {
            var meeting = house.committees.call(persons.keeper(), "", body, frame.frame.office(), today, "", "");
            for (var item : house.committees.agenda(meeting.id())) {
                var plan = pending.get(item.plan());
                if (plan != null) decide(meeting, item, plan);
            }
            house.committees.close(persons.keeper(), meeting.id());
        }
    }

    private void decide(Meeting meeting, Meeting.Item item, Pending plan) {
        var of = plan.project();
        boolean last = house.programmes.rule(of.in.frame.programme(), of.in.year.year).isLast(meeting.body());
        if (lots.nextInt(12) == 0) {
            reject(meeting, item, plan);
            return;
        }
        var expected = last ? of.refusesPlan(plan.amount()) : null;
        if (!verdicts.attempt("consent", expected, () -> house.committees.decide(persons.keeper(), meeting, item.id(), item.version(), Meeting.Decision.CONSENTED, "เห็นชอบ", ""))) reject(meeting, item, plan);
        else if (last) approve(item, plan);
    }

    private void reject(Meeting meeting, Meeting.Item item, Pending plan) {
        verdicts.attempt("reject", null, () -> house.committees.decide(persons.keeper(), meeting, item.id(), item.version(), Meeting.Decision.REJECTED, "", "ซ้อม"));
        pending.remove(item.plan());
        if (plan.first()) plan.project().state = Project.State.REJECTED;
        plan.project().changing = false;
    }

    /** The plan is in force; the first time the agreement is signed and the papers are there. */
    private void approve(Meeting.Item item, Pending plan) {
        var of = plan.project();
        pending.remove(item.plan());
        of.changing = false;
        of.plan(plan.amount());
        verdicts.compare(of);
        if (!plan.first()) return;
        house.changes.make(MoneyWalk.AUTHOR, "bench.write", "", () -> {
            List.of("proposal", "household-list", "contract", "bank-book").forEach(kind -> house.evidence.keep(Projects.KIND, of.id, kind, null, "", paper));
            house.payments.addPayee(Projects.KIND, of.id, "สภาองค์กรชุมชนตำบล", "034", "%012d".formatted(of.id));
        });
        verdicts.attempt("contract", null, () -> house.projects.contract(persons.drafter(), of.id));
        of.state = Project.State.CONTRACTED;
    }

    private OfProject any(OfFrame frame) {
        var of = recent.isEmpty() || lots.nextInt(4) == 0 ? frame.projects : recent;
        return of.isEmpty() ? null : one(of);
    }

    /** Three people bring an instalment to where it waits for a batch. */
    void request(OfFrame frame) {
        var of = any(frame);
        if (of == null || !of.in.year.equals(frame.year)) return;
        var all = house.instalments.of(of.id).stream().filter(i -> i.cancelledOn() == null).toList();
        var planned = all.stream().filter(i -> i.stage() == Instalment.Stage.PLANNED).toList();
        if (planned.isEmpty()) return;
        var chosen = one(planned);
        boolean early = all.stream().anyMatch(i -> i.number() < chosen.number() && !i.isPaid());
        var expected = of.state != Project.State.CONTRACTED && of.state != Project.State.RUNNING ? ProjectRefusal.WRONG_STATE : early ? ProjectRefusal.EARLIER_UNPAID
                : of.in.year.past && chosen.amount().satang() > of.carried ? ProjectRefusal.YEAR_ENDED : null;
        if (!verdicts.attempt("request", expected, () -> house.instalments.request(persons.drafter(), chosen.id(), ""))) return;
        verdicts.attempt("check by the requester", ProjectRefusal.OWN_REQUEST, () -> house.instalments.check(persons.drafter(), chosen.id(), version(chosen)));
        verdicts.attempt("check", null, () -> house.instalments.check(persons.keeper(), chosen.id(), version(chosen)));
        verdicts.attempt("approve by the checker", ProjectRefusal.OWN_CHECK, () -> house.instalments.approve(persons.keeper(), chosen.id(), version(chosen)));
        verdicts.attempt("approve", null, () -> house.instalments.approve(persons.finance(), chosen.id(), version(chosen)));
        of.state = Project.State.RUNNING;
        waiting.add(new Underway(house.instalments.at(persons.finance(), chosen.id()).payment().id(), of, chosen.id(), chosen.amount().satang()));
    }

    private int version(Instalment of) {
        return house.instalments.at(persons.finance(), of.id()).request().version();
    }

    /** All that waits goes out in a batch, twice sent: when one payment is more than what is put aside for it, none does. */
    void release() {
        if (waiting.isEmpty()) return;
        long batch = house.batches.make(persons.finance(), "", waiting.stream().map(Underway::payment).toList());
        verdicts.attempt("release by the maker", MoneyRefusal.OWN_BATCH, () -> house.batches.release(persons.finance(), batch));
        var asked = waiting.stream().collect(Collectors.groupingBy(Underway::project, Collectors.summingLong(Underway::amount)));
        boolean over = asked.entrySet().stream().anyMatch(e -> e.getValue() > e.getKey().payable());
        if (verdicts.attempt("release", over ? MoneyRefusal.OVERDRAWN : null, () -> house.batches.release(persons.releaser(), batch))) {
            verdicts.attempt("release again", MoneyRefusal.ALREADY_RELEASED, () -> house.batches.release(persons.releaser(), batch));
            waiting.forEach(w -> w.project().pay(w.amount()));
            issued.addAll(waiting);
        } else house.batches.dissolve(persons.finance(), batch);
        asked.keySet().forEach(verdicts::compare);
        if (over) waiting.stream().filter(w -> asked.get(w.project()) > w.project().payable()).toList().forEach(this::giveUp);
        else waiting.clear();
    }

    /** The bank pays most of what it has, and refuses some. */
    void answer() {
        for (var at : issued) {
            boolean refused = lots.nextInt(5) == 0;
            house.changes.make(MoneyWalk.AUTHOR, "bench.write", "", () -> {
                if (refused) house.payments.fail(at.payment(), today, "AC04");
                else house.payments.settle(List.of(at.payment()), today);
            });
            at.project().underway -= at.amount();
            if (refused) {
                at.project().pay(-at.amount());
                at.project().underway += at.amount();
                failed.add(at);
            }
            verdicts.done++;
            verdicts.compare(at.project());
        }
        issued.clear();
    }

    void payAgain(OfFrame frame) {
        var of = any(frame);
        if (of == null) return;
        boolean payable = of.state == Project.State.CONTRACTED || of.state == Project.State.RUNNING;
        for (var back : failed.stream().filter(f -> f.project() == of).toList()) {
            if (!verdicts.attempt("pay again", payable ? null : ProjectRefusal.WRONG_STATE, () -> house.instalments.payAgain(persons.finance(), back.instalment()))) continue;
            failed.remove(back);
            waiting.add(new Underway(house.instalments.at(persons.finance(), back.instalment()).payment().id(), of, back.instalment(), back.amount()));
        }
    }

    /** A payment is given up, which only what is at the bank can't be. */
    void withdraw() {
        var all = Stream.of(waiting, issued, failed).flatMap(List::stream).toList();
        if (all.isEmpty()) return;
        giveUp(one(all));
    }

    private void giveUp(Underway one) {
        if (!verdicts.attempt("withdraw", issued.contains(one) ? MoneyRefusal.LEFT_ALREADY : null, () -> house.instalments.withdraw(persons.finance(), one.instalment(), "ไม่จ่ายแล้ว"))) return;
        waiting.remove(one);
        failed.remove(one);
        var of = one.project();
        if (of.state == Project.State.CANCELLED || of.state == Project.State.CLOSED) of.giveBack(of.unpaid());
        verdicts.compare(of);
    }

    void takeBack(OfFrame frame) {
        var of = any(frame);
        if (of == null) return;
        long amount = lots.nextBoolean() && of.kept() > of.underway ? of.kept() - of.underway : amount(10_000);
        var expected = amount > of.kept() - of.underway ? ProjectRefusal.RETURN_EXCEEDS_PAID : null;
        if (!verdicts.attempt("return", expected, () -> house.projects.takeBack(persons.finance(), "", of.id, new Baht(amount), today, "ใช้ไม่หมด"))) return;
        of.returned += amount;
        of.in.free += amount;
    }

    void proposeChange(OfFrame frame) {
        var of = any(frame);
        if (of == null) return;
        long amount = amount(16_000L * of.counted);
        boolean inForce = Project.IN_FORCE.contains(of.state);
        var expected = !inForce ? ProjectRefusal.WRONG_STATE : of.changing ? ProjectRefusal.PLAN_CHANGE_PENDING : of.kept() > amount ? ProjectRefusal.BELOW_PAID : null;
        if (!verdicts.attempt("change", expected, () -> house.projects.proposeChange(persons.drafter(), of.id, plan(of.in, of.counted, amount)))) return;
        of.changing = true;
        pending.put(planOf(of), new Pending(of, amount, false));
    }

    void end(OfFrame frame) {
        var of = any(frame);
        if (of == null) return;
        if (lots.nextBoolean()) cancel(of);
        else close(of);
    }

    /** What waits or came back is given up with it; what is at the bank is not. */
    private void cancel(OfProject of) {
        if (!verdicts.attempt("cancel", Project.IN_FORCE.contains(of.state) ? null : ProjectRefusal.WRONG_STATE, () -> house.endings.cancel(persons.keeper(), of.id, "เลิกทำ"))) return;
        of.state = Project.State.CANCELLED;
        Stream.of(waiting, failed).forEach(list -> list.removeIf(u -> u.project() == of));
        of.giveBack(of.unpaid());
        verdicts.compare(of);
    }

    private void close(OfProject of) {
        boolean underway = Stream.of(waiting, issued, failed).flatMap(List::stream).anyMatch(u -> u.project() == of);
        if (!verdicts.attempt("close", of.state != Project.State.RUNNING ? ProjectRefusal.WRONG_STATE : underway ? ProjectRefusal.PAYMENT_UNDERWAY : null, () -> house.endings.close(persons.keeper(), of.id))) return;
        of.state = Project.State.CLOSED;
        of.giveBack(of.unpaid());
        verdicts.compare(of);
    }
}
