package khabuan.registry.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.money.Payee;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Aims;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;
import khabuan.registry.project.ProjectPages.Account;
import khabuan.registry.project.ProjectPages.Facts;
import khabuan.registry.project.ProjectPages.Pair;
import khabuan.registry.project.ProjectPages.Part;
import khabuan.registry.project.ProjectPages.RecordPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Lays out the page of a project: what stands in the register and in the ledger, what is to be done, and the forms that fit the person. */
@Component
class ProjectDesk {

    private final JdbcClient jdbc;
    private final Projects projects;
    private final Plans plans;
    private final Budget budget;
    private final Programmes programmes;
    private final Instalments instalments;
    private final ProjectAccount accounts;
    private final Carriers carriers;
    private final Steps steps;
    private final Aims aims;
    private final Places places;
    private final Timeline timeline;
    private final Panels panels;

    ProjectDesk(JdbcClient jdbc, Projects projects, Plans plans, Budget budget, Programmes programmes, Instalments instalments, ProjectAccount accounts, Carriers carriers, Steps steps, Aims aims, Places places, Timeline timeline, Panels panels) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.plans = plans;
        this.budget = budget;
        this.programmes = programmes;
        this.instalments = instalments;
        this.accounts = accounts;
        this.carriers = carriers;
        this.steps = steps;
        this.aims = aims;
        this.places = places;
        this.timeline = timeline;
        this.panels = panels;
    }

    /** @param read the account whose reading was logged; null for none */
    RecordPage page(long id, Actor actor, Frame frame, Faults faults, Typed typed, Payee read) {
        var project = projects.at(actor, id);
        var words = frame.words();
        var editions = plans.of(id);
        var plan = plans.present(id);
        var pending = editions.stream().filter(p -> p.edition() > 1 && p.isPending()).findFirst().orElse(null);
        var parts = parts(id);
        var current = parts.stream().filter(p -> p.instalment().cancelledOn() == null && p.instalment().stage() != Instalment.Stage.PAID).findFirst().orElse(null);
        var missing = project.isOver() ? List.<String>of() : instalments.missingPapers(project);
        var stand = new Steps.Stand(project, plan, pending, current, parts.size(), missing);
        return new RecordPage(project, places.tree().path(places.find(Level.UNIT, project.unitCode()).orElseThrow()), facts(project, plan, words), steps.next(stand, words), projects.money(project, Ledger.EVER), projects.movements(id),
                plan, pending, pairs(plan, pending, projects.rule(project), aims.aims(budget.at(project.frameId()).budgetYear()), words), editions, parts, current, missing, account(id, read), steps.doing(stand, actor, projects.money(project, projects.today()), words),
                projects.steps(id), history(id, words), faults, typed, UUID.randomUUID().toString(), panels.of(Projects.KIND, id, frame));
    }

    /** Does what one of the small forms asks, and goes back to the page; what is refused comes again at that form. */
    ModelAndView answer(long id, Typed typed, Faults faults, Actor actor, Frame frame, Runnable work) {
        projects.at(actor, id);
        return Sent.answer(faults, () -> typed.told(frame.words(), () -> {
            work.run();
            return "/projects/" + id;
        }), () -> new ModelAndView("project/record", "page", page(id, actor, frame, faults, typed, null)));
    }

    private Facts facts(Project project, Plan plan, Words words) {
        var frame = budget.at(project.frameId());
        var programme = programmes.find(frame.programme()).orElseThrow();
        return new Facts(ProjectPages.named(words, programme.title(), programme.titleEn()), places.find(Level.REGION, frame.office()).map(Place::title).orElse(frame.office()), frame.budgetYear(),
                carriers.named(project.carrier()), people(List.of(project.draftedBy() == null ? 0L : project.draftedBy())).getOrDefault(project.draftedBy(), ""),
                aims.aims(frame.budgetYear()).stream().filter(a -> a.code().equals(plan.indicator())).findFirst().orElse(null));
    }

    private Map<Long, String> people(List<Long> accounts) {
        return jdbc.sql("select id, full_name from account where id = any(:ids)").param("ids", accounts.toArray(Long[]::new)).query((r, n) -> Map.entry(r.getLong(1), r.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Part> parts(long id) {
        var all = instalments.of(id);
        var names = people(all.stream().map(Instalment::request).filter(Objects::nonNull).flatMap(r -> Stream.of(r.requestedBy(), r.checkedBy(), r.approvedBy())).filter(Objects::nonNull).distinct().toList());
        var inspections = instalments.inspections(id);
        var refused = instalments.refused(id);
        return all.stream().map(i -> new Part(i, name(i.request() == null ? null : i.request().requestedBy(), names), name(i.request() == null ? null : i.request().checkedBy(), names), name(i.request() == null ? null : i.request().approvedBy(), names),
                inspections.stream().filter(n -> n.instalment() == i.id()).toList(), refused.stream().filter(r -> r.instalment() == i.id()).toList(), !i.isPaid() && i.cancelledOn() == null && i.dueOn().isBefore(projects.today()))).toList();
    }

    private static String name(Long account, Map<Long, String> names) {
        return account == null ? "" : names.getOrDefault(account, "");
    }

    private Account account(long id, Payee read) {
        return accounts.of(id).map(p -> new Account(p.name(), p.bank(), read == null ? p.masked() : p.accountNumber(), read != null)).orElse(null);
    }

    /** What the plan in force says beside what is proposed. */
    static List<Pair> pairs(Plan plan, Plan pending, Programme.Rule rule, List<Aims.Aim> aims, Words words) {
        var pairs = new ArrayList<Pair>();
        pairs.add(pair("project.amount", plan, pending, p -> words.t("project.baht", p.amount().toString())));
        if (!rule.countedIn().equals("project")) pairs.add(pair("field.project_plan.counted", plan, pending, p -> p.counted() == null ? "" : words.number(p.counted()) + " " + words.t("project.counted." + rule.countedIn())));
        pairs.add(pair("field.project_plan.starts_on", plan, pending, p -> words.longDay(p.startsOn())));
        pairs.add(pair("field.project_plan.ends_on", plan, pending, p -> words.longDay(p.endsOn())));
        pairs.add(pair("field.project_plan.objectives", plan, pending, Plan::objectives));
        pairs.add(pair("field.project_plan.results", plan, pending, Plan::results));
        pairs.add(pair("field.project_plan.indicator_code", plan, pending, p -> aims.stream().filter(a -> a.code().equals(p.indicator())).map(Aims.Aim::title).findFirst().orElse(p.indicator())));
        for (var kind : List.of("activity", "cost", "contribution")) pairs.add(pair("project.lines." + kind, plan, pending, p -> p.lines(kind).stream().map(l -> told(l, words)).collect(Collectors.joining("\n"))));
        return pairs.stream().filter(p -> !p.inForce().isEmpty() || !p.proposed().isEmpty()).toList();
    }

    private static Pair pair(String label, Plan plan, Plan pending, Function<Plan, String> what) {
        return new Pair(label, what.apply(plan), pending == null ? "" : what.apply(pending));
    }

    private static String told(Plan.Line line, Words words) {
        return Stream.of(line.title(), line.partner(), line.amount().equals(Baht.ZERO) ? "" : words.t("project.baht", line.amount().toString()), line.dueOn() == null ? "" : words.day(line.dueOn())).filter(t -> !t.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** All that was done to it and to what belongs to it, with everybody and everything by their names. */
    private List<Timeline.Step> history(long id, Words words) {
        var steps = timeline.ofRecord(Projects.KIND, id);
        var accounts = steps.stream().flatMap(s -> Stream.concat(s.fields().stream(), s.parts().stream().flatMap(p -> p.fields().stream()))).filter(f -> f.name().endsWith("_by")).flatMap(f -> Stream.of(Objects.toString(f.before(), ""), Objects.toString(f.after(), "")))
                .filter(n -> n.matches("\\d+")).map(Long::valueOf).distinct().toList();
        var names = people(accounts);
        return steps.stream().map(step -> step.told(this::named).toldWhole(f -> f.name().endsWith("_by") ? Told.told(f, n -> names.getOrDefault(Long.valueOf(n), n)) : Told.field(f, words))).toList();
    }

    /** Places and carriers by their names. */
    private Timeline.Field named(Timeline.Field field) {
        return switch (field.name()) {
            case "unit_code" -> Told.told(field, code -> places.find(Level.UNIT, code).map(Place::title).orElse(code));
            case "council_id" -> Told.told(field, id -> carriers.named("council", Long.parseLong(id)));
            case "organisation_id" -> Told.told(field, id -> carriers.named("organisation", Long.parseLong(id)));
            case "fund_id" -> Told.told(field, id -> carriers.named("welfare_fund", Long.parseLong(id)));
            case "frame_id" -> Told.told(field, this::frameNamed);
            default -> field;
        };
    }

    private String frameNamed(String id) {
        var frame = budget.at(Long.parseLong(id));
        return programmes.find(frame.programme()).map(Programme::title).orElse(frame.programme()) + " " + frame.budgetYear();
    }
}
