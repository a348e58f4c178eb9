package khabuan.insight.indicator;

import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.OutOfReach;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.text.Words;
import khabuan.insight.indicator.AgreementPages.Site;
import org.springframework.stereotype.Component;

/** The places that have targets and results: the country, its regions, and the centre. */
@Component
class Sites {

    private final Places places;

    Sites(Places places) {
        this.places = places;
    }

    /** The regions, then the centre. */
    List<Site> reporting(Words words) {
        return Stream.concat(places.at(Level.REGION).stream().map(p -> new Site(p.code(), p.title())), Stream.of(new Site(Scores.CENTRE, words.t("indicator.centre")))).toList();
    }

    /** The codes of those that report. */
    Stream<String> codes() {
        return Stream.concat(places.at(Level.REGION).stream().map(Place::code), Stream.of(Scores.CENTRE));
    }

    /** Whether a code is the country's or one of those. */
    boolean isPlace(String code) {
        return code.equals(Place.COUNTRY.code()) || codes().anyMatch(code::equals);
    }

    /** @throws OutOfReach when there are no targets and results of such a place */
    void demand(String code) {
        if (!isPlace(code)) throw new OutOfReach("targets of " + code);
    }

    /** The country before them. */
    List<Site> all(Words words) {
        return Stream.concat(Stream.of(new Site(Place.COUNTRY.code(), words.t("indicator.country"))), reporting(words).stream()).toList();
    }

    Site of(String code, Words words) {
        return all(words).stream().filter(s -> s.code().equals(code)).findFirst().orElse(new Site(code, code));
    }
}
