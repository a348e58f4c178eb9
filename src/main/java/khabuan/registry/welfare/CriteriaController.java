package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.welfare.CriteriaPages.CriterionForm;
import khabuan.registry.welfare.CriteriaPages.CriterionPage;
import khabuan.registry.welfare.CriteriaPages.ListPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The criteria of the quality of funds: looked at by all of the room, set by the centre after it has seen what a new version would do. */
@Controller
@Needs(value = Right.CENTRE, room = "welfare")
class CriteriaController {

    private final Criteria criteria;
    private final Funds funds;

    CriteriaController(Criteria criteria, Funds funds) {
        this.criteria = criteria;
        this.funds = funds;
    }

    @GetMapping("/funds/criteria")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView list(Actor actor) {
        LocalDate today = funds.today();
        return new ModelAndView("welfare/criteria", "page", new ListPage(criteria.on(today), criteria.all().stream().filter(c -> c.from().isAfter(today)).toList(), actor.may(Right.CENTRE)));
    }

    @GetMapping("/funds/criteria/{code}")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView criterion(@PathVariable String code, Actor actor) {
        return page(code, actor, null, Faults.NONE, null);
    }

    /** @param form null for one that says what the newest version says */
    private ModelAndView page(String code, Actor actor, CriterionForm form, Faults faults, List<Criteria.Effect> effects) {
        var versions = criteria.all().stream().filter(c -> c.code().equals(code)).toList();
        if (versions.isEmpty()) throw new OutOfReach("criterion " + code);
        var newest = versions.getFirst();
        var parts = newest.isComposite() ? criteria.all().stream().filter(c -> !c.isComposite() && c.until() == null).toList() : List.<Criterion>of();
        var model = new HashMap<String, Object>();
        model.put("page", new CriterionPage(versions, parts, form == null ? CriterionForm.of(newest) : form, faults, effects, actor.may(Right.CENTRE), newest.from().isAfter(funds.today())));
        return new ModelAndView("welfare/criterion", model);
    }

    @PostMapping("/funds/criteria/{code}")
    ModelAndView set(@PathVariable String code, CriterionForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        return Sent.answer(faults, () -> {
            criteria.set(actor, code, wish);
            return "/funds/criteria/" + code;
        }, () -> page(code, actor, form, faults, null));
    }

    @PostMapping("/funds/criteria/{code}/preview")
    ModelAndView preview(@PathVariable String code, CriterionForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        try {
            if (faults.isEmpty()) return page(code, actor, form, faults, criteria.preview(actor, code, wish));
        } catch (Refusal.Thrown refused) {
            faults.add(refused);
        }
        var again = page(code, actor, form, faults, null);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @PostMapping("/funds/criteria/{code}/withdrawal")
    ModelAndView withdraw(@PathVariable String code, CriterionForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            criteria.withdraw(actor, code, form.backBecause());
            return "/funds/criteria/" + code;
        }, () -> page(code, actor, null, faults, null));
    }
}
