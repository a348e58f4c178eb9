package khabuan.registry.project;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;
import khabuan.registry.project.AdvancePages.RulePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules by which advances are watched: read by all who read projects, set by the centre. */
@Controller
@Needs(value = Right.READ, room = "project")
class AdvanceRuleController {

    private final AdvanceRules rules;
    private final Timeline timeline;

    AdvanceRuleController(AdvanceRules rules, Timeline timeline) {
        this.rules = rules;
        this.timeline = timeline;
    }

    @GetMapping("/advances/rules")
    ModelAndView show(Actor actor, @ModelAttribute("frame") Frame frame) {
        var newest = rules.all().getFirst();
        String bands = newest.bands().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return page(actor, Map.of("from", String.valueOf(rules.firstFree()), "days", String.valueOf(newest.daysToClear()), "bands", bands), Faults.NONE, frame.words());
    }

    private ModelAndView page(Actor actor, Map<String, String> typed, Faults faults, Words words) {
        var all = rules.all();
        var steps = all.stream().flatMap(r -> timeline.of("advance_rule", r.id()).stream()).sorted(Comparator.comparing(Timeline.Step::at).reversed()).map(step -> Told.in(step, words)).toList();
        return new ModelAndView("project/advance-rules", "page", new RulePage(all, rules.year(), rules.firstFree(), actor.may(Right.CENTRE), new Typed("", typed), steps, faults));
    }

    @PostMapping("/advances/rules")
    @Needs(value = Right.CENTRE, room = "project")
    ModelAndView set(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("", sent);
        String from = ThaiDate.arabic(typed.shown("from").strip());
        var draft = new AdvanceRules.Draft(from.matches(RuleForm.YEAR) ? Integer.parseInt(from) : 0, WatchForm.whole(typed.shown("days").strip(), 999), numbers(typed.shown("bands")), typed.shown("reason"));
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            rules.set(actor, draft);
            return "/advances/rules";
        }, () -> page(actor, sent, faults, frame.words()));
    }

    /** Numbers parted by commas or blanks; none when one of them can't be read. */
    private static List<Integer> numbers(String typed) {
        var parts = Arrays.stream(ThaiDate.arabic(typed).split("[\\s,:/]+")).filter(s -> !s.isEmpty()).toList();
        return parts.stream().allMatch(s -> s.matches("\\d{1,3}")) ? parts.stream().map(Integer::valueOf).toList() : List.of();
    }
}
