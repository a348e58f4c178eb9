package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Certifying the result of a council's year, and taking a certification back. */
@Controller
@Needs(value = Right.CERTIFY, room = "council")
public class CertificationController {

    /** What the officer sees before certifying.
     *  @param certification null while the year is not certified
     *  @param missingDocuments of จส.02 and จส.03, without which nothing is certified */
    public record CertificationPage(Council council, FiscalYear year, List<Integer> years, List<CouncilRules.Verdict> verdicts, List<String> missingDocuments,
                                    Works.Certification certification, String reason, String key, Faults faults) {}

    private final Councils councils;
    private final Works works;
    private final CouncilRules rules;

    CertificationController(Councils councils, Works works, CouncilRules rules) {
        this.councils = councils;
        this.works = works;
        this.rules = rules;
    }

    @GetMapping("/councils/{id:\\d+}/certification")
    ModelAndView open(@PathVariable long id, @RequestParam(required = false) Integer year, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var shown = year == null ? FiscalYear.of(councils.today()) : new FiscalYear(year);
        return page(councils.at(actor, id), shown, "", UUID.randomUUID().toString(), new Faults(frame.words()));
    }

    @PostMapping("/councils/{id:\\d+}/certification")
    ModelAndView certify(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") String key,
                         @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            councils.certify(actor, id, new FiscalYear(year), key);
            return council.path() + "?year=" + year;
        }, () -> page(council, new FiscalYear(year), "", key, faults));
    }

    @PostMapping("/councils/{id:\\d+}/certification/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") String reason,
                          @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            councils.withdrawCertification(actor, id, new FiscalYear(year), reason);
            return council.path() + "?year=" + year;
        }, () -> page(council, new FiscalYear(year), reason, "", faults));
    }

    private ModelAndView page(Council council, FiscalYear year, String reason, String key, Faults faults) {
        var files = councils.files(council.id());
        var missing = Council.REGISTRATION_DOCUMENTS.stream().filter(kind -> !files.contains(kind)).sorted().toList();
        var certification = works.certifications(council.id()).stream().filter(k -> k.year().equals(year)).findFirst().orElse(null);
        return new ModelAndView("council/certification", Map.of("page", new CertificationPage(council, year, CouncilDesk.years(council, councils.today()),
                rules.judge(council.id(), year), missing, certification, reason, key, faults)));
    }
}
