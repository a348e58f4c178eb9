package khabuan.base.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khabuan.base.access.AccessRefusal;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceHit;
import khabuan.base.place.PlaceSearch;
import khabuan.base.place.Places;
import khabuan.base.text.Spelling;
import org.springframework.stereotype.Component;

/** The places that accounts are limited to. */
@Component
class Scopes {

    private static final String COUNTRY = "country";
    private static final Pattern LEVEL = Pattern.compile("(region|province|district|unit):.+");
    private static final int OPTIONS = 12;
    private final Places places;
    private final PlaceSearch search;

    Scopes(Places places, PlaceSearch search) {
        this.places = places;
        this.search = search;
    }

    /** The place as people call it; its code when there is no such place now. */
    String title(String level, String code) {
        return level.equals(COUNTRY) ? Place.COUNTRY.title() : places.find(Level.of(level), code).map(Place::title).orElse(level + " " + code);
    }

    /** What can be chosen for what was typed; before anything is typed the whole country, and what is chosen already.
     *  @param chosen the value that is marked; "" for none */
    ScopePicker picker(String typed, String chosen) {
        if (typed.isBlank()) {
            var options = new ArrayList<>(List.of(new ScopePicker.Option(COUNTRY, COUNTRY, Place.COUNTRY.title(), "", "")));
            known(chosen).filter(p -> p.level() != Level.COUNTRY).map(Scopes::option).ifPresent(options::add);
            return new ScopePicker(typed, chosen, options);
        }
        var options = known(typed).map(p -> List.of(option(p))).orElseGet(() -> find(typed).stream().map(Scopes::option).toList());
        var picker = new ScopePicker(typed, chosen, options);
        return picker.offers(chosen) ? picker : new ScopePicker(typed, meant(typed).map(Scopes::value).orElse(""), options);
    }

    private static ScopePicker.Option option(Place place) {
        return new ScopePicker.Option(value(place), place.level().word(), place.title(), "", "");
    }

    private static ScopePicker.Option option(PlaceHit hit) {
        return new ScopePicker.Option(hit.kind() + ":" + hit.code(), hit.kind(), hit.title(), hit.where(), hit.also());
    }

    /** How a place is written without doubt: "country", "province:40". */
    static String value(Place place) {
        return place.level() == Level.COUNTRY ? COUNTRY : place.key();
    }

    /** Reads a place as people write it, "ขอนแก่น" or "อ.ภูผาม่าน จ.ขอนแก่น", or without doubt: "country", "region:NE", "province:40", "district:4001", "unit:400101".
     *  @throws khabuan.base.access.Refusal.Thrown when there is no such place, or when several are called so */
    Place read(String written) {
        String text = written.strip();
        if (text.isEmpty()) throw AccessRefusal.SCOPE_MISSING.at("scope");
        return meant(text).orElseThrow(() -> {
            var hits = LEVEL.matcher(text).matches() ? List.<PlaceHit>of() : find(text);
            if (hits.isEmpty()) return AccessRefusal.SCOPE_UNKNOWN.at("scope", text);
            return AccessRefusal.SCOPE_SEVERAL.at("scope", text, hits.stream().limit(6).map(h -> h.title() + (h.above().isEmpty() ? "" : " " + h.where()) + " (" + h.kind() + ":" + h.code() + ")")
                    .collect(Collectors.joining(", ")));
        });
    }

    /** The only place that answers, or the only one that is called exactly so. */
    private Optional<Place> meant(String text) {
        var known = known(text);
        if (known.isPresent()) return known;
        var hits = find(text);
        var exact = hits.stream().filter(h -> Spelling.of(h.title()).equals(Spelling.of(text)) || Spelling.of(h.also()).equals(Spelling.of(text))).toList();
        var meant = exact.size() == 1 ? exact : hits;
        return meant.size() == 1 ? places.find(Level.of(meant.getFirst().kind()), meant.getFirst().code()) : Optional.empty();
    }

    private List<PlaceHit> find(String text) {
        return search.find(text, OPTIONS).stream().filter(h -> !h.kind().equals("tambon")).toList();
    }

    private Optional<Place> known(String value) {
        if (value.equals(COUNTRY)) return Optional.of(Place.COUNTRY);
        if (!LEVEL.matcher(value).matches()) return Optional.empty();
        int colon = value.indexOf(':');
        return places.find(Level.of(value.substring(0, colon)), value.substring(colon + 1).strip());
    }

    /** The code as an account holds it: "" for the country. */
    static String code(Place place) {
        return place.level() == Level.COUNTRY ? "" : place.code();
    }
}
