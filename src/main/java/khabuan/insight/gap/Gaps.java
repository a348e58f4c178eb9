package khabuan.insight.gap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import khabuan.base.access.Actor;
import khabuan.base.gap.Gap;
import khabuan.insight.measure.Measures;
import org.springframework.stereotype.Component;

/** All gaps of the house, gravest first. */
@Component
class Gaps {

    private final Map<String, Gap> gaps = new LinkedHashMap<>();

    Gaps(List<Gap> declared, Measures measures) {
        declared.stream().sorted(Comparator.comparing(Gap::gravity).thenComparing(Gap::measure)).forEach(g -> gaps.put(measures.get(g.measure()).code(), g));
    }

    List<Gap> all() {
        return List.copyOf(gaps.values());
    }

    /** @throws NoSuchElementException when there is none */
    Gap get(String measure) {
        if (!gaps.containsKey(measure)) throw new NoSuchElementException("There is no gap " + measure + ".");
        return gaps.get(measure);
    }

    /** The gaps that a person may mend. */
    List<Gap> of(Actor actor) {
        return all().stream().filter(g -> owns(actor, g)).toList();
    }

    static boolean owns(Actor actor, Gap gap) {
        return actor.may(gap.right()) && actor.mayEnter(gap.room());
    }
}
