package khabuan.insight.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalQuarter;

/** The agreement of a year with all results up to a quarter: the matrix.
 *  @param asOf the data date: what the quarter has brought until then
 *  @param knownAt as it was known then; null for now
 *  @param scores in print order, parts left out: those stand in their total */
public record Scoreboard(Agreement agreement, FiscalQuarter quarter, LocalDate asOf, Instant knownAt, List<Heading> headings, List<Score> scores, List<Targets.Adjustment> adjustments) {

    /** All scores in print order, parts behind their total. */
    public Stream<Score> all() {
        return scores.stream().flatMap(Score::withParts);
    }

    /** The score of an indicator, also of a part, if there is one of that code. */
    public Optional<Score> find(String code) {
        return all().filter(s -> s.indicator().code().equals(code)).findFirst();
    }

    /** How many have this light for the year; parts are not counted beside their total. */
    public long count(Light light) {
        return scores.stream().filter(s -> s.country().light() == light).count();
    }

    /** The score of an indicator, also of a part. @throws NoSuchElementException when there is none of that code */
    public Score of(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("There is no indicator " + code + "."));
    }

    /** Headings and scores as they stand in print: each made into a thing of one kind. */
    public <T> List<T> inOrder(Function<Heading, T> ofHeading, Function<Score, T> ofScore) {
        record Placed<T>(int position, T thing) {}
        return Stream.concat(headings.stream().map(h -> new Placed<>(h.position(), ofHeading.apply(h))), scores.stream().map(s -> new Placed<>(s.indicator().position(), ofScore.apply(s))))
                .sorted(Comparator.comparingInt(Placed::position)).map(Placed::thing).toList();
    }

    /** Whether the year has come to its last quarter: before it, no bound is failed, but not yet reached. */
    public boolean isFinal() {
        return quarter.number() == 4;
    }

    /** The page of an indicator at the moment of this board. */
    public String link(Indicator indicator) {
        return indicator.path() + "?quarter=" + quarter.number() + "&as-of=" + asOf + (knownAt == null ? "" : "&known-at=" + knownAt);
    }
}
