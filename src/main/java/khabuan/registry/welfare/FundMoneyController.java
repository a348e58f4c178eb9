package khabuan.registry.welfare;

import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.PublicAddress;
import khabuan.base.page.Sent;
import khabuan.registry.welfare.FundMoneyPages.Code;
import khabuan.registry.welfare.FundMoneyPages.ListPage;
import khabuan.registry.welfare.FundMoneyPages.MoneyForm;
import khabuan.registry.welfare.FundMoneyPages.MovementPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Money that a fund receives beside contributions, with receipts, and cash that goes to the bank and back. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class FundMoneyController {

    private final FundBooks books;
    private final Funds funds;
    private final FundMoney money;
    private final FundReceipts receipts;
    private final PublicAddress address;

    FundMoneyController(FundBooks books, Funds funds, FundMoney money, FundReceipts receipts, PublicAddress address) {
        this.books = books;
        this.funds = funds;
        this.money = money;
        this.receipts = receipts;
        this.address = address;
    }

    @GetMapping("/funds/{id:\\d+}/books/money")
    ModelAndView list(@PathVariable long id, Actor actor) {
        return list(books.enter(actor, id), new MoneyForm(UUID.randomUUID().toString(), "", FundAccounts.BANK, ThaiDate.brief(funds.today()), "", "", ""), Faults.NONE);
    }

    private ModelAndView list(Fund fund, MoneyForm form, Faults faults) {
        return new ModelAndView("welfare/money", Map.of("page", new ListPage(fund, books.standing(fund.id(), FundAccounts.CASH), books.standing(fund.id(), FundAccounts.BANK), money.of(fund.id()), form, faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/money")
    ModelAndView record(@PathVariable long id, MoneyForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        return Sent.answer(faults, () -> fund.path() + "/books/money/" + money.record(actor, id, form.key(), wish), () -> list(fund, form, faults));
    }

    @GetMapping("/funds/{id:\\d+}/books/money/{number:\\d+}")
    ModelAndView one(@PathVariable long id, @PathVariable long number, Actor actor) {
        return one(books.enter(actor, id), number, Faults.NONE);
    }

    private ModelAndView one(Fund fund, long number, Faults faults) {
        return new ModelAndView("welfare/movement", Map.of("page", new MovementPage(fund, money.at(fund.id(), number), Code.of(address.at(receipts.path(fund.id(), number))), faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/money/{number:\\d+}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long number, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            money.withdraw(actor, id, number, because);
            return fund.path() + "/books/money/" + number;
        }, () -> one(fund, number, faults));
    }
}
