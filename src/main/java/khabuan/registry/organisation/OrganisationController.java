package khabuan.registry.organisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.Timeline;
import khabuan.registry.organisation.OrganisationPages.FormPage;
import khabuan.registry.organisation.OrganisationPages.ListPage;
import khabuan.registry.organisation.OrganisationPages.RecordPage;
import khabuan.registry.organisation.OrganisationPages.SightingForm;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Organisations on the screen: the list, the record, registering, correcting, seeing, certifying. */
@Controller
@Needs(value = Right.READ, room = "organisation")
class OrganisationController {

    private static final int PAGE = 50;
    private final Organisations organisations;
    private final OrganisationList list;
    private final Timeline timeline;
    private final Places places;
    private final Reach reach;
    private final JdbcClient jdbc;

    OrganisationController(Organisations organisations, OrganisationList list, Timeline timeline, Places places, Reach reach, JdbcClient jdbc) {
        this.organisations = organisations;
        this.list = list;
        this.timeline = timeline;
        this.places = places;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Bean
    static NavigationEntry organisationsEntry() {
        return new NavigationEntry(30, "nav.organisations", "/organisations", Right.READ, "organisation");
    }

    @GetMapping("/organisations")
    ModelAndView list(@RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = OrganisationFilter.read(address, FiscalYear.of(organisations.today()));
        var pager = new Pager(page, PAGE, list.count(filter, actor), filter.path());
        return new ModelAndView("organisation/list", Map.of("page", new ListPage(filter, list.page(filter, actor, PAGE, pager.offset()), pager, choices(filter, actor),
                actor.may(Right.RECORD), actor.may(Right.CERTIFY))));
    }

    /** The places to choose from: the chosen one's path and children, or the top of the person's scope. */
    private List<Place> choices(OrganisationFilter filter, Actor actor) {
        var tree = places.tree();
        var scope = reach.of(actor);
        var parts = filter.place().split(":", 2);
        var chosen = parts.length == 2 ? tree.find(Level.of(parts[0]), parts[1]).filter(p -> tree.contains(scope, p)).orElse(scope) : scope;
        return java.util.stream.Stream.concat(tree.path(chosen).stream().filter(p -> tree.contains(scope, p)), tree.children(chosen).stream()).toList();
    }

    @GetMapping("/organisations/{id:\\d+}")
    ModelAndView record(@PathVariable long id, Actor actor) {
        return record(id, actor, Faults.NONE, new SightingForm("", "", actor.fullName(), true, ""), HttpStatus.OK);
    }

    private ModelAndView record(long id, Actor actor, Faults faults, SightingForm sighting, HttpStatus status) {
        var organisation = organisations.at(actor, id);
        var unit = places.find(Level.UNIT, organisation.unitCode()).orElseThrow();
        var page = new RecordPage(organisation, places.tree().path(unit), council(organisation.councilId()), organisations.sightings(id), organisations.certifiedYears(id),
                FiscalYear.of(organisations.today()), timeline.of("organisation", id), faults, sighting, actor.may(Right.RECORD), actor.may(Right.CERTIFY), UUID.randomUUID().toString());
        return new ModelAndView("organisation/record", Map.of("page", page), status);
    }

    private String council(Long id) {
        return id == null ? "" : jdbc.sql("select name from council where id = :id").param("id", id).query(String.class).optional().orElse("");
    }

    @GetMapping("/organisations/new")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView newForm(@RequestParam(defaultValue = "") String unit) {
        return form(null, new OrganisationForm(UUID.randomUUID().toString(), 0, unit, "", "", "", "", "", "", ""), Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView form(Organisation organisation, OrganisationForm form, Faults faults, HttpStatus status) {
        var model = new java.util.HashMap<String, Object>();
        model.put("page", new FormPage(organisation, form, places.find(Level.UNIT, form.unit()).orElse(null), faults));
        return new ModelAndView("organisation/form", model, status);
    }

    @PostMapping("/organisations")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView register(OrganisationForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var wish = form.read(faults);
        try {
            if (faults.isEmpty()) return new ModelAndView("redirect:" + organisations.register(actor, form.key(), wish).path());
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return form(null, form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/organisations/{id:\\d+}/correction")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView correctionForm(@PathVariable long id, Actor actor) {
        var o = organisations.at(actor, id);
        return form(o, new OrganisationForm("", o.version(), o.unitCode(), o.code(), o.name(), o.kind().word(), ThaiDate.brief(o.registeredOn()),
                Objects.toString(o.members(), ""), o.activities(), ""), Faults.NONE, HttpStatus.OK);
    }

    @PostMapping("/organisations/{id:\\d+}/correction")
    @Needs(value = Right.RECORD, room = "organisation")
    ModelAndView correct(@PathVariable long id, OrganisationForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var said = form.read(faults);
        try {
            if (faults.isEmpty()) return new ModelAndView("redirect:" + organisations.correct(actor, id, form.version(), form.reason(), said).path());
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return form(organisations.at(actor, id), form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
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
