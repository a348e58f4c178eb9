package khabuan.insight.indicator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.place.Place;

/** An indicator with its course in the country and in each place, at a moment.
 *  @param places by region code, or CENTRE: those that have a target or a result
 *  @param words the target of the year (first) and of each quarter in words; "" where it is a figure
 *  @param stories of its quarters
 *  @param waiting how many recorded results of these quarters are not certified, and therefore not counted
 *  @param late how many results were recorded after their day
 *  @param parts of a SUM, its parts */
public record Score(Indicator indicator, Course country, Map<String, Course> places, List<String> words, List<Story> stories, int waiting, int late, List<Score> parts) {

    /** Those parts that stay behind their own target although the total is reached: the shortfall that a sum hides. */
    public List<Score> hiddenShortfalls() {
        return country.percent() == null || country.shortfall() != null ? List.of() : parts.stream().filter(p -> p.country().shortfall() != null).toList();
    }

    /** It, and its parts. */
    public Stream<Score> withParts() {
        return Stream.concat(Stream.of(this), parts.stream());
    }

    /** The problem that was told last; "" when none was. */
    public String latestProblem() {
        return stories.reversed().stream().map(Story::problem).filter(p -> !p.isBlank()).findFirst().orElse("");
    }

    /** The country's story of a quarter, if it is told. */
    public Stream<Story> story(int quarter) {
        return stories.stream().filter(s -> s.quarter() == quarter && s.place().equals(Place.COUNTRY.code()));
    }
}
