package khabuan.registry.project;

import java.util.Arrays;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;
import khabuan.registry.project.ProgrammePages.Line;
import khabuan.registry.project.ProgrammePages.ListPage;
import khabuan.registry.project.ProgrammePages.RecordPage;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Programmes and their rules: read by all who read projects, set by the centre. */
@Controller
@Needs(value = Right.READ, room = "project")
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammeRules rules;
    private final Budget budget;
    private final Timeline timeline;

    ProgrammeController(Programmes programmes, ProgrammeRules rules, Budget budget, Timeline timeline) {
        this.programmes = programmes;
        this.rules = rules;
        this.budget = budget;
        this.timeline = timeline;
    }

    @GetMapping("/programmes")
    ModelAndView list() {
        int year = budget.year().year();
        return new ModelAndView("project/programmes", "page", new ListPage(year, programmes.all().stream().map(p -> new Line(p, holding(programmes.rules(p.code()), year))).toList()));
    }

    /** The rule of a year among those of a programme; null for none. */
    private static Programme.Rule holding(List<Programme.Rule> rules, int year) {
        return rules.stream().filter(r -> r.fromFiscalYear() <= year).findFirst().orElse(null);
    }

    @GetMapping("/programmes/{id:\\d+}")
    ModelAndView record(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return record(rules.at(id), null, actor, frame.words(), Faults.NONE);
    }

    /** @param typed null for a form that says the newest rule for the first free year */
    private ModelAndView record(Programme programme, RuleForm typed, Actor actor, Words words, Faults faults) {
        var all = programmes.rules(programme.code());
        int year = budget.year().year(), free = rules.firstFree(programme.code());
        var form = typed == null ? RuleForm.of(free, all.isEmpty() ? null : all.getFirst()) : typed;
        return new ModelAndView("project/programme", "page", new RecordPage(programme, year, all, holding(all, year), free, actor.may(Right.CENTRE), form, choices(ProgrammeRules.COUNTED, "project.counts.", words),
                choices(ProjectEvidence.PAPERS, "project.evidence.", words), choices(Arrays.stream(Body.values()).map(Body::word).toList(), "project.body.", words),
                timeline.ofRecord("programme", programme.id()).stream().map(step -> Told.in(step, words)).toList(), faults));
    }

    private static List<Choice> choices(List<String> values, String key, Words words) {
        return values.stream().map(v -> new Choice(v, words.t(key + v))).toList();
    }

    @PostMapping("/programmes/{id:\\d+}/rules")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView set(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var programme = rules.at(id);
        var faults = new Faults(frame.words());
        var form = RuleForm.of(sent);
        var draft = form.read(faults);
        try {
            draft.demand();
        } catch (Refusal.Thrown refused) {
            faults.add(refused);
        }
        return Sent.answer(faults, () -> {
            rules.set(actor, programme, draft);
            return "/programmes/" + id;
        }, () -> record(programme, form, actor, frame.words(), faults));
    }
}
