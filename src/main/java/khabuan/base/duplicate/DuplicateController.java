package khabuan.base.duplicate;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.job.Job;
import khabuan.base.job.Jobs;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The suspected pairs, two records beside one another, and what is decided of them. */
@Controller
@Needs(Right.RECORD)
class DuplicateController {

    private final Pairs pairs;
    private final PairList list;
    private final PairSheet sheet;
    private final Suspicions suspicions;
    private final Compared compared;
    private final Jobs jobs;

    DuplicateController(Pairs pairs, PairList list, PairSheet sheet, Suspicions suspicions, Compared compared, Jobs jobs) {
        this.pairs = pairs;
        this.list = list;
        this.sheet = sheet;
        this.suspicions = suspicions;
        this.compared = compared;
        this.jobs = jobs;
    }

    @Bean
    static NavigationEntry duplicatesEntry() {
        return new NavigationEntry(45, "nav.duplicates", "/duplicates", Right.RECORD, "");
    }

    /** So that the log leads to a pair. */
    @Bean
    static RecordKind duplicatePairs() {
        return new RecordKind("duplicate-pair", "duplicate_pair", "''", "/duplicates/{id}");
    }

    @GetMapping("/duplicates")
    ModelAndView list(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "suspected") String state, @RequestParam(defaultValue = "1") int page, Actor actor) {
        String word = Pair.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)).word();
        var counts = list.counts(actor, kind);
        var pager = new Pager(Math.max(1, page), PairList.SIZE, counts.getOrDefault(word, 0L), "/duplicates?kind=" + kind + "&state=" + word);
        var kinds = compared.kinds(actor).stream().map(DuplicateKind::kind).toList();
        return new ModelAndView("duplicate/list", Map.of("page", new PairListPage(kind, word, kinds, list.lines(actor, kind, word, pager.page()), counts, pager, actor.may(Right.CENTRE),
                jobs.newest(Scan.JOB).filter(Job::isGoingOn).orElse(null), jobs.lastEnd(Scan.JOB).orElse(null))));
    }

    /** The two beside one another; for htmx what a merge would move, with the survivor and the fields that are chosen on the page. */
    @GetMapping("/duplicates/{id:\\d+}")
    ModelAndView pair(@PathVariable long id, @RequestParam(required = false) Long survivor, @RequestParam(defaultValue = "") List<String> taken, Actor actor,
                      @ModelAttribute(name = "frame", binding = false) Frame frame, HttpServletResponse response) {
        response.addHeader("Vary", "HX-Request");
        return new ModelAndView(frame.partial() ? "duplicate/foresight" : "duplicate/pair", Map.of("page", sheet.lay(actor, id, survivor, survivor == null ? null : taken, Faults.NONE)));
    }

    /** What the record that is being written may be the same as: the part of a form that htmx swaps. */
    @GetMapping("/duplicates/likely")
    ModelAndView likely(@RequestParam String of, @RequestParam(defaultValue = "0") long self, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String name,
                        @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String registeredOn, @RequestParam(defaultValue = "") String members, Actor actor) {
        var people = members.matches("\\d{1,6}") ? Integer.valueOf(members) : null;
        var found = actor.mayEnter(compared.kind(of).room()) ? suspicions.of(actor, of, self, unit, name, kind, ThaiDate.parse(registeredOn).orElse(null), people) : List.<Suspicions.Suspicion>of();
        return new ModelAndView("duplicate/likely", Map.of("part", new LikelyPart(found)));
    }

    @PostMapping("/duplicates")
    String open(@RequestParam String kind, @RequestParam long one, @RequestParam long other, Actor actor) {
        return "redirect:/duplicates/" + pairs.open(actor, kind, one, other);
    }

    @PostMapping("/duplicates/{id:\\d+}/difference")
    ModelAndView differ(@PathVariable long id, @RequestParam int version, @RequestParam(required = false) Long survivor, @RequestParam(defaultValue = "") List<String> taken,
                        @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return decided(id, actor, survivor, taken, frame, () -> pairs.differ(actor, id, version, reason.strip()));
    }

    @PostMapping("/duplicates/{id:\\d+}/proposal")
    ModelAndView propose(@PathVariable long id, @RequestParam int version, @RequestParam(required = false) Long survivor, @RequestParam(defaultValue = "") List<String> taken,
                         @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return decided(id, actor, survivor, taken, frame, () -> pairs.propose(actor, id, version, survivor, taken, reason.strip()));
    }

    @PostMapping("/duplicates/{id:\\d+}/refusal")
    @Needs(Right.CENTRE)
    ModelAndView refuse(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return decided(id, actor, null, null, frame, () -> pairs.refuse(actor, id, version, reason.strip()));
    }

    @PostMapping("/duplicates/{id:\\d+}/merge")
    @Needs(Right.CENTRE)
    ModelAndView confirm(@PathVariable long id, @RequestParam int version, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return decided(id, actor, null, null, frame, () -> pairs.confirm(actor, id, version));
    }

    @PostMapping("/duplicates/{id:\\d+}/merge/undoing")
    @Needs(Right.CENTRE)
    ModelAndView undo(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return decided(id, actor, null, null, frame, () -> pairs.undo(actor, id, version, reason.strip()));
    }

    /** The pair again: as it is now, or with what the rules refuse and what had been chosen. */
    private ModelAndView decided(long id, Actor actor, Long survivor, List<String> taken, Frame frame, Runnable decision) {
        try {
            decision.run();
            return new ModelAndView("redirect:/duplicates/" + id);
        } catch (Refusal.Thrown refused) {
            return new ModelAndView("duplicate/pair", Map.of("page", sheet.lay(actor, id, survivor, taken, new Faults(frame.words()).add(refused))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
