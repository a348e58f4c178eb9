package khabuan.registry.organisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
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
import khabuan.registry.organisation.OrganisationPages.FormPage;
import khabuan.registry.organisation.OrganisationPages.RecordPage;
import khabuan.registry.organisation.OrganisationPages.SightingForm;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An organisation on the screen: the record, registering, correcting, seeing, certifying. */
@Controller
@Needs(value = Right.READ, room = "organisation")
class OrganisationController {

    private final Organisations organisations;
    private final Timeline timeline;
    private final Places places;
    private final UnitPicking picking;
    private final JdbcClient jdbc;
    private final Panels panels;

    OrganisationController(Organisations organisations, Timeline timeline, Places places, UnitPicking picking, JdbcClient jdbc, Panels panels) {
        this.organisations = organisations;
        this.timeline = timeline;
        this.places = places;
        this.picking = picking;
        this.jdbc = jdbc;
        this.panels = panels;
    }

    @GetMapping("/organisations/{id:\\d+}")
    ModelAndView record(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return record(id, actor, frame, Faults.NONE, new SightingForm("", "", actor.fullName(), true, ""), HttpStatus.OK);
    }

    private ModelAndView record(long id, Actor actor, Frame frame, Faults faults, SightingForm sighting, HttpStatus status) {
        var organisation = organisations.at(actor, id);
        var unit = places.find(Level.UNIT, organisation.unitCode()).orElseThrow();
        var page = new RecordPage(organisation, places.tree().path(unit), council(organisation.councilId()), organisations.sightings(id), organisations.certifiedYears(id),
                FiscalYear.of(organisations.today()), timeline.ofRecord("organisation", id).stream().map(step -> step.told(this::named)).toList(), faults, sighting, actor.may(Right.RECORD), actor.may(Right.CERTIFY), UUID.randomUUID().toString(),
                panels.of("organisation", id, frame));
        return new ModelAndView("organisation/record", Map.of("page", page), status);
    }

    /** Places and councils by their names. */
    private Timeline.Field named(Timeline.Field field) {
        UnaryOperator<String> naming = switch (field.name()) {
            case "unit_code" -> code -> places.find(Level.UNIT, code).map(Place::title).orElse(code);
            case "council_id" -> id -> council(Long.valueOf(id));
            default -> null;
        };
        if (naming == null) return field;
        return new Timeline.Field(field.name(), field.before() == null ? null : naming.apply(field.before()), field.after() == null ? null : naming.apply(field.after()));
    }

    private String council(Long id) {
        return id == null ? "" : jdbc.sql("select name from council where id = :id").param("id", id).query(String.class).optional().orElse("");
    }

    @GetMapping("/organisations/new")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView newForm(@RequestParam(defaultValue = "") String unit, Actor actor) {
        return form(null, new OrganisationForm(UUID.randomUUID().toString(), 0, unit, "", "", "", "", "", "", "", ""), picking.picker(actor, "", unit), Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView form(Organisation organisation, OrganisationForm form, UnitPicker units, Faults faults, HttpStatus status) {
        var model = new java.util.HashMap<String, Object>();
        model.put("page", new FormPage(organisation, form, units, faults));
        return new ModelAndView("organisation/form", model, status);
    }

    /** What was only typed means a unit when it is the only one. */
    private static OrganisationForm chosen(OrganisationForm form, UnitPicker units, Faults faults) {
        if (form.place().isEmpty()) return form;
        if (units.chosen().isEmpty()) faults.add((units.options().isEmpty() ? OrganisationRefusal.UNIT_UNKNOWN : OrganisationRefusal.UNIT_AMBIGUOUS).at("unit", form.place()));
        return form.withUnit(units.chosen());
    }

    @PostMapping("/organisations")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView register(OrganisationForm sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var units = picking.picker(actor, sent.place(), sent.unit());
        var form = chosen(sent, units, faults);
        var wish = form.read(faults);
        return Sent.answer(faults, () -> organisations.register(actor, form.key(), wish).path(), () -> form(null, form, units, faults, HttpStatus.OK));
    }

    @GetMapping("/organisations/{id:\\d+}/correction")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView correctionForm(@PathVariable long id, Actor actor) {
        var o = organisations.at(actor, id);
        return form(o, new OrganisationForm("", o.version(), o.unitCode(), "", o.code(), o.name(), o.kind().word(), ThaiDate.brief(o.registeredOn()),
                Objects.toString(o.members(), ""), o.activities(), ""), picking.picker(actor, "", o.unitCode()), Faults.NONE, HttpStatus.OK);
    }

    @PostMapping("/organisations/{id:\\d+}/correction")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView correct(@PathVariable long id, OrganisationForm sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var units = picking.picker(actor, sent.place(), sent.unit());
        var form = chosen(sent, units, faults);
        var said = form.read(faults);
        if (form.reason().isEmpty()) faults.add(OrganisationRefusal.REASON_MISSING.at("reason"));
        try {
            return Sent.answer(faults, () -> organisations.correct(actor, id, form.version(), form.reason(), said).path(), () -> form(organisations.at(actor, id), form, units, faults, HttpStatus.OK));
        } catch (Conflict conflict) {
            return conflict(organisations.at(actor, id), form);
        }
    }

    private ModelAndView conflict(Organisation theirs, OrganisationForm mine) {
        Function<String, String> unit = code -> places.find(Level.UNIT, code).map(Place::title).orElse(code);
        var lines = List.of(new Line("name", "field.organisation.name", mine.name(), theirs.name()),
                new Line("unit", "field.organisation.unit_code", mine.unit(), theirs.unitCode(), unit.apply(mine.unit()), unit.apply(theirs.unitCode())),
                new Line("kind", "organisation.kind", mine.kind(), theirs.kind().word()),
                new Line("registeredOn", "field.organisation.registered_on", ThaiDate.parse(mine.registeredOn()).map(ThaiDate::brief).orElse(mine.registeredOn()), ThaiDate.brief(theirs.registeredOn())),
                new Line("members", "field.organisation.members", mine.members(), Objects.toString(theirs.members(), "")),
                new Line("activities", "field.organisation.activities", mine.activities(), theirs.activities()),
                new Line("code", "field.organisation.code", mine.code(), theirs.code()));
        var page = new ConflictPage(theirs.path(), theirs.name(), theirs.path() + "/correction", theirs.version(), mine.reason(), timeline.of("organisation", theirs.id()).getFirst(), lines);
        return new ModelAndView("component/conflict", Map.of("page", page), HttpStatus.CONFLICT);
    }

    @PostMapping("/organisations/{id:\\d+}/sightings")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView see(@PathVariable long id, SightingForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var sighting = form.read(faults);
        return Sent.answer(faults, () -> {
            organisations.see(actor, id, form.key(), sighting);
            return "/organisations/" + id;
        }, () -> record(id, actor, frame, faults, form, HttpStatus.OK));
    }

    @PostMapping("/organisations/{id:\\d+}/certification")
    @Needs(value = Right.CERTIFY, room = "organisation")
    ModelAndView certify(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String key, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, actor, frame, () -> organisations.certify(actor, id, new FiscalYear(year), reason.strip(), key));
    }

    @PostMapping("/organisations/{id:\\d+}/certification/withdrawal")
    @Needs(value = Right.CERTIFY, room = "organisation")
    ModelAndView withdraw(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, actor, frame, () -> organisations.withdrawCertification(actor, id, new FiscalYear(year), reason.strip()));
    }

    /** Back to the record, with what was refused if it was. */
    private ModelAndView judged(long id, Actor actor, Frame frame, Runnable work) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            work.run();
            return "/organisations/" + id;
        }, () -> record(id, actor, frame, faults, new SightingForm("", "", actor.fullName(), true, ""), HttpStatus.OK));
    }
}
