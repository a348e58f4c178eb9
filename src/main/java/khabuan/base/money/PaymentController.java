package khabuan.base.money;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Payments on the screen: those that wait, those that the bank refused, and from which accounts they are made. The books are the whole country's. */
@Controller
@Needs(Right.READ_BOOKS)
class PaymentController {

    private static final int SIZE = 100;
    private final PaymentLines lines;
    private final PaymentBatches batches;
    private final PayingAccounts accounts;

    PaymentController(PaymentLines lines, PaymentBatches batches, PayingAccounts accounts) {
        this.lines = lines;
        this.batches = batches;
        this.accounts = accounts;
    }

    /** Who pays has an entry of the menu; others who read the books come by the tabs of projects. */
    @Bean
    static NavigationEntry moneyEntry() {
        return new NavigationEntry(38, "nav.money", "/payments", Right.PAY, "", "/ledger", "/receipts");
    }

    /** @throws OutOfReach when the actor's scope is not the country */
    static void demandWhole(Actor actor) {
        if (!actor.scopeLevel().equals("country")) throw new OutOfReach("the books");
    }

    @GetMapping("/payments")
    ModelAndView waiting(Actor actor, @RequestParam(defaultValue = "1") int page) {
        demandWhole(actor);
        return waiting(actor, page, Faults.NONE);
    }

    private ModelAndView waiting(Actor actor, int page, Faults faults) {
        var total = lines.waiting();
        var pager = new Pager(page, SIZE, total.count(), "/payments");
        return new ModelAndView("money/waiting", Map.of("page", new PaymentPages.WaitingPage(lines.waiting(SIZE, pager.offset()), total.sum(), pager, UUID.randomUUID().toString(), actor.may(Right.PAY), faults)));
    }

    @PostMapping("/payments/batches")
    @Needs(Right.PAY)
    ModelAndView gather(@RequestParam(defaultValue = "") List<Long> payment, @RequestParam(defaultValue = "") String key, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> "/payments/batches/" + batches.make(actor, key, payment), () -> waiting(actor, 1, faults));
    }

    @GetMapping("/payments/failed")
    ModelAndView failed(Actor actor, @RequestParam(defaultValue = "1") int page) {
        demandWhole(actor);
        var pager = new Pager(page, SIZE, lines.failed().count(), "/payments/failed");
        return new ModelAndView("money/failed", Map.of("page", new PaymentPages.FailedPage(lines.failed(SIZE, pager.offset()), pager)));
    }

    @GetMapping("/payments/accounts")
    ModelAndView accounts(Actor actor) {
        demandWhole(actor);
        return accounts(actor, new PayingAccount("state", "", "", ""), Faults.NONE);
    }

    private ModelAndView accounts(Actor actor, PayingAccount form, Faults faults) {
        return new ModelAndView("money/accounts", Map.of("page", new PaymentPages.AccountsPage(accounts.all(), form, actor.may(Right.ADMINISTER), faults)));
    }

    @PostMapping("/payments/accounts")
    @Needs(Right.ADMINISTER)
    ModelAndView set(@RequestParam(defaultValue = "") String fund, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String bank, @RequestParam(defaultValue = "") String accountNumber,
                     Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var said = new PayingAccount(fund, name.strip(), bank.strip(), accountNumber.replaceAll("[\\s-]", ""));
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            accounts.set(actor, said);
            return "/payments/accounts";
        }, () -> accounts(actor, said, faults));
    }
}
