package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.ConflictPage;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.UnitPicker;
import khabuan.base.record.Conflict;
import khabuan.base.record.Timeline;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Registering a council, and correcting what was said of it. */
@Controller
@Needs(value = Right.RECORD, room = "council")
class RegistrationController {

    private final Councils councils;
    private final Relocations relocations;
    private final UnitSearch search;
    private final Places places;
    private final Timeline timeline;

    RegistrationController(Councils councils, Relocations relocations, UnitSearch search, Places places, Timeline timeline) {
        this.councils = councils;
        this.relocations = relocations;
        this.search = search;
        this.places = places;
        this.timeline = timeline;
    }

    @GetMapping("/councils/new")
    ModelAndView open(@RequestParam(defaultValue = "") String unit, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var faults = new Faults(frame.words());
        councils.inForce(unit).ifPresent(other -> faults.add(CouncilRefusal.UNIT_TAKEN.at("unit", other.name()).seeing(other.path())));
        return page(null, RegistrationForm.empty(unit), search.picker(actor, "", unit), faults);
    }

    /** The units that answer to what is typed, as the part of the form that htmx swaps. */
    @GetMapping(UnitSearch.ADDRESS)
    ModelAndView units(@RequestParam(defaultValue = "") String place, Actor actor) {
        return new ModelAndView("component/unit-options", Map.of("picker", search.picker(actor, place, "")));
    }

    @PostMapping("/councils")
    ModelAndView register(@ModelAttribute("form") RegistrationForm sent, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var faults = new Faults(frame.words());
        var units = search.picker(actor, sent.place(), sent.unit());
        var form = chosen(sent, units, faults);
        var said = form.read(faults);
        return Sent.answer(faults, () -> councils.register(actor, form.key(), said).path(), () -> page(null, form, units, faults));
    }

    /** What was only typed means a unit when it is the only one. */
    private static RegistrationForm chosen(RegistrationForm form, UnitPicker units, Faults faults) {
        if (form.place().isEmpty() || !units.chosen().isEmpty()) return form.place().isEmpty() ? form : form.withUnit(units.chosen());
        faults.add((units.options().isEmpty() ? CouncilRefusal.UNIT_UNKNOWN : CouncilRefusal.UNIT_AMBIGUOUS).at("unit", form.place()));
        return form.withUnit("");
    }

    @GetMapping("/councils/{id:\\d+}/correction")
    ModelAndView openCorrection(@PathVariable long id, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        return page(council, RegistrationForm.of(council), search.picker(actor, "", council.unitCode()), new Faults(frame.words()));
    }

    @PostMapping("/councils/{id:\\d+}/correction")
    ModelAndView correct(@PathVariable long id, @ModelAttribute("form") RegistrationForm sent, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        var units = search.picker(actor, sent.place(), sent.unit());
        var form = chosen(sent, units, faults);
        var said = form.read(faults);
        if (form.reason().isEmpty()) faults.add(CouncilRefusal.REASON_MISSING.at("reason"));
        try {
            return Sent.answer(faults, () -> councils.correct(actor, id, form.version(), form.reason(), said, form.relocation()).path(), () -> page(council, form, units, faults));
        } catch (Conflict conflict) {
            return conflict(council, form);
        }
    }

    private ModelAndView page(Council council, RegistrationForm form, UnitPicker units, Faults faults) {
        var foreseen = council == null ? Relocations.Foreseen.NONE : relocations.of(council, form.unit());
        return new ModelAndView("council/registration", Map.of("page", new RegistrationPage(council, council != null && councils.isNamedAfterItsUnit(council), form, foreseen, units, faults)));
    }

    private ModelAndView conflict(Council council, RegistrationForm mine) {
        var theirs = RegistrationForm.of(council);
        var lines = List.of(new ConflictPage.Line("name", "council.conflict.name", mine.name(), theirs.name(), mine.name(), theirs.name()),
                new ConflictPage.Line("unit", "council.conflict.unit", mine.unit(), theirs.unit(), unit(mine.unit()), unit(theirs.unit())),
                new ConflictPage.Line("code", "council.conflict.code", mine.code(), theirs.code(), mine.code(), theirs.code()),
                new ConflictPage.Line("registeredOn", "council.conflict.registeredOn", mine.registeredOn(), theirs.registeredOn(), day(mine.registeredOn()), day(theirs.registeredOn())));
        var page = new ConflictPage(council.path(), council.name(), council.path() + "/correction", theirs.version(), mine.reason(), timeline.of("council", council.id()).getFirst(), lines);
        return new ModelAndView("component/conflict", Map.of("page", page), HttpStatus.CONFLICT);
    }

    private String unit(String code) {
        return places.find(Level.UNIT, code).map(Place::title).orElse(code);
    }

    private static String day(String text) {
        return ThaiDate.parse(text).map(ThaiDate::full).orElse(text);
    }
}
