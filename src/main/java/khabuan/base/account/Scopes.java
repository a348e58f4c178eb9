package khabuan.base.account;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.AccessRefusal;
import khabuan.base.page.Choice;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import org.springframework.stereotype.Component;

/** The places that accounts are limited to. */
@Component
class Scopes {

    private final Places places;

    Scopes(Places places) {
        this.places = places;
    }

    /** The place as people call it; its code when there is no such place now. */
    String title(String level, String code) {
        return level.equals("country") ? Place.COUNTRY.title() : places.find(Level.of(level), code).map(Place::title).orElse(level + " " + code);
    }

    /** The country, the regions and the provinces, to choose from or to begin with. */
    List<Choice> choices() {
        var choices = new ArrayList<>(List.of(new Choice("country", Place.COUNTRY.title())));
        for (var level : List.of(Level.REGION, Level.PROVINCE)) places.at(level).forEach(p -> choices.add(new Choice(level.word() + ":" + p.code(), p.title())));
        return choices;
    }

    /** Understands "country", "region:NE", "province:40", "district:4001", "unit:400101".
     *  @throws khabuan.base.access.Refusal.Thrown when there is no such place */
    Place read(String written) {
        String text = written.strip();
        if (text.equals("country")) return Place.COUNTRY;
        int colon = text.indexOf(':');
        try {
            var level = Level.of(colon < 0 ? text : text.substring(0, colon));
            return places.find(level, text.substring(colon + 1).strip()).orElseThrow(() -> AccessRefusal.SCOPE_UNKNOWN.at("scope", text));
        } catch (IllegalArgumentException e) {
            throw AccessRefusal.SCOPE_UNKNOWN.at("scope", text);
        }
    }

    /** The code as an account holds it: "" for the country. */
    static String code(Place place) {
        return place.level() == Level.COUNTRY ? "" : place.code();
    }
}
