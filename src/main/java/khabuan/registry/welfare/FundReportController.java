package khabuan.registry.welfare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import khabuan.registry.welfare.FundReportPages.AuditPage;
import khabuan.registry.welfare.FundReportPages.Period;
import khabuan.registry.welfare.FundReportPages.ReportPage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The committee's report of a month or a year, and every entry of a period, to be read by the committee, by who certifies and by who audits. Nothing is written here, and no member is named. */
@Controller
@Needs(value = Right.READ, room = "welfare")
class FundReportController {

    private final Funds funds;
    private final FundBooks books;
    private final FundReport report;
    private final FundYears years;
    private final Printers printers;

    FundReportController(Funds funds, FundBooks books, FundReport report, FundYears years, Printers printers) {
        this.funds = funds;
        this.books = books;
        this.report = report;
        this.years = years;
        this.printers = printers;
    }

    private Fund open(Actor actor, long id) {
        var fund = actor.may(Right.KEEP_FUND) ? books.enter(actor, id) : funds.at(actor, id);
        if (!books.areOpenTo(actor, fund)) throw new OutOfReach("books of fund " + id);
        return fund;
    }

    private ReportPage page(long id, Asked asked, Actor actor) {
        var fund = open(actor, id);
        var closed = asked.closed.matches("\\d{1,18}") ? years.at(id, Long.parseLong(asked.closed)) : null;
        var period = closed != null ? Period.of(closed) : Period.read(fund, asked.month, asked.year, funds.today());
        return new ReportPage(fund, period, closed, report.of(fund, period.from(), period.until()), actor.may(Right.KEEP_FUND));
    }

    /** Which period: a month ("2562-08"), a fiscal year, or a year that was closed, by its number; the last month without any. */
    record Asked(String month, String year, String closed) {

        Asked {
            month = FundPages.filled(month);
            year = FundPages.filled(year);
            closed = FundPages.filled(closed);
        }
    }

    @GetMapping("/funds/{id:\\d+}/books/report")
    ModelAndView report(@PathVariable long id, Asked asked, Actor actor) {
        return new ModelAndView("welfare/report", Map.of("page", page(id, asked, actor)));
    }

    @GetMapping("/funds/{id:\\d+}/books/report.pdf")
    ResponseEntity<byte[]> paper(@PathVariable long id, Asked asked, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) throws IOException {
        var out = new ByteArrayOutputStream();
        printers.print(FundReportPaper.of(page(id, asked, actor), frame), Format.PDF, out);
        return ResponseEntity.ok().header("Content-Type", Format.PDF.mediaType()).header("Content-Disposition", "inline; filename=\"fund-report.pdf\"").body(out.toByteArray());
    }

    /** Of the last thirty days, when no day is told. */
    @GetMapping("/funds/{id:\\d+}/books/audit")
    ModelAndView audit(@PathVariable long id, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String after, Actor actor,
                       @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var fund = open(actor, id);
        var faults = new Faults(frame.words());
        var last = day(faults, "until", until, funds.today());
        var first = day(faults, "from", from, FiscalYear.of(last).start());
        String seen = after.matches("\\d{1,18}") ? after : "";
        return new ModelAndView("welfare/audit", Map.of("page", new AuditPage(fund, ThaiDate.brief(first), ThaiDate.brief(last), !seen.isEmpty(), report.entries(fund, first, last, seen.isEmpty() ? 0 : Long.parseLong(seen)), actor.may(Right.KEEP_FUND), faults)));
    }

    private static LocalDate day(Faults faults, String field, String text, LocalDate otherwise) {
        var day = faults.day(field, text, "");
        return day == null ? otherwise : day;
    }
}
