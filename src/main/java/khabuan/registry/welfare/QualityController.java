package khabuan.registry.welfare;

import java.util.Map;
import java.util.function.BiFunction;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.registry.welfare.QualityPages.AttestForm;
import khabuan.registry.welfare.QualityPages.QualityPage;
import khabuan.registry.welfare.QualityPages.ReturnForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The quality of a fund in a fiscal year: looked at, attested, certified, sent back. */
@Controller
@Needs(value = Right.CERTIFY, room = "welfare")
class QualityController {

    private static final AttestForm EMPTY = new AttestForm("", null, null, "");
    private final Quality quality;
    private final Criteria criteria;
    private final Funds funds;
    private final Places places;

    QualityController(Quality quality, Criteria criteria, Funds funds, Places places) {
        this.quality = quality;
        this.criteria = criteria;
        this.funds = funds;
        this.places = places;
    }

    @GetMapping("/funds/{id:\\d+}/quality")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView quality(@PathVariable long id, Actor actor) {
        return page(id, FiscalYear.of(funds.today()), actor, EMPTY, ReturnForm.EMPTY, Faults.NONE);
    }

    @GetMapping("/funds/{id:\\d+}/quality/{year:\\d+}")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView quality(@PathVariable long id, @PathVariable int year, Actor actor) {
        return page(id, new FiscalYear(year), actor, EMPTY, ReturnForm.EMPTY, Faults.NONE);
    }

    private ModelAndView page(long id, FiscalYear year, Actor actor, AttestForm form, ReturnForm returning, Faults faults) {
        var fund = funds.at(actor, id);
        var day = quality.dayOf(year);
        var now = quality.of(fund, year, day);
        var former = criteria.changesWithin(year).stream().filter(d -> !d.isAfter(day)).map(d -> quality.of(fund, year, d.minusDays(1))).toList();
        var contents = now.standings().stream().filter(Quality.Standing::isOpen).flatMap(s -> s.criterion().contents().stream()).distinct().toList();
        boolean open = fund.isInForce();
        int certifiable = (int) now.standings().stream().filter(s -> s.attestation() != null && s.attestation().mayBeCertifiedBy(actor)).count();
        return new ModelAndView("welfare/quality", Map.of("page", new QualityPage(fund, places.tree().path(places.find(Level.UNIT, fund.unitCode()).orElseThrow()), now, former, contents, form, returning, faults, day,
                open && actor.may(Right.RECORD), open && actor.may(Right.CERTIFY) ? certifiable : 0, open && actor.may(Right.CERTIFY))));
    }

    private ModelAndView answer(long id, int year, Runnable work, Faults faults, BiFunction<FiscalYear, Faults, ModelAndView> again) {
        return Sent.answer(faults, () -> {
            work.run();
            return "/funds/%d/quality/%d".formatted(id, year);
        }, () -> again.apply(new FiscalYear(year), faults));
    }

    @PostMapping("/funds/{id:\\d+}/quality/{year:\\d+}")
    @Needs(value = Right.RECORD, room = "welfare")
    ModelAndView attest(@PathVariable long id, @PathVariable int year, AttestForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        return answer(id, year, () -> quality.attest(actor, id, new FiscalYear(year), wish), faults, (y, f) -> page(id, y, actor, form, ReturnForm.EMPTY, f));
    }

    @PostMapping("/funds/{id:\\d+}/quality/{year:\\d+}/certification")
    ModelAndView certify(@PathVariable long id, @PathVariable int year, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, year, () -> quality.certify(actor, id, new FiscalYear(year)), new Faults(frame.words()), (y, f) -> page(id, y, actor, EMPTY, ReturnForm.EMPTY, f));
    }

    @PostMapping("/funds/{id:\\d+}/quality/{year:\\d+}/return")
    ModelAndView sendBack(@PathVariable long id, @PathVariable int year, ReturnForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        return answer(id, year, () -> quality.sendBack(actor, id, new FiscalYear(year), form.which(), form.because()), new Faults(frame.words()), (y, f) -> page(id, y, actor, EMPTY, form, f));
    }
}
