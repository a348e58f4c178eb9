package khabuan.base.duplicate;

import java.util.List;
import java.util.function.Predicate;
import khabuan.base.access.Actor;

/** News of a pair, published within the change that decided it.
 *  @param pair as it stood before
 *  @param what "proposed", "refused", "merged" or "undone"
 *  @param reason in the words of who decided; "" for none
 *  @param names of the two, as all may read them, the older first
 *  @param concerns whether a person may see such pairs at all */
public record PairDecided(Pair pair, String what, Actor by, String reason, List<String> names, Predicate<Actor> concerns) {}
