package khabuan.registry.organisation;

import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.organisation.BatchCertification.Confirmation;
import khabuan.registry.organisation.OrganisationPages.BatchPage;
import khabuan.registry.organisation.OrganisationPages.BatchPreviewPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Certifying a filtered list: told first, then confirmed, then followed. */
@Controller
@Needs(value = Right.CERTIFY, room = "organisation")
class BatchController {

    private static final int SHOWN = 100;
    private final BatchCertification batches;
    private final OrganisationList list;
    private final Organisations organisations;

    BatchController(BatchCertification batches, OrganisationList list, Organisations organisations) {
        this.batches = batches;
        this.list = list;
        this.organisations = organisations;
    }

    private OrganisationFilter filter(Map<String, String> address) {
        return OrganisationFilter.read(address, FiscalYear.of(organisations.today()));
    }

    @GetMapping("/organisations/certifications/new")
    ModelAndView preview(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        return preview(filter(address), new Confirmation(UUID.randomUUID().toString(), "", false, ""), new Faults(frame.words()), actor);
    }

    private ModelAndView preview(OrganisationFilter filter, Confirmation typed, Faults faults, Actor actor) {
        boolean open = true;
        try {
            batches.demand(filter, actor);
        } catch (Refusal.Thrown refused) {
            open = false;
            if (faults.isEmpty()) faults.add(refused);
        }
        var told = batches.preview(filter, actor);
        return new ModelAndView("organisation/batch-preview", Map.of("page", new BatchPreviewPage(filter, list.placeTitle(filter), told, batches.left(told, SHOWN), typed, faults, open)));
    }

    @PostMapping("/organisations/certifications")
    ModelAndView certify(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var filter = filter(sent);
        var confirmed = new Confirmation(sent.getOrDefault("key", ""), sent.getOrDefault("mark", ""), sent.containsKey("including"), sent.getOrDefault("reason", "").strip());
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> "/organisations/certifications/" + batches.begin(filter, confirmed, actor), () -> preview(filter, confirmed, faults, actor));
    }

    @GetMapping("/organisations/certifications/{job:\\d+}")
    ModelAndView progress(@PathVariable long job, Actor actor) {
        var found = batches.at(actor, job);
        return new ModelAndView("organisation/batch", Map.of("page", new BatchPage(found, Long.parseLong(found.about()), found.outcome() == null ? found.done() : Long.parseLong(found.outcome()))));
    }
}
