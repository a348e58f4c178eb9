package khabuan.base.money;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.LedgerPages.Asked;
import khabuan.base.money.LedgerPages.Typed;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Moments;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The books on the screen: the trial balance of a day as it is known or was known, accounts, entries, and their close. */
@Controller
@Needs(Right.READ_BOOKS)
class LedgerController {

    private static final int SIZE = 100;
    private static final List<String> BY = List.of("code", "fund", "year", "programme", "office");
    private final Books books;
    private final Periods periods;
    private final Ledger ledger;
    private final PaymentRecords records;
    private final List<DivisionNames> divisions;
    private final Moments moments;
    private final Clock clock;

    LedgerController(Books books, Periods periods, Ledger ledger, PaymentRecords records, List<DivisionNames> divisions, Moments moments, Clock clock) {
        this.books = books;
        this.periods = periods;
        this.ledger = ledger;
        this.records = records;
        this.divisions = divisions;
        this.moments = moments;
        this.clock = clock;
    }

    @ModelAttribute("asked")
    static Asked asked(@RequestParam(defaultValue = "") String book, @RequestParam(defaultValue = "") String day, @RequestParam(name = "known-at", defaultValue = "") String knownAt, @RequestParam(defaultValue = "code") String by,
                       @RequestParam(defaultValue = "") String fund, @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String office) {
        return new Asked(book, day, knownAt, BY.contains(by) ? by : "code", fund, ThaiDate.arabic(year.strip()), programme, office);
    }

    /** The regions' offices go by the names of their regions. */
    @Bean
    static DivisionNames officeNames(Places places) {
        return new DivisionNames() {
            @Override
            public String by() {
                return "office";
            }

            @Override
            public Map<String, String> names() {
                return places.at(Level.REGION).stream().collect(Collectors.toMap(Place::code, Place::title));
            }
        };
    }

    private LedgerPages.Names names() {
        return new LedgerPages.Names(divisions.stream().collect(Collectors.toMap(DivisionNames::by, DivisionNames::names)));
    }

    /** The days that are meant. @param knownAt null for as known now */
    private record Days(LocalDate day, LocalDate knownOn, Instant knownAt) {}

    private Days days(Asked asked, Faults faults) {
        var day = faults.day("day", asked.day(), "");
        var known = faults.day("known-at", asked.knownAt(), "");
        return new Days(day == null ? ThaiDate.today(clock) : day, known, known == null ? null : ThaiDate.endOf(known));
    }

    @GetMapping("/ledger")
    ModelAndView trial(@ModelAttribute("asked") Asked asked, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var faults = new Faults(frame.words());
        return trial(asked, Typed.NONE, actor, faults, frame);
    }

    private ModelAndView trial(Asked asked, Typed typed, Actor actor, Faults faults, Frame frame) {
        PaymentController.demandWhole(actor);
        var days = days(asked, faults);
        var all = books.all();
        var book = books.book(asked.book()).orElse(all.isEmpty() ? null : all.getFirst());
        var lines = book == null ? List.<Books.Line>of() : moments.read(days.knownAt(), () -> books.trial(asked.which(book.code()), days.day()));
        var choices = all.stream().map(b -> new Choice(b.code(), frame.words().has("money.book." + b.code()) ? frame.t("money.book." + b.code()) : b.code())).toList();
        var page = new LedgerPages.TrialPage(asked, book, choices, days.day(), days.knownOn(), book == null ? null : books.choices(book.code()), lines, book == null ? List.of() : periods.of(book),
                book == null ? null : periods.standing(book).orElse(null), actor.may(Right.PAY), typed, names(), faults, frame);
        return new ModelAndView("money/ledger", Map.of("page", page));
    }

    /** The trial balance as a file. */
    @GetMapping("/ledger.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("asked") Asked asked, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var days = days(asked, new Faults(frame.words()));
        var book = books.book(asked.book()).or(() -> books.all().stream().findFirst()).orElseThrow(() -> new OutOfReach("book " + asked.book()));
        var lines = moments.read(days.knownAt(), () -> books.trial(asked.which(book.code()), days.day()));
        var text = new StringWriter().append('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(frame.t("money.code"), frame.t("money.ledger-account"), frame.t("money.by." + asked.by()), frame.t("money.debit"), frame.t("money.credit"));
            lines.forEach(l -> csv.writeRecord(l.code(), frame.t("ledger." + l.code()), asked.by().equals("code") ? l.code() : names().of(frame, asked.by(), l.division()), l.debit().amount().toPlainString(), l.credit().amount().toPlainString()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).header("Content-Disposition", "attachment; filename=\"ledger-" + days.day() + ".csv\"").body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/ledger/account")
    ModelAndView account(@ModelAttribute("asked") Asked asked, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "0") long record, @RequestParam(defaultValue = "1") int page, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        if (!frame.words().has("ledger." + code)) throw new OutOfReach("account " + code);
        var days = days(asked, new Faults(frame.words()));
        var which = asked.which(asked.book());
        String base = "/ledger/account" + asked.query("code", code, "record", record == 0 ? "" : String.valueOf(record));
        return moments.read(days.knownAt(), () -> {
            var pager = new Pager(page, SIZE, books.movements(which, code, record, days.day()), base);
            var balance = ledger.balance(Arrays.asList(books.accounts(which, code, record)), days.day());
            return new ModelAndView("money/account", Map.of("page", new LedgerPages.AccountPage(asked, code, record, days.day(), days.knownOn(), balance, books.movements(which, code, record, days.day(), SIZE, pager.offset()), pager, names())));
        });
    }

    @GetMapping("/ledger/entries/{id:\\d+}")
    ModelAndView entry(@PathVariable long id, Actor actor) {
        return entry(id, "", actor, Faults.NONE);
    }

    private ModelAndView entry(long id, String reason, Actor actor, Faults faults) {
        PaymentController.demandWhole(actor);
        var entry = books.entry(id);
        var key = new PaymentRecords.Key(entry.subjectKind(), entry.subjectId());
        boolean mayReverse = actor.may(Right.PAY) && entry.isByHand() && entry.reverses() == 0 && entry.reversedBy() == 0;
        return new ModelAndView("money/entry", Map.of("page", new LedgerPages.EntryPage(entry, records.of(List.of(key)).getOrDefault(key, PaymentRecords.Named.NONE), mayReverse, reason, names(), faults)));
    }

    @PostMapping("/ledger/entries/{id:\\d+}/reversal")
    @Needs(Right.PAY)
    ModelAndView reverse(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> "/ledger/entries/" + periods.reverse(actor, id, reason), () -> entry(id, reason, actor, faults));
    }

    @PostMapping("/ledger/closes")
    @Needs(Right.PAY)
    ModelAndView close(@ModelAttribute("asked") Asked asked, @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        var day = faults.day("until", until, MoneyRefusal.DAY_MISSING.key());
        return Sent.answer(faults, () -> {
            periods.close(actor, asked.book(), day, reason);
            return "/ledger?book=" + asked.book();
        }, () -> trial(asked, new Typed(until, reason, ""), actor, faults, frame));
    }

    @PostMapping("/ledger/openings")
    @Needs(Right.PAY)
    ModelAndView open(@ModelAttribute("asked") Asked asked, @RequestParam(defaultValue = "") String openingReason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            periods.open(actor, asked.book(), openingReason);
            return "/ledger?book=" + asked.book();
        }, () -> trial(asked, new Typed("", "", openingReason), actor, faults, frame));
    }
}
