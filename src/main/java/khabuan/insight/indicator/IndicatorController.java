package khabuan.insight.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Findings.Finding;
import khabuan.base.record.Moments;
import khabuan.base.text.Words;
import khabuan.insight.indicator.AgreementPages.IndicatorPage;
import khabuan.insight.indicator.AgreementPages.Row;
import khabuan.insight.indicator.AgreementPages.Site;
import khabuan.insight.indicator.AgreementPages.Slot;
import khabuan.insight.indicator.AgreementPages.Telling;
import khabuan.insight.indicator.Results.Result;
import khabuan.insight.measure.FigureRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One indicator: what it counts, its targets and how they moved, its results place by place, who recorded and certified them, its story. */
@Controller
@Needs(Right.READ)
class IndicatorController {

    private final Agreements agreements;
    private final Agreeing agreeing;
    private final Targets targets;
    private final Results results;
    private final Stories stories;
    private final Quarters quarters;
    private final Scores scores;
    private final Sites sites;
    private final Surveys surveys;
    private final Moments moments;
    private final Slots slots;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    IndicatorController(Agreements agreements, Agreeing agreeing, Targets targets, Results results, Stories stories, Quarters quarters, Scores scores, Sites sites, Surveys surveys, Moments moments, Slots slots, Vault vault,
            JdbcClient jdbc, Clock clock) {
        this.agreements = agreements;
        this.agreeing = agreeing;
        this.targets = targets;
        this.results = results;
        this.stories = stories;
        this.quarters = quarters;
        this.scores = scores;
        this.sites = sites;
        this.surveys = surveys;
        this.moments = moments;
        this.slots = slots;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The page of an indicator by its number, for the log. */
    @GetMapping("/agreements/indicators/{id:\\d+}")
    String byNumber(@PathVariable long id) {
        return "redirect:" + jdbc.sql("select '/agreements/' || fiscal_year || '/indicators/' || code from indicator where id = ?").param(id).query(String.class).optional()
                .orElseThrow(() -> new OutOfReach("indicator " + id));
    }

    @GetMapping("/agreements/{year:\\d+}/indicators/{code}")
    ModelAndView one(@PathVariable int year, @PathVariable String code, @RequestParam(required = false) Integer quarter,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf, @RequestParam(name = "known-at", required = false) Instant knownAt,
            @RequestParam(defaultValue = "") String place, Actor actor, @ModelAttribute("frame") Frame frame) {
        return page(agreements.find(year, code), quarter, asOf, knownAt, place, actor, frame, Faults.NONE, Map.of());
    }

    private ModelAndView again(Indicator indicator, Integer quarter, Actor actor, Frame frame, Faults faults, Map<String, String> form) {
        return page(indicator, quarter, null, null, form.getOrDefault("place", ""), actor, frame, faults, form);
    }

    private ModelAndView page(Indicator indicator, Integer quarter, LocalDate asOf, Instant knownAt, String place, Actor actor, Frame frame, Faults faults, Map<String, String> form) {
        var agreement = agreements.demand(indicator.fiscalYear());
        var shown = Shown.of(indicator.fiscalYear(), quarter, asOf == null || asOf.isAfter(today()) ? today() : asOf);
        var board = scores.at(shown.quarter(), shown.asOf(), knownAt);
        var score = board.of(indicator.code());
        var entered = results.of(indicator.fiscalYear()).getOrDefault(indicator.id(), List.of());
        var rows = new ArrayList<Row>();
        for (var site : sites.reporting(frame.words())) {
            boolean answers = indicator.isEntered() && Results.isOf(actor, site.code());
            if (score.places().containsKey(site.code()) || answers || entered.stream().anyMatch(r -> r.place().equals(site.code()))) rows.add(new Row(site, score.places().get(site.code()), slots(indicator, site, shown.quarter(), entered, actor)));
        }
        var book = targets.book(indicator.fiscalYear());
        var page = new IndicatorPage(agreement, indicator, board, score, sites.all(frame.words()), rows, book, book.of(indicator.id()), figure(indicator.source() == Source.MEASURE ? indicator.measureCode() : null, shown, knownAt), figure(indicator.inHandCode(), shown, knownAt),
                survey(indicator, frame.words()), moments.read(knownAt, () -> finding(indicator)), shown.quarter().number(), tellings(indicator, score, shown.quarter().number(), actor, frame), place, actor.may(Right.REPORT), faults, form);
        return new ModelAndView("indicator/one", Map.of("page", page));
    }

    /** The name of the survey that an indicator takes; "" for none. */
    private String survey(Indicator indicator, Words words) {
        return indicator.source() == Source.SURVEY ? surveys.topic(indicator.measureCode()).map(t -> Surveys.name(t, words)).orElse(indicator.measureCode()) : "";
    }

    private Finding finding(Indicator indicator) {
        return indicator.source() == Source.SURVEY ? surveys.of(indicator.fiscalYear()).get(indicator.measureCode()) : null;
    }

    private static String figure(String measure, Shown shown, Instant knownAt) {
        return measure == null ? "" : new FigureRequest(measure, Place.COUNTRY, Level.REGION, "", shown.quarter().year().start(), shown.asOf(), knownAt).path("");
    }

    /** What a place has entered for the quarter, or may enter; none before it has begun. */
    private List<Slot> slots(Indicator indicator, Site site, FiscalQuarter quarter, List<Result> entered, Actor actor) {
        var slot = slots.of(indicator, site.code(), quarter, quarters.of(indicator.fiscalYear(), quarter.number()), entered, today(), actor);
        return slot == null ? List.of() : List.of(slot);
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    private List<Telling> tellings(Indicator indicator, Score score, int quarter, Actor actor, Frame frame) {
        boolean open = !quarters.of(indicator.fiscalYear(), quarter).closed() && actor.may(Right.RECORD);
        return sites.all(frame.words()).stream().map(site -> {
            var story = score.stories().stream().filter(s -> s.quarter() == quarter && s.place().equals(site.code())).findFirst().orElse(null);
            return new Telling(site, story, open && Results.isOf(actor, site.code().equals(Place.COUNTRY.code()) ? Scores.CENTRE : site.code()));
        }).filter(t -> t.story() != null || t.mayTell()).toList();
    }

    /** Sets the targets before the agreement is signed. */
    @PostMapping("/agreements/{year:\\d+}/indicators/{code}/targets")
    @Needs(Right.REPORT)
    ModelAndView aim(@PathVariable int year, @PathVariable String code, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var indicator = agreements.find(year, code);
        var faults = new Faults(frame.words());
        var amounts = new HashMap<Targets.Spot, BigDecimal>();
        var words = new HashMap<Integer, String>();
        for (int q = 0; q <= 4; q++) words.put(q, form.getOrDefault("words-" + q, ""));
        for (var site : sites.all(frame.words()))
            for (int q = 0; q <= 4; q++) {
                String field = "amount-" + q + "-" + site.code();
                var amount = Amounts.read(faults, field, form.getOrDefault(field, ""));
                if (amount != null) amounts.put(new Targets.Spot(indicator.id(), q, site.code()), amount);
            }
        return Sent.answer(faults, () -> {
            agreeing.aim(indicator, amounts, words, actor);
            return indicator.path();
        }, () -> again(indicator, null, actor, frame, faults, form));
    }

    /** Records the result of a quarter, with its evidence. */
    @PostMapping("/agreements/{year:\\d+}/indicators/{code}/results")
    @Needs(Right.RECORD)
    ModelAndView record(@PathVariable int year, @PathVariable String code, @RequestParam(defaultValue = "0") int quarter, @RequestParam(defaultValue = "") String place, @RequestParam(required = false) MultipartFile file,
            @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var indicator = agreements.find(year, code);
        if (quarter < 1 || quarter > 4) throw new OutOfReach("quarter " + quarter);
        var faults = new Faults(frame.words());
        String field = "amount-" + quarter + "-" + place;
        boolean nothingNew = form.containsKey("nothing-" + quarter + "-" + place);
        BigDecimal amount = nothingNew ? null : Amounts.read(faults, field, form.getOrDefault(field, "")), whole = nothingNew ? null : Amounts.read(faults, "whole-" + quarter + "-" + place, form.getOrDefault("whole-" + quarter + "-" + place, ""));
        return Sent.answer(faults, () -> {
            results.record(indicator, new Results.Entry(quarter, place, nothingNew, amount, whole), file == null || file.isEmpty() ? null : () -> kept(file), actor);
            return indicator.path() + "?quarter=" + quarter;
        }, () -> again(indicator, quarter, actor, frame, faults, form));
    }

    private Vault.Kept kept(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return vault.keep(content, file.getOriginalFilename());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Certifies a result, or returns it with a reason. */
    @PostMapping("/agreements/{year:\\d+}/indicators/{code}/certifications")
    ModelAndView certify(@PathVariable int year, @PathVariable String code, @RequestParam(defaultValue = "0") int quarter, @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "certify") String verdict, @RequestParam(defaultValue = "") String because, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var indicator = agreements.find(year, code);
        var faults = new Faults(frame.words());
        if (verdict.equals("return") && because.isBlank()) faults.add(IndicatorRefusal.REASON_MISSING.at("because-" + quarter + "-" + place));
        return Sent.answer(faults, () -> {
            results.certify(indicator, quarter, place, version, verdict.equals("return") ? because : "", actor);
            return indicator.path() + "?quarter=" + quarter;
        }, () -> again(indicator, quarter, actor, frame, faults, form));
    }

    /** Keeps the story of a quarter. */
    @PostMapping("/agreements/{year:\\d+}/indicators/{code}/stories")
    @Needs(Right.RECORD)
    ModelAndView tell(@PathVariable int year, @PathVariable String code, @RequestParam(defaultValue = "0") int quarter, @RequestParam(defaultValue = "") String place, @RequestParam Map<String, String> form, Actor actor,
            @ModelAttribute("frame") Frame frame) {
        var indicator = agreements.find(year, code);
        if (quarter < 1 || quarter > 4) throw new OutOfReach("quarter " + quarter);
        sites.demand(place);
        var story = new Story(quarter, place, text(form, "done"), text(form, "breakdown"), text(form, "example"), text(form, "outcome"), text(form, "problem"), text(form, "next"));
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            stories.write(indicator, story, actor);
            return indicator.path() + "?quarter=" + quarter;
        }, () -> again(indicator, quarter, actor, frame, faults, form));
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }
}
