package khabuan.registry.welfare;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.registry.welfare.BooksPages.OpeningForm;
import khabuan.registry.welfare.BooksPages.OpeningPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opening the books of a fund: with what its newest certified statement tells, from the day after it, kept by a treasurer and a chair who sign in. */
@Controller
@Needs(value = Right.RECORD, room = "welfare")
class OpeningController {

    private final FundBooks books;
    private final Funds funds;
    private final FundStatements statements;

    OpeningController(FundBooks books, Funds funds, FundStatements statements) {
        this.books = books;
        this.funds = funds;
        this.statements = statements;
    }

    @GetMapping("/funds/{id:\\d+}/books/opening")
    ModelAndView form(@PathVariable long id, Actor actor) {
        return form(funds.at(actor, id), new OpeningForm("", "monthly", "", "", ""), Faults.NONE);
    }

    private ModelAndView form(Fund fund, OpeningForm form, Faults faults) {
        var statement = certified(fund);
        return new ModelAndView("welfare/opening", Map.of("page", new OpeningPage(fund, statement, statement.asOf().plusDays(1), form, faults)));
    }

    private Statement certified(Fund fund) {
        if (fund.booksSince() != null) throw new OutOfReach("opening of the books of fund " + fund.id());
        return statements.of(fund.id()).stream().filter(Statement::isCertified).findFirst().orElseThrow(() -> new OutOfReach("certified statement of fund " + fund.id()));
    }

    @PostMapping("/funds/{id:\\d+}/books/opening")
    ModelAndView open(@PathVariable long id, OpeningForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = funds.at(actor, id);
        var statement = certified(fund);
        var since = statement.asOf().plusDays(1);
        var faults = new Faults(frame.words());
        var cash = FundPages.baht("cash", form.cash(), faults);
        var due = form.due(since, faults);
        var keepers = form.keepers(faults);
        return Sent.answer(faults, () -> {
            books.open(actor, id, since, statement.figures(), cash, due, keepers);
            return fund.path();
        }, () -> form(fund, form, faults));
    }
}
