package khabuan.registry.project;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.UnitPicker;
import khabuan.base.place.UnitPicking;
import khabuan.base.record.Aims;
import khabuan.base.text.Words;
import khabuan.registry.project.ProjectPages.FormPage;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A project's page, and the forms in which it is drafted, corrected and its plan changed. */
@Controller
@Needs(value = Right.RECORD, room = "project")
class ProjectController {

    private final Projects projects;
    private final Plans plans;
    private final Budget budget;
    private final Programmes programmes;
    private final Carriers carriers;
    private final Aims aims;
    private final UnitPicking picking;
    private final ProjectDesk desk;

    ProjectController(Projects projects, Plans plans, Budget budget, Programmes programmes, Carriers carriers, Aims aims, UnitPicking picking, ProjectDesk desk) {
        this.projects = projects;
        this.plans = plans;
        this.budget = budget;
        this.programmes = programmes;
        this.carriers = carriers;
        this.aims = aims;
        this.picking = picking;
        this.desk = desk;
    }

    @GetMapping("/projects/{id:\\d+}")
    @Needs(value = Right.READ, room = "project")
    ModelAndView record(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return new ModelAndView("project/record", "page", desk.page(id, actor, frame, Faults.NONE, Typed.NOTHING, null));
    }

    @GetMapping("/projects/new")
    ModelAndView newForm(@RequestParam(defaultValue = "") String unit, Actor actor, @ModelAttribute("frame") Frame frame) {
        return form(null, false, DraftForm.blank(UUID.randomUUID().toString(), budget.year().year(), unit), picking.picker(actor, "", unit), Faults.NONE, frame.words());
    }

    private ModelAndView form(Project project, boolean change, DraftForm form, UnitPicker units, Faults faults, Words words) {
        var model = new HashMap<String, Object>();
        int year = budget.year().year();
        model.put("page", new FormPage(project, change, form, units, programmes(words), Stream.of(year - 1, year, year + 1).map(String::valueOf).map(y -> new Choice(y, y)).toList(),
                carriers.of(units.chosen(), words.t("project.carrier.council"), words.t("project.carrier.none")), aims(form, project == null ? form.budgetYear() : projects.frame(project).budgetYear(), words), faults));
        return new ModelAndView("project/form", model);
    }

    /** The indicators of the budget year; what the plan names stays, though it be of no agreement. */
    private List<Choice> aims(DraftForm form, int year, Words words) {
        var of = aims.aims(year).stream().map(a -> new Choice(a.code(), a.title())).toList();
        boolean strange = !form.indicator().isEmpty() && of.stream().noneMatch(c -> c.value().equals(form.indicator()));
        return Stream.of(Stream.of(new Choice("", words.t("project.indicator-none"))), of.stream(), strange ? Stream.of(new Choice(form.indicator(), form.indicator())) : Stream.<Choice>empty()).flatMap(c -> c).toList();
    }

    /** The programmes that give to projects, each with its ceiling. */
    private List<Choice> programmes(Words words) {
        var choices = programmes.all().stream().map(p -> programmes.rules(p.code()).stream().findFirst().map(r -> new Choice(p.code(), ProjectPages.named(words, p.title(), p.titleEn()) + ceiling(r, words))).orElse(null)).filter(Objects::nonNull);
        return Stream.concat(Stream.of(new Choice("", words.t("project.choose"))), choices).toList();
    }

    private static String ceiling(Programme.Rule rule, Words words) {
        return rule.mostEach() == null ? "" : " (" + words.t("project.ceiling", rule.mostEach().toString(), words.t("project.counted." + rule.countedIn())) + ")";
    }

    @PostMapping("/projects")
    ModelAndView draft(@RequestParam MultiValueMap<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var typed = DraftForm.of(sent);
        var units = picking.picker(actor, typed.place(), typed.unit());
        if (!typed.more().isEmpty()) return form(null, false, typed.withMore(), units, Faults.NONE, frame.words());
        var form = chosen(typed, units, faults);
        judgeNames(form, faults);
        var plan = form.read(faults);
        if (form.budgetYear() > 0 && programmes.find(form.programme()).isPresent()) judge(() -> programmes.rule(form.programme(), form.budgetYear()), plan, faults);
        return Sent.answer(faults, () -> projects.draft(actor, form.key(), new Projects.Draft(form.budgetYear(), form.programme(), form.unit(), carriers.meant(form), form.title(), plan)).path(),
                () -> form(null, false, form, units, faults, frame.words()));
    }

    /** What was only typed means a unit when it is the only one. */
    private static DraftForm chosen(DraftForm form, UnitPicker units, Faults faults) {
        if (form.place().isEmpty()) return form;
        if (units.chosen().isEmpty()) faults.add((units.options().isEmpty() ? ProjectRefusal.UNIT_UNKNOWN : ProjectRefusal.UNIT_AMBIGUOUS).at("unit", form.place()));
        return form.withUnit(units.chosen());
    }

    /** What a new project names, in the order of the form. */
    private void judgeNames(DraftForm form, Faults faults) {
        if (form.title().isEmpty()) faults.add(ProjectRefusal.TITLE_MISSING.at("title"));
        if (form.unit().isEmpty() && !faults.has("unit")) faults.add(ProjectRefusal.UNIT_MISSING.at("unit"));
        if (programmes.find(form.programme()).isEmpty()) faults.add(ProjectRefusal.PROGRAMME_MISSING.at("programme"));
        if (form.budgetYear() == 0) faults.add(ProjectRefusal.BUDGET_YEAR_MISSING.at("year"));
        else judgeAim(form, form.budgetYear(), faults);
    }

    private void judgeAim(DraftForm form, int year, Faults faults) {
        if (!form.indicator().isEmpty() && aims.aims(year).stream().noneMatch(a -> a.code().equals(form.indicator()))) faults.add(ProjectRefusal.INDICATOR_UNKNOWN.at("indicator", String.valueOf(year)));
    }

    private static void judge(Supplier<Programme.Rule> rule, Plan.Draft plan, Faults faults) {
        try {
            plan.demand(rule.get());
        } catch (Refusal.Thrown refused) {
            faults.add(refused);
        }
    }

    @GetMapping("/projects/{id:\\d+}/correction")
    ModelAndView correctionForm(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        var project = projects.at(actor, id);
        return form(project, false, DraftForm.of(project, plans.present(id), projects.lastChange(id)), picking.picker(actor, "", project.unitCode()), Faults.NONE, frame.words());
    }

    @PostMapping("/projects/{id:\\d+}/correction")
    ModelAndView correct(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return saidAnew(id, false, sent, actor, frame, (form, plan) -> projects.correct(actor, id, form.version(), form.title(), plan));
    }

    @GetMapping("/projects/{id:\\d+}/change")
    ModelAndView changeForm(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        var project = projects.at(actor, id);
        return form(project, true, DraftForm.of(project, plans.present(id), projects.lastChange(id)), picking.picker(actor, "", project.unitCode()), Faults.NONE, frame.words());
    }

    @PostMapping("/projects/{id:\\d+}/change")
    ModelAndView proposeChange(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return saidAnew(id, true, sent, actor, frame, (form, plan) -> projects.proposeChange(actor, id, plan));
    }

    private ModelAndView saidAnew(long id, boolean change, MultiValueMap<String, String> sent, Actor actor, Frame frame, BiConsumer<DraftForm, Plan.Draft> work) {
        var faults = new Faults(frame.words());
        var project = projects.at(actor, id);
        var form = DraftForm.of(sent);
        var units = picking.picker(actor, "", project.unitCode());
        if (!form.more().isEmpty()) return form(project, change, form.withMore(), units, Faults.NONE, frame.words());
        if (!form.indicator().equals(plans.present(id).indicator())) judgeAim(form, projects.frame(project).budgetYear(), faults);
        var plan = form.read(faults);
        judge(() -> projects.rule(project), plan, faults);
        if (change && form.reason().isEmpty()) faults.add(ProjectRefusal.REASON_MISSING.at("reason"));
        return Sent.answer(faults, () -> Typed.NOTHING.told(frame.words(), () -> {
            work.accept(form, plan);
            return project.path();
        }), () -> form(project, change, form, units, faults, frame.words()));
    }
}
