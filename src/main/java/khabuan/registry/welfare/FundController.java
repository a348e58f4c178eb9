package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.ConflictPage;
import khabuan.base.page.ConflictPage.Line;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.UnitPicker;
import khabuan.base.place.UnitPicking;
import khabuan.base.record.Conflict;
import khabuan.base.record.Timeline;
import khabuan.registry.welfare.FundPages.FormPage;
import khabuan.registry.welfare.FundPages.Freshness;
import khabuan.registry.welfare.FundPages.FundForm;
import khabuan.registry.welfare.FundPages.RecordPage;
import khabuan.registry.welfare.FundPages.VisitForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A fund on the screen: the record, registering, correcting, visiting, ending. */
@Controller
@Needs(value = Right.RECORD, room = "welfare")
class FundController {

    private static final Set<String> AMOUNTS = Stream.concat(Stream.of("amount", "proposed"), Arrays.stream(Figures.Source.values()).map(Figures.Source::column)).collect(Collectors.toSet());
    private final Funds funds;
    private final FundStatements statements;
    private final FundBooks books;
    private final FundCommittees committees;
    private final Regulations regulations;
    private final Timeline timeline;
    private final Places places;
    private final UnitPicking picking;
    private final Panels panels;

    FundController(Funds funds, FundStatements statements, FundBooks books, FundCommittees committees, Regulations regulations, Timeline timeline, Places places, UnitPicking picking, Panels panels) {
        this.funds = funds;
        this.statements = statements;
        this.books = books;
        this.committees = committees;
        this.regulations = regulations;
        this.timeline = timeline;
        this.places = places;
        this.picking = picking;
        this.panels = panels;
    }

    @GetMapping("/funds/{id:\\d+}")
    @Needs(value = Right.READ, room = "welfare")
    ModelAndView record(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return record(id, actor, frame, Faults.NONE, new VisitForm("", "", actor.signature(), "", ""));
    }

    private ModelAndView record(long id, Actor actor, Frame frame, Faults faults, VisitForm visit) {
        var fund = funds.at(actor, id);
        var all = statements.of(id);
        var standing = all.stream().filter(Statement::isCertified).findFirst().orElse(null);
        var visits = funds.visits(id);
        var page = new RecordPage(fund, regulations.on(id, funds.today()).orElse(null), committees.of(actor, id).stream().findFirst().orElse(null), books.areOpenTo(actor, fund), places.tree().path(places.find(Level.UNIT, fund.unitCode()).orElseThrow()), all, standing, freshness(standing, visits), FiscalQuarter.of(funds.today()), visits, visit,
                timeline.ofRecord(Fund.KIND, id).stream().map(step -> step.told(this::named).toldWhole(f -> AMOUNTS.contains(f.name()) ? baht(f) : f)).toList(), faults, actor.may(Right.RECORD), UUID.randomUUID().toString(), panels.of(Fund.KIND, id, frame));
        return new ModelAndView("welfare/record", Map.of("page", page));
    }

    private Freshness freshness(Statement standing, List<Fund.Visit> visits) {
        if (standing == null) return null;
        long days = ChronoUnit.DAYS.between(standing.asOf(), funds.today());
        if (standing.asOf().isBefore(FiscalYear.of(funds.today()).start())) return new Freshness(Freshness.CARRIED, days);
        LocalDate from = standing.asOf().minusYears(1);
        boolean seen = visits.stream().anyMatch(v -> v.visitedOn().isAfter(from) && !v.visitedOn().isAfter(standing.asOf()));
        return new Freshness(seen ? Freshness.SEEN : Freshness.REPORTED, days);
    }

    /** What is kept in satang, told in baht. */
    /** An amount of a timeline, in baht. */
    static Timeline.Field baht(Timeline.Field field) {
        return new Timeline.Field(field.name(), baht(field.before()), baht(field.after()));
    }

    private static String baht(String satang) {
        return satang == null ? null : new Baht(Long.parseLong(satang)).toString();
    }

    private Timeline.Field named(Timeline.Field field) {
        return field.name().equals("unit_code") ? new Timeline.Field(field.name(), unit(field.before()), unit(field.after()), field.path()) : field;
    }

    private String unit(String code) {
        return code == null ? null : places.find(Level.UNIT, code).map(Place::title).orElse(code);
    }

    @GetMapping("/funds/new")
    ModelAndView newForm(@RequestParam(defaultValue = "") String unit, Actor actor) {
        return form(null, new FundForm(UUID.randomUUID().toString(), 0, unit, "", "", "", "", ""), picking.picker(actor, "", unit), Faults.NONE);
    }

    private ModelAndView form(Fund fund, FundForm form, UnitPicker units, Faults faults) {
        var model = new HashMap<String, Object>();
        model.put("page", new FormPage(fund, form, units, faults));
        return new ModelAndView("welfare/form", model);
    }

    /** What was only typed means a unit when it is the only one. */
    private static FundForm chosen(FundForm form, UnitPicker units, Faults faults) {
        if (form.place().isEmpty()) return form;
        if (units.chosen().isEmpty()) faults.add((units.options().isEmpty() ? WelfareRefusal.UNIT_UNKNOWN : WelfareRefusal.UNIT_AMBIGUOUS).at("unit", form.place()));
        return form.withUnit(units.chosen());
    }

    @PostMapping("/funds")
    ModelAndView register(FundForm sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var units = picking.picker(actor, sent.place(), sent.unit());
        var form = chosen(sent, units, faults);
        var wish = form.read(faults);
        return Sent.answer(faults, () -> funds.register(actor, form.key(), wish).path(), () -> form(null, form, units, faults));
    }

    @GetMapping("/funds/{id:\\d+}/correction")
    ModelAndView correctionForm(@PathVariable long id, Actor actor) {
        var f = funds.at(actor, id);
        return form(f, new FundForm("", f.version(), f.unitCode(), "", f.code(), f.name(), ThaiDate.brief(f.foundedOn()), ""), picking.picker(actor, "", f.unitCode()), Faults.NONE);
    }

    @PostMapping("/funds/{id:\\d+}/correction")
    ModelAndView correct(@PathVariable long id, FundForm sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var units = picking.picker(actor, sent.place(), sent.unit());
        var form = chosen(sent, units, faults);
        var said = form.read(faults);
        if (form.reason().isEmpty()) faults.add(WelfareRefusal.REASON_MISSING.at("reason"));
        try {
            return Sent.answer(faults, () -> funds.correct(actor, id, form.version(), form.reason(), said).path(), () -> form(funds.at(actor, id), form, units, faults));
        } catch (Conflict conflict) {
            return conflict(funds.at(actor, id), form);
        }
    }

    private ModelAndView conflict(Fund theirs, FundForm mine) {
        var lines = List.of(new Line("name", "field.welfare_fund.name", mine.name(), theirs.name()), new Line("unit", "field.welfare_fund.unit_code", mine.unit(), theirs.unitCode(), unit(mine.unit()), unit(theirs.unitCode())),
                new Line("foundedOn", "field.welfare_fund.founded_on", ThaiDate.parse(mine.foundedOn()).map(ThaiDate::brief).orElse(mine.foundedOn()), ThaiDate.brief(theirs.foundedOn())),
                new Line("code", "field.welfare_fund.code", mine.code(), theirs.code()));
        var page = new ConflictPage(theirs.path(), theirs.name(), theirs.path() + "/correction", theirs.version(), mine.reason(), timeline.of("welfare_fund", theirs.id()).getFirst(), lines);
        return new ModelAndView("component/conflict", Map.of("page", page), HttpStatus.CONFLICT);
    }

    @PostMapping("/funds/{id:\\d+}/visits")
    ModelAndView visit(@PathVariable long id, VisitForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var visit = form.read(faults);
        return Sent.answer(faults, () -> {
            funds.visit(actor, id, form.key(), visit);
            return "/funds/" + id;
        }, () -> record(id, actor, frame, faults, form));
    }

    @PostMapping("/funds/{id:\\d+}/end")
    ModelAndView end(@PathVariable long id, @RequestParam(defaultValue = "") String endedOn, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var day = faults.day("endedOn", endedOn, WelfareRefusal.DAY_MISSING.key());
        if (reason.isBlank()) faults.add(WelfareRefusal.REASON_MISSING.at("reason"));
        return Sent.answer(faults, () -> {
            funds.end(actor, id, day, reason.strip());
            return "/funds/" + id;
        }, () -> record(id, actor, frame, faults, new VisitForm("", "", actor.signature(), "", "")));
    }
}
