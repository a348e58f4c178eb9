package khabuan.insight.indicator;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Sent;
import khabuan.base.print.SheetWriter;
import khabuan.base.record.RecordKind;
import khabuan.insight.indicator.AgreementPages.BoardPage;
import khabuan.insight.indicator.AgreementPages.Line;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The agreement of a year as one board: every indicator with its quarters and its lights. */
@Controller
@Needs(Right.READ)
class BoardController {

    private final Agreements agreements;
    private final Agreeing agreeing;
    private final Targets targets;
    private final Scores scores;
    private final IndicatorsIntake intake;
    private final Sites sites;
    private final Clock clock;

    BoardController(Agreements agreements, Agreeing agreeing, Targets targets, Scores scores, IndicatorsIntake intake, Sites sites, Clock clock) {
        this.targets = targets;
        this.intake = intake;
        this.sites = sites;
        this.agreements = agreements;
        this.agreeing = agreeing;
        this.scores = scores;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry agreementsEntry() {
        return new NavigationEntry(48, "nav.agreements", "/agreements", Right.READ, "", "/outlook");
    }

    @Bean
    static RecordKind indicatorRecord() {
        return new RecordKind("indicator", "indicator", "number || ' ' || title || ' ' || fiscal_year", "/agreements/indicators/{id}");
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** The agreement of the year that runs, or of the last one that has one. */
    @GetMapping("/agreements")
    ModelAndView newest(Actor actor) {
        int running = FiscalYear.of(today()).year();
        var years = agreements.years();
        if (years.isEmpty()) return new ModelAndView("indicator/board", Map.of("page", new BoardPage(years, running, null, today(), null, List.of(), actor.may(Right.REPORT), Faults.NONE, Map.of())));
        return new ModelAndView("redirect:/agreements/" + agreements.newest(running));
    }

    @GetMapping("/agreements/{year:\\d+}")
    ModelAndView board(@PathVariable int year, @RequestParam(required = false) Integer quarter, @RequestParam(name = "known-at", required = false) Instant knownAt, Actor actor) {
        return board(year, quarter, knownAt, actor, Faults.NONE, Map.of());
    }

    private ModelAndView board(int year, Integer asked, Instant knownAt, Actor actor, Faults faults, Map<String, String> form) {
        agreements.demand(year);
        var moment = Shown.of(year, asked, today());
        var board = scores.at(moment.quarter(), moment.asOf(), knownAt);
        var rows = board.inOrder(h -> List.of(new Line(h, null, false)), s -> Stream.concat(Stream.of(new Line(null, s, false)), s.parts().stream().map(p -> new Line(null, p, true))).toList())
                .stream().flatMap(List::stream).toList();
        return new ModelAndView("indicator/board", Map.of("page", new BoardPage(agreements.years(), year, moment.quarter(), moment.asOf(), board, rows, actor.may(Right.REPORT), faults, form)));
    }

    /** The indicators with their headings and targets as a workbook, which can be taken in again. */
    @GetMapping("/agreements/{year:\\d+}.xlsx")
    void export(@PathVariable int year, @ModelAttribute("frame") Frame frame, HttpServletResponse response) throws IOException {
        agreements.demand(year);
        var all = agreements.indicators(year);
        var columns = intake.columns().stream().map(c -> new SheetWriter.Column(c.heading(intake, frame.words()).split("\\|")[0], c.key().equals("title") ? 60 : 16)).toList();
        var rows = intake.rows(all, agreements.headings(year), targets.book(year), sites.reporting(frame.words()), frame.words()).iterator();
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"indicators-" + year + ".xlsx\"");
        SheetWriter.write(response.getOutputStream(), frame.t("intake.kind.indicators"), columns, rows);
    }

    /** Begins the agreement of a year, empty or copied from another year. */
    @PostMapping("/agreements")
    @Needs(Right.REPORT)
    ModelAndView begin(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String copied, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var begun = faults.whole("year", year, "indicator.refusal.year-unreadable");
        if (begun == null && faults.isEmpty()) faults.add(IndicatorRefusal.YEAR_UNREADABLE.at("year"));
        var from = copied.isBlank() ? null : faults.whole("copied", copied, "indicator.refusal.nothing-to-copy");
        return Sent.answer(faults, () -> {
            agreeing.begin(begun, from, actor);
            return "/agreements/" + begun;
        }, () -> agreements.years().isEmpty() ? new ModelAndView("indicator/board", Map.of("page", new BoardPage(List.of(), FiscalYear.of(today()).year(), null, today(), null, List.of(), true, faults, form)))
                : board(agreements.years().getFirst(), null, null, actor, faults, form));
    }

    /** Changes the bounds of the lights. */
    @PostMapping("/agreements/{year:\\d+}/bounds")
    @Needs(Right.REPORT)
    ModelAndView bound(@PathVariable int year, @RequestParam(defaultValue = "") String redBelow, @RequestParam(defaultValue = "") String greenAbove, @RequestParam Map<String, String> form, Actor actor,
            @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        BigDecimal red = Amounts.read(faults, "redBelow", redBelow), green = Amounts.read(faults, "greenAbove", greenAbove);
        return Sent.answer(faults, () -> {
            agreeing.bound(year, red, green, actor);
            return "/agreements/" + year;
        }, () -> board(year, null, null, actor, faults, form));
    }

    /** Signs the agreement. */
    @PostMapping("/agreements/{year:\\d+}/signature")
    @Needs(Right.REPORT)
    ModelAndView sign(@PathVariable int year, @RequestParam(defaultValue = "") String signedOn, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var day = faults.day("signedOn", signedOn, "indicator.refusal.day-missing");
        return Sent.answer(faults, () -> {
            agreeing.sign(year, day, actor);
            return "/agreements/" + year;
        }, () -> board(year, null, null, actor, faults, form));
    }

    /** Keeps a work item, plan or strategy. */
    @PostMapping("/agreements/{year:\\d+}/headings")
    @Needs(Right.REPORT)
    ModelAndView head(@PathVariable int year, @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "WORK") Heading.Kind kind,
            @RequestParam(defaultValue = "") String position, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var place = faults.whole("position", position, "indicator.refusal.position-unreadable");
        return Sent.answer(faults, () -> {
            agreeing.keep(year, new Heading(0, null, kind, number.strip(), title.strip(), place == null ? 9_000 : place), actor);
            return "/agreements/" + year;
        }, () -> board(year, null, null, actor, faults, form));
    }
}
