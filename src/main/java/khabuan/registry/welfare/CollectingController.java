package khabuan.registry.welfare;

import java.util.HashMap;
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
import khabuan.registry.welfare.BooksPages.CollectedPage;
import khabuan.registry.welfare.BooksPages.ListPage;
import khabuan.registry.welfare.BooksPages.Month;
import khabuan.registry.welfare.BooksPages.RoundForm;
import khabuan.registry.welfare.FundMoneyPages.Code;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Collecting: the list of a village on which the collector ticks who pays, which a phone keeps where there is no connection; the receipt of a round; taking one back. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class CollectingController {

    private final FundBooks books;
    private final Funds funds;
    private final Collections collections;
    private final Rounds rounds;
    private final FundReceipts receipts;
    private final PublicAddress address;

    CollectingController(FundBooks books, Funds funds, Collections collections, Rounds rounds, FundReceipts receipts, PublicAddress address) {
        this.books = books;
        this.funds = funds;
        this.collections = collections;
        this.rounds = rounds;
        this.receipts = receipts;
        this.address = address;
    }

    @GetMapping("/funds/{id:\\d+}/books/months/{month}/{village:\\d+}")
    ModelAndView list(@PathVariable long id, @PathVariable String month, @PathVariable int village, Actor actor) {
        return list(books.enter(actor, id), Month.read(id, month), village, actor, new RoundForm(UUID.randomUUID().toString(), ThaiDate.brief(funds.today()), "", null), Faults.NONE);
    }

    private ModelAndView list(Fund fund, Month month, int village, Actor actor, RoundForm form, Faults faults) {
        var due = books.due(fund.id(), funds.today()).map(d -> d.of(month.of())).orElse(null);
        var model = new HashMap<String, Object>();
        model.put("page", new ListPage(fund, month, village, due, rounds.list(actor, fund.id(), village, month.of()), form, faults));
        return new ModelAndView("welfare/collecting", model);
    }

    @PostMapping("/funds/{id:\\d+}/books/months/{month}/{village:\\d+}")
    ModelAndView collect(@PathVariable long id, @PathVariable String month, @PathVariable int village, RoundForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var of = Month.read(id, month);
        var faults = new Faults(frame.words());
        var day = faults.day("collectedOn", form.collectedOn(), WelfareRefusal.DAY_MISSING.key());
        var payers = form.read(faults);
        return Sent.answer(faults, () -> fund.path() + "/books/collections/" + collections.collect(actor, form.key(), new Collections.Round(id, village, of.of(), day, actor.signature(), payers)),
                () -> list(fund, of, village, actor, form, faults));
    }

    @GetMapping("/funds/{id:\\d+}/books/collections/{collection:\\d+}")
    ModelAndView receipt(@PathVariable long id, @PathVariable long collection, Actor actor) {
        return receipt(books.enter(actor, id), collection, actor, Faults.NONE);
    }

    private ModelAndView receipt(Fund fund, long collection, Actor actor, Faults faults) {
        return new ModelAndView("welfare/collected", Map.of("page", new CollectedPage(fund, rounds.at(fund.id(), collection), rounds.payers(actor, fund.id(), collection), Code.of(address.at(receipts.path(fund.id(), collection))), faults)));
    }

    @PostMapping("/funds/{id:\\d+}/books/collections/{collection:\\d+}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long collection, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            collections.withdraw(actor, id, collection, because);
            return fund.path() + "/books/collections/" + collection;
        }, () -> receipt(fund, collection, actor, faults));
    }
}
