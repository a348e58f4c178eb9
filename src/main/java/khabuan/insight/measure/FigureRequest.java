package khabuan.insight.measure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;

/** What the address of a figure asks: measure, place, level, class, and time on both clocks.
 *  @param knownAt the moment at which it was known; null for now */
public record FigureRequest(String code, Place within, Level by, String clazz, LocalDate from, LocalDate to, Instant knownAt) {

    /** Reads the parameters of an address; what is absent is today, the country and its regions.
     *  @throws IllegalArgumentException when one of them can't be read
     *  @throws khabuan.base.access.Refusal.Thrown when its day is yet to come */
    static FigureRequest read(String code, String within, String by, String clazz, String from, String asOf, String knownAt, LocalDate today, Places places) {
        var place = places.ofKey(within, Place.COUNTRY);
        var to = day(asOf, today);
        if (to.isAfter(today)) throw FigureRefusal.DAY_IN_FUTURE.at("as-of", ThaiDate.full(today));
        var below = Level.values()[Math.min(place.level().ordinal() + 1, Level.UNIT.ordinal())];
        return new FigureRequest(code, place, by == null || by.isBlank() ? below : Level.of(by), clazz == null ? "" : clazz,
                day(from, FiscalYear.of(to).start()), to, moment(knownAt));
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text == null || text.isBlank() ? otherwise : ThaiDate.parse(text).orElseThrow(() -> new IllegalArgumentException("Not a day: " + text));
    }

    /** A moment of knowledge: a day, meaning its end, or an instant as {@link #momentText} writes it; null for none. */
    static Instant moment(String text) {
        if (text == null || text.isBlank()) return null;
        return text.endsWith("Z") && text.contains("T") ? Instant.parse(text) : ThaiDate.endOf(day(text, null));
    }

    /** The moment as an address carries it: "2019-08-31" for the end of that day, otherwise the instant. */
    static String momentText(Instant moment) {
        var day = moment.atZone(ThaiDate.ZONE).toLocalDate();
        return moment.equals(ThaiDate.endOf(day)) ? day.toString() : moment.toString();
    }

    /** The moment of knowledge as a form shows it; "" for now. */
    public String knownText() {
        return knownAt == null ? "" : momentText(knownAt);
    }

    public Window window() {
        return new Window(from.isAfter(to) ? to : from, to, knownAt);
    }

    Question question(boolean byClass) {
        return new Question(code, by, within, byClass, List.of(window()));
    }

    /** The address of this figure, or of its CSV with ending ".csv". */
    public String path(String ending) {
        var query = new StringJoiner("&");
        query.add("within=" + within.key()).add("by=" + by.word());
        if (!clazz.isEmpty()) query.add("class=" + URLEncoder.encode(clazz, StandardCharsets.UTF_8));
        query.add("from=" + from).add("as-of=" + to);
        if (knownAt != null) query.add("known-at=" + momentText(knownAt));
        return "/figures/" + code + ending + "?" + query;
    }

    /** The map of this figure by province. */
    public String mapPath() {
        return "/map?measure=" + code + "&from=" + from + "&as-of=" + to + (knownAt == null ? "" : "&known-at=" + momentText(knownAt));
    }

    /** The same figure within another place, by the level below it. */
    public FigureRequest in(Place place) {
        return new FigureRequest(code, place, Level.values()[Math.min(place.level().ordinal() + 1, Level.UNIT.ordinal())], clazz, from, to, knownAt);
    }

    public FigureRequest of(String otherClass) {
        return new FigureRequest(code, within, by, otherClass, from, to, knownAt);
    }
}
