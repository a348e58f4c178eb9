package khabuan.demo;

import java.util.List;

/** The members of a region's councils: so many in force as table 1 prints, the qualified at most a fifth of the representatives of communities.
 *  A review of the term brings new members in; some of the old ones stay, and a few of those who left are kept. */
final class SimulatedMembers {

    private static final int LEAST = 12;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Draw draw = Draw.of("members");

    SimulatedMembers(Numbers numbers, Ledger ledger) {
        this.numbers = numbers;
        this.ledger = ledger;
    }

    void make(Printed region, List<Council> councils) {
        int[] sizes = draw.parts(region.members(), councils.size(), LEAST);
        for (int i = 0; i < sizes.length; i++) {
            var council = councils.get(i);
            int qualified = draw.below(sizes[i] / 6 + 1);
            for (int m = 0; m < sizes[i]; m++) member(council, m < qualified ? "qualified" : "community", !council.wasReviewed() || draw.chance(0.6));
            if (council.wasReviewed()) for (int m = 0; m < 2; m++) left(council);
        }
    }

    private long member(Council council, String clazz, boolean fromTheStart) {
        boolean woman = draw.chance(0.52);
        long person = numbers.next();
        long member = numbers.next();
        var chosen = fromTheStart ? council.registeredOn : council.lastSelection;
        ledger.enter(chosen, Sheet.PERSON, person, council.unit.code(), SimulatedNames.person(draw, woman));
        String village = clazz.equals("community") ? council.unit.village(draw.below(council.unit.villages().size())) : "";
        ledger.enter(chosen, Sheet.MEMBER, member, council.id, person, clazz, village, woman ? "female" : "male", chosen);
        return member;
    }

    private void left(Council council) {
        ledger.enter(council.lastSelection, Sheet.MEMBER_END, member(council, "community", true), council.lastSelection);
    }
}
