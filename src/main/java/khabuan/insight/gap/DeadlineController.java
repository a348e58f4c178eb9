package khabuan.insight.gap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.evidence.EvidenceRefusal;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.insight.gap.WorkPages.DeadlineForm;
import khabuan.insight.gap.WorkPages.DeadlinesPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The deadlines that committees have extended, for everybody concerned to see; the centre enters them. */
@Controller
@Needs(Right.READ)
class DeadlineController {

    private final Deadlines deadlines;
    private final Gaps gaps;
    private final Work work;
    private final Vault vault;

    DeadlineController(Deadlines deadlines, Gaps gaps, Work work, Vault vault) {
        this.deadlines = deadlines;
        this.gaps = gaps;
        this.work = work;
        this.vault = vault;
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
    ModelAndView extend(DeadlineForm form, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var due = faults.day("dueOn", form.dueOn(), "work.refusal.due-missing");
        var resolved = faults.day("resolvedOn", form.resolvedOn(), "work.refusal.resolved-on-missing");
        boolean known = form.fiscalYear().matches("25[5-9]\\d");
        if (!known) faults.add("fiscalYear", "work.year-unreadable");
        var deadline = new WorkPages.Deadline(form.gap(), known ? Integer.parseInt(form.fiscalYear()) : 0, due, form.committee(), form.resolution(), resolved);
        try {
            Deadlines.demand(deadline);
            if (faults.isEmpty()) deadlines.extend(actor, gaps.get(form.gap()), deadline, () -> kept(file));
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        if (isMissing(file) && !faults.isEmpty() && !faults.has("file")) faults.add(EvidenceRefusal.FILE_MISSING.at("file"));
        return faults.isEmpty() ? new ModelAndView("redirect:/tasks/deadlines") : page(actor, faults, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static boolean isMissing(MultipartFile file) {
        return file == null || file.isEmpty();
    }

    private Vault.Kept kept(MultipartFile file) {
        if (isMissing(file)) throw EvidenceRefusal.FILE_MISSING.at("file");
        try (var content = file.getInputStream()) {
            return vault.keep(content, file.getOriginalFilename());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
