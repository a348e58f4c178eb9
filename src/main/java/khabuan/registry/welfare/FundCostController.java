package khabuan.registry.welfare;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.ShownFile;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.welfare.FundCostPages.CostForm;
import khabuan.registry.welfare.FundCostPages.CostPage;
import khabuan.registry.welfare.FundCostPages.ListPage;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What a fund spends on its own work, entered by one and approved by another. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class FundCostController {

    private final FundBooks books;
    private final Funds funds;
    private final FundCosts costs;
    private final Vault vault;
    private final ShownFile shown;

    FundCostController(FundBooks books, Funds funds, FundCosts costs, Vault vault, ShownFile shown) {
        this.books = books;
        this.funds = funds;
        this.costs = costs;
        this.vault = vault;
        this.shown = shown;
    }

    @GetMapping("/funds/{id:\\d+}/books/costs")
    ModelAndView list(@PathVariable long id, Actor actor) {
        return list(books.enter(actor, id), new CostForm(UUID.randomUUID().toString(), ThaiDate.brief(funds.today()), "", "", "", FundAccounts.CASH), Faults.NONE);
    }

    private ModelAndView list(Fund fund, CostForm form, Faults faults) {
        return new ModelAndView("welfare/costs", Map.of("page", new ListPage(fund, books.standing(fund.id(), FundAccounts.CASH), books.standing(fund.id(), FundAccounts.BANK), costs.of(fund.id()), form, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/costs")
    ModelAndView enter(@PathVariable long id, CostForm form, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        if (file == null || file.isEmpty()) faults.add(WelfareRefusal.COST_PAPER_MISSING.at("file"));
        return Sent.answer(faults, () -> fund.path() + "/books/costs/" + costs.enter(actor, id, form.key(), wish, () -> vault.keep(file)), () -> list(fund, form, faults));
    }

    @GetMapping("/funds/{id:\\d+}/books/costs/{cost:\\d+}")
    ModelAndView one(@PathVariable long id, @PathVariable long cost, Actor actor) {
        return one(books.enter(actor, id), cost, actor, Faults.NONE);
    }

    private ModelAndView one(Fund fund, long id, Actor actor, Faults faults) {
        var cost = costs.at(fund.id(), id);
        return new ModelAndView("welfare/cost", Map.of("page", new CostPage(fund, cost, cost.askedBy() == actor.accountId(), books.standing(fund.id(), cost.place()), faults)));
    }

    @GetMapping("/funds/{id:\\d+}/books/costs/{cost:\\d+}/paper")
    ResponseEntity<FileSystemResource> paper(@PathVariable long id, @PathVariable long cost, Actor actor, HttpServletResponse response) {
        books.enter(actor, id);
        return shown.answer(costs.at(id, cost).paper(), response);
    }

    @PostMapping("/funds/{id:\\d+}/books/costs/{cost:\\d+}/approval")
    ModelAndView approve(@PathVariable long id, @PathVariable long cost, Actor actor, @ModelAttribute("frame") Frame frame) {
        return step(id, cost, actor, frame, () -> costs.approve(actor, id, cost));
    }

    @PostMapping("/funds/{id:\\d+}/books/costs/{cost:\\d+}/refusal")
    ModelAndView refuse(@PathVariable long id, @PathVariable long cost, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        return step(id, cost, actor, frame, () -> costs.refuse(actor, id, cost, because));
    }

    @PostMapping("/funds/{id:\\d+}/books/costs/{cost:\\d+}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long cost, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        return step(id, cost, actor, frame, () -> costs.withdraw(actor, id, cost, because));
    }

    private ModelAndView step(long id, long cost, Actor actor, Frame frame, Runnable work) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            work.run();
            return fund.path() + "/books/costs/" + cost;
        }, () -> one(fund, cost, actor, faults));
    }
}
