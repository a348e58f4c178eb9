package khabuan.base.money;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.StatementPages.Asked;
import khabuan.base.money.StatementPages.Table;
import khabuan.base.money.Statements.Span;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.record.Moments;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The statements of position and performance on the screen, of any day or period beside another, as they are known or were known. */
@Controller
@Needs(Right.READ_BOOKS)
class StatementController {

    private final Statements statements;
    private final Books books;
    private final List<DivisionNames> divisions;
    private final Moments moments;
    private final Clock clock;

    StatementController(Statements statements, Books books, List<DivisionNames> divisions, Moments moments, Clock clock) {
        this.statements = statements;
        this.books = books;
        this.divisions = divisions;
        this.moments = moments;
        this.clock = clock;
    }

    @GetMapping("/ledger/statements")
    ModelAndView show(@RequestParam(defaultValue = "") String book, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String day, @RequestParam(name = "against-from", defaultValue = "") String againstFrom,
                      @RequestParam(defaultValue = "") String against, @RequestParam(name = "known-at", defaultValue = "") String knownAt, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var asked = new Asked(book, from, day, againstFrom, against, knownAt);
        var faults = new Faults(frame.words());
        var span = span(faults, "from", from, "day", day, null);
        var before = span(faults, "against-from", againstFrom, "against", against, span);
        var known = faults.day("known-at", knownAt, "");
        var of = books.book(book).or(() -> books.all().stream().findFirst()).map(Books.Book::code).orElse("");
        var tables = moments.read(known == null ? null : ThaiDate.endOf(known), () -> tables(frame, of, span, before));
        return new ModelAndView("money/statements", Map.of("page", new StatementPages.Page(asked, books(frame), span, before, known, tables, programmes(), faults)));
    }

    /** Without a day until today, or as long before as a year; without a beginning from that of the fiscal year. */
    private Span span(Faults faults, String first, String from, String last, String until, Span than) {
        var end = faults.day(last, until, "");
        if (end == null) end = than == null ? ThaiDate.today(clock) : than.until().minusYears(1);
        var begin = faults.day(first, from, "");
        if (begin == null) begin = than == null || !until.isBlank() ? FiscalYear.of(end).start() : than.from().minusYears(1);
        return begin.isAfter(end) ? new Span(end, end) : new Span(begin, end);
    }

    private List<Choice> books(Frame frame) {
        return books.all().stream().map(b -> new Choice(b.code(), frame.words().has("money.book." + b.code()) ? frame.t("money.book." + b.code()) : b.code())).toList();
    }

    private Map<String, String> programmes() {
        return divisions.stream().filter(d -> d.by().equals("programme")).findFirst().map(DivisionNames::names).orElse(Map.of());
    }

    private List<Table> tables(Frame frame, String book, Span span, Span before) {
        var days = List.of(frame.words().day(span.until()), frame.words().day(before.until()));
        var periods = Stream.of(span, before).map(s -> frame.t("money.span", frame.words().day(s.from()), frame.words().day(s.until()))).toList();
        var both = List.of(span, before);
        var ends = List.of(span.until(), before.until());
        var reading = statements.read(book, both);
        return List.of(new Table(frame.t("money.position-of", frame.t("money.all-money")), days, reading.position(Statements.ALL, ends)), new Table(frame.t("money.position-of", frame.t("money.fund.codi")), days, reading.position("codi", ends)),
                new Table(frame.t("money.performance-of", frame.t("money.all-money")), periods, reading.performance(Statements.ALL, both)),
                new Table(frame.t("money.performance-of", frame.t("money.fund.codi")), periods, reading.performance("codi", both)),
                new Table(frame.t("money.subsidies-of"), periods, reading.subsidies(both)), new Table(frame.t("money.kinds-of", frame.t("money.fund.codi")), periods, reading.kinds("codi", both)))
                .stream().filter(t -> !t.rows().isEmpty()).toList();
    }
}
