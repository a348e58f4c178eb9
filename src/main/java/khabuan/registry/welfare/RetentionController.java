package khabuan.registry.welfare;

import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.welfare.RetentionPages.FundPage;
import khabuan.registry.welfare.RetentionPages.SettingForm;
import khabuan.registry.welfare.RetentionPages.SettingPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Former members whose data has passed its time, to the committee of their fund; and the setting that tells when, to the centre. */
@Controller
@Needs(value = Right.CENTRE, room = "welfare")
class RetentionController {

    private final FundBooks books;
    private final Retention retention;

    RetentionController(FundBooks books, Retention retention) {
        this.books = books;
        this.retention = retention;
    }

    @GetMapping("/funds/{id:\\d+}/books/retention")
    @Needs(value = Right.KEEP_FUND, room = "welfare")
    ModelAndView passed(@PathVariable long id, Actor actor) {
        return passed(books.enter(actor, id), Faults.NONE);
    }

    private ModelAndView passed(Fund fund, Faults faults) {
        return new ModelAndView("welfare/retention", Map.of("page", new FundPage(fund, retention.years(), retention.passed(fund.id()), retention.forgotten(fund.id()), faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/retention")
    @Needs(value = Right.KEEP_FUND, room = "welfare")
    ModelAndView forget(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            retention.forget(actor, id, reason);
            return fund.path() + "/books/retention";
        }, () -> passed(fund, faults));
    }

    @GetMapping("/funds/retention")
    ModelAndView settings() {
        return settings(new SettingForm("", "", ""), Faults.NONE);
    }

    private ModelAndView settings(SettingForm form, Faults faults) {
        return new ModelAndView("welfare/retention-setting", Map.of("page", new SettingPage(retention.settings(), form, faults)));
    }

    @PostMapping("/funds/retention")
    ModelAndView set(SettingForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var from = faults.day("fromDate", form.fromDate(), WelfareRefusal.DAY_MISSING.key());
        int years = Objects.requireNonNullElse(faults.whole("years", form.years(), WelfareRefusal.YEARS_WRONG.key()), 0);
        return Sent.answer(faults, () -> {
            retention.set(actor, from, years, form.reason());
            return "/funds/retention";
        }, () -> settings(form, faults));
    }
}
