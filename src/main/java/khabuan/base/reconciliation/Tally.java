package khabuan.base.reconciliation;

import java.util.List;
import java.util.function.Predicate;

/** How many rows of a comparison are what, and what was chosen for them. */
public record Tally(List<Group> groups) {

    /** Rows that have all this in common. */
    public record Group(String of, String choice, String outcome, List<String> differing, List<String> emptyHere, long rows) {}

    private long sum(Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::rows).sum();
    }

    public long of(String word) {
        return sum(g -> g.of.equals(word));
    }

    /** Those for which a choice can be made and none is. */
    public long undecided(String word) {
        return sum(g -> g.of.equals(word) && g.choice == null && !"moved-on".equals(g.outcome));
    }

    /** Those for which this was chosen and that wait to be applied. */
    public long chosen(String choice) {
        return sum(g -> choice.equals(g.choice) && g.outcome == null);
    }

    public long waiting() {
        return chosen("take") + chosen("create") + chosen("note");
    }

    public long outcome(String word) {
        return sum(g -> word.equals(g.outcome));
    }

    /** Rows that differ in a field. */
    public long differIn(String field) {
        return sum(g -> g.of.equals("differs") && g.differing.contains(field));
    }

    public long differOnlyIn(String field) {
        return sum(g -> g.of.equals("differs") && g.differing.equals(List.of(field)));
    }

    public long emptyHere(String field) {
        return sum(g -> g.of.equals("differs") && g.differing.contains(field) && g.emptyHere.contains(field));
    }
}
