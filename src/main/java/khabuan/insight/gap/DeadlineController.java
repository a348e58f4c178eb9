package khabuan.insight.gap;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.insight.gap.WorkPages.DeadlineForm;
import khabuan.insight.gap.WorkPages.DeadlinesPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The deadlines that committees have extended, for everybody concerned to see; the centre enters them. */
@Controller
@Needs(Right.READ)
class DeadlineController {

    private final Deadlines deadlines;
    private final Gaps gaps;
    private final Work work;

    DeadlineController(Deadlines deadlines, Gaps gaps, Work work) {
        this.deadlines = deadlines;
        this.gaps = gaps;
        this.work = work;
    }

    @GetMapping("/tasks/deadlines")
    ModelAndView deadlines(Actor actor) {
        return page(actor, Faults.NONE, new DeadlineForm("", String.valueOf(FiscalYear.of(work.today()).year()), "", "", "", ""), HttpStatus.OK);
    }

    private ModelAndView page(Actor actor, Faults faults, DeadlineForm form, HttpStatus status) {
        return new ModelAndView("gap/deadlines", Map.of("page", new DeadlinesPage(deadlines.all(), gaps.all(), actor.may(Right.CENTRE), faults, form)), status);
    }

    @PostMapping("/tasks/deadlines")
    @Needs(Right.CENTRE)
    ModelAndView extend(DeadlineForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var due = faults.day("dueOn", form.dueOn(), "work.refusal.due-missing");
        var resolved = faults.day("resolvedOn", form.resolvedOn(), "work.refusal.resolved-on-missing");
        boolean known = form.fiscalYear().matches("25[5-9]\\d");
        if (!known) faults.add("fiscalYear", "work.year-unreadable");
        var deadline = new WorkPages.Deadline(form.gap(), known ? Integer.parseInt(form.fiscalYear()) : 0, due, form.committee(), form.resolution(), resolved);
        try {
            Deadlines.demand(deadline);
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        if (!faults.isEmpty()) return page(actor, faults, form, HttpStatus.UNPROCESSABLE_CONTENT);
        deadlines.extend(actor, gaps.get(form.gap()), deadline);
        return new ModelAndView("redirect:/tasks/deadlines");
    }
}
