package khabuan.registry.welfare;

import java.util.HashMap;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.record.Conflict;
import khabuan.registry.welfare.FundPages.EntryPage;
import khabuan.registry.welfare.FundPages.StatementPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statements of a fund: looked at beside the one before, entered, certified, sent back. */
@Controller
@Needs(value = Right.RECORD, room = "welfare")
class FundStatementController {

    private final Funds funds;
    private final FundStatements statements;
    private final StatementRemarks remarks;
    private final Places places;

    FundStatementController(Funds funds, FundStatements statements, StatementRemarks remarks, Places places) {
        this.funds = funds;
        this.statements = statements;
        this.remarks = remarks;
        this.places = places;
    }

    private static FiscalQuarter quarter(int year, int quarter) {
        return new FiscalYear(year).quarter(quarter);
    }

    @GetMapping("/funds/{id:\\d+}/statements/{year:\\d+}/{quarter:\\d+}")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView statement(@PathVariable long id, @PathVariable int year, @PathVariable int quarter, Actor actor, @ModelAttribute("frame") Frame frame) {
        return statement(id, quarter(year, quarter), actor, frame, Faults.NONE, "");
    }

    private ModelAndView statement(long id, FiscalQuarter quarter, Actor actor, Frame frame, Faults faults, String because) {
        var fund = funds.at(actor, id);
        var statement = statements.at(id, quarter);
        var before = statements.before(id, quarter).orElse(null);
        boolean own = statement.recordedBy() != null && statement.recordedBy().equals(actor.accountId());
        return new ModelAndView("welfare/statement", Map.of("page", new StatementPage(fund, places.tree().path(places.find(Level.UNIT, fund.unitCode()).orElseThrow()), statement, before, remarks.of(fund, statement, before, frame.words()),
                faults, because, actor.may(Right.RECORD) && statement.basis() == Statement.Basis.REPORTED, actor.may(Right.CERTIFY) && !own && statement.standing().equals("waiting"))));
    }

    @GetMapping("/funds/{id:\\d+}/statements/{year:\\d+}/{quarter:\\d+}/entry")
    ModelAndView entryForm(@PathVariable long id, @PathVariable int year, @PathVariable int quarter, Actor actor) {
        var standing = statements.find(id, quarter(year, quarter)).orElse(null);
        var before = statements.before(id, quarter(year, quarter)).orElse(null);
        var form = standing != null ? StatementForm.of(standing.version(), standing.figures(), StatementForm.day(standing.asOf()), standing.reason())
                : StatementForm.of(0, before == null ? null : before.figures(), "", "");
        return entry(funds.at(actor, id), quarter(year, quarter), form, Faults.NONE);
    }

    private ModelAndView entry(Fund fund, FiscalQuarter quarter, StatementForm form, Faults faults) {
        var model = new HashMap<String, Object>();
        model.put("page", new EntryPage(fund, quarter, statements.find(fund.id(), quarter).orElse(null), statements.before(fund.id(), quarter).orElse(null), form, faults));
        return new ModelAndView("welfare/entry", model);
    }

    @PostMapping("/funds/{id:\\d+}/statements/{year:\\d+}/{quarter:\\d+}/entry")
    ModelAndView enter(@PathVariable long id, @PathVariable int year, @PathVariable int quarter, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var fund = funds.at(actor, id);
        var form = StatementForm.of(sent);
        var wish = form.read(quarter(year, quarter), faults);
        return Sent.answer(faults, () -> told(() -> statements.enter(actor, id, form.opened(), wish).path(), Statement.path(id, quarter(year, quarter)) + "/entry"), () -> entry(fund, quarter(year, quarter), form, faults));
    }

    /** Somebody else was there first: their statement is shown, with what is to be done. */
    private static String told(java.util.function.Supplier<String> work, String path) {
        try {
            return work.get();
        } catch (Conflict conflict) {
            throw WelfareRefusal.CHANGED_MEANWHILE.with().seeing(path);
        }
    }

    @PostMapping("/funds/{id:\\d+}/statements/{year:\\d+}/{quarter:\\d+}/certification")
    @Needs(value = Right.CERTIFY, room = "welfare")
    ModelAndView certify(@PathVariable long id, @PathVariable int year, @PathVariable int quarter, @RequestParam int opened, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, quarter(year, quarter), actor, frame, "", () -> statements.certify(actor, id, quarter(year, quarter), opened));
    }

    @PostMapping("/funds/{id:\\d+}/statements/{year:\\d+}/{quarter:\\d+}/return")
    @Needs(value = Right.CERTIFY, room = "welfare")
    ModelAndView sendBack(@PathVariable long id, @PathVariable int year, @PathVariable int quarter, @RequestParam int opened, @RequestParam(defaultValue = "") String because, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, quarter(year, quarter), actor, frame, because, () -> statements.sendBack(actor, id, quarter(year, quarter), opened, because));
    }

    private ModelAndView judged(long id, FiscalQuarter quarter, Actor actor, Frame frame, String because, Runnable work) {
        var faults = new Faults(frame.words());
        String path = Statement.path(id, quarter);
        return Sent.answer(faults, () -> told(() -> {
            work.run();
            return path;
        }, path), () -> statement(id, quarter, actor, frame, faults, because));
    }
}
