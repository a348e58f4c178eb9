package khabuan.base.person;

import java.util.HashMap;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's page: masked, until the reader says why. */
@Controller
@Needs(Right.READ_PERSONS)
class PersonController {

    private final Persons persons;
    private final Places places;

    PersonController(Persons persons, Places places) {
        this.persons = persons;
        this.places = places;
    }

    @GetMapping("/persons/{id}")
    ModelAndView masked(@PathVariable long id, Actor actor) {
        return page(persons.masked(actor, id), null, "", Faults.NONE, HttpStatus.OK);
    }

    @PostMapping("/persons/{id}/reading")
    ModelAndView read(@PathVariable long id, @RequestParam(defaultValue = "") String reason, @ModelAttribute("frame") Frame frame, Actor actor) {
        var masked = persons.masked(actor, id);
        try {
            return page(masked, persons.read(actor, id, reason), reason, Faults.NONE, HttpStatus.OK);
        } catch (Refusal.Thrown refused) {
            return page(masked, null, reason, new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(Persons.Masked masked, Person person, String reason, Faults faults, HttpStatus status) {
        String unit = places.find(Level.UNIT, masked.unitCode()).map(Place::title).orElse(masked.unitCode());
        var model = new HashMap<String, Object>();
        model.put("page", new PersonPage(masked, unit, person, reason, faults));
        return new ModelAndView("person/person", model, status);
    }
}
