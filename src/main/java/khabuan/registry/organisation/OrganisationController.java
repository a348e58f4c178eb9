package khabuan.registry.organisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.UnitPicker;
import khabuan.base.place.UnitPicking;
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

    OrganisationController(Organisations organisations, Timeline timeline, Places places, UnitPicking picking, JdbcClient jdbc) {
        this.organisations = organisations;
        this.timeline = timeline;
        this.places = places;
        this.picking = picking;
        this.jdbc = jdbc;
    }

    @GetMapping("/organisations/{id:\\d+}")
    ModelAndView record(@PathVariable long id, Actor actor) {
        return record(id, actor, Faults.NONE, new SightingForm("", "", actor.fullName(), true, ""), HttpStatus.OK);
    }

    private ModelAndView record(long id, Actor actor, Faults faults, SightingForm sighting, HttpStatus status) {
        var organisation = organisations.at(actor, id);
        var unit = places.find(Level.UNIT, organisation.unitCode()).orElseThrow();
        var page = new RecordPage(organisation, places.tree().path(unit), council(organisation.councilId()), organisations.sightings(id), organisations.certifiedYears(id),
                FiscalYear.of(organisations.today()), timeline.ofRecord("organisation", id).stream().map(step -> step.told(this::named)).toList(), faults, sighting, actor.may(Right.RECORD), actor.may(Right.CERTIFY), UUID.randomUUID().toString());
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
        try {
            if (faults.isEmpty()) return new ModelAndView("redirect:" + organisations.register(actor, form.key(), wish).path());
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return form(null, form, units, faults, HttpStatus.UNPROCESSABLE_CONTENT);
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
        try {
            if (faults.isEmpty()) return new ModelAndView("redirect:" + organisations.correct(actor, id, form.version(), form.reason(), said).path());
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return form(organisations.at(actor, id), form, units, faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/organisations/{id:\\d+}/sightings")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView see(@PathVariable long id, SightingForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var sighting = form.read(faults);
        try {
            if (faults.isEmpty()) {
                organisations.see(actor, id, form.key(), sighting);
                return new ModelAndView("redirect:/organisations/" + id);
            }
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return record(id, actor, faults, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/organisations/{id:\\d+}/certification")
    @Needs(value = Right.CERTIFY, room = "organisation")
    String certify(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") String key, Actor actor) {
        organisations.certify(actor, id, new FiscalYear(year), key);
        return "redirect:/organisations/" + id;
    }

    @PostMapping("/organisations/{id:\\d+}/certification/withdrawal")
    @Needs(value = Right.CERTIFY, room = "organisation")
    String withdraw(@PathVariable long id, @RequestParam int year, @RequestParam(defaultValue = "") String reason, Actor actor) {
        organisations.withdrawCertification(actor, id, new FiscalYear(year), reason);
        return "redirect:/organisations/" + id;
    }
}
