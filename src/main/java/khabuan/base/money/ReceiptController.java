package khabuan.base.money;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.ReceiptPages.Taken;
import khabuan.base.money.ReceiptPages.Typed;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Receipts of the bank on the screen: what is in suspense and for how long, and what it may be. */
@Controller
@Needs(Right.READ_BOOKS)
class ReceiptController {

    private static final int SIZE = 100;
    private final Receipts receipts;
    private final Clock clock;

    ReceiptController(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    @GetMapping("/receipts")
    ModelAndView list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "-1") int added, @RequestParam(defaultValue = "0") int same, Actor actor) {
        return list(show.equals("known"), page, added < 0 ? null : new Taken(added, same), Typed.NONE, actor, Faults.NONE);
    }

    /** @param taken of a statement just now; null for none */
    ModelAndView list(boolean known, int page, Taken taken, Typed typed, Actor actor, Faults faults) {
        PaymentController.demandWhole(actor);
        var pager = new Pager(page, SIZE, receipts.count(known), known ? "/receipts?show=known" : "/receipts");
        return new ModelAndView("money/receipts", "page", new ReceiptPages.ListPage(known, receipts.list(known, SIZE, pager.offset()), pager, receipts.older(-1), receipts.older(30), receipts.older(90), ThaiDate.today(clock), UUID.randomUUID().toString(),
                actor.may(Right.PAY), taken, typed, faults));
    }

    @PostMapping("/receipts")
    @Needs(Right.PAY)
    ModelAndView enter(Typed typed, @RequestParam(defaultValue = "") String key, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        var on = faults.day("on", typed.on(), "");
        return Sent.answer(faults, () -> "/receipts/" + receipts.enter(actor, key, new Receipts.Draft(typed.fund(), on, Baht.parse(typed.amount()).orElse(null), typed.payer(), typed.reference())), () -> list(false, 1, null, typed, actor, faults));
    }

    @GetMapping("/receipts/{id:\\d+}")
    ModelAndView one(@PathVariable long id, @RequestParam(defaultValue = "") String code, Actor actor) {
        return one(id, code, "", actor, Faults.NONE);
    }

    private ModelAndView one(long id, String code, String reason, Actor actor, Faults faults) {
        PaymentController.demandWhole(actor);
        var receipt = receipts.at(id);
        var named = receipts.named(receipt, code);
        var all = Stream.concat(named.stream(), receipts.suggestions(receipt).stream().filter(s -> named.stream().noneMatch(n -> n.match().path().equals(s.match().path())))).toList();
        return new ModelAndView("money/receipt", Map.of("page", new ReceiptPages.OnePage(receipt, receipt.age(ThaiDate.today(clock)), all, code, !code.isBlank() && named.isEmpty(), actor.may(Right.PAY), reason, faults)));
    }

    /** @param match what it is: the word of the room's act and the number of its record, "project.return:17" */
    @PostMapping("/receipts/{id:\\d+}/identification")
    @Needs(Right.PAY)
    ModelAndView identify(@PathVariable long id, @RequestParam(defaultValue = "") String match, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String code, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        boolean chosen = match.matches("[a-z.-]{1,40}:\\d{1,15}");
        if (!chosen) faults.add("match", MoneyRefusal.OWNER_MISSING.key());
        return Sent.answer(faults, () -> {
            receipts.identify(actor, id, match.split(":")[0], Long.parseLong(match.split(":")[1]), reason);
            return "/receipts/" + id;
        }, () -> one(id, code, reason, actor, faults));
    }
}
