package khabuan.base.money;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;

/** What a room whose records are given money asks of the room that keeps the projects: a grant is a project of a programme, which the record carries out. */
public interface Grants {

    /** What is proposed for a welfare fund.
     *  @param unit where its seat is, whose office proposes
     *  @param counted for how many members; @param of how many in all */
    record Wish(int budgetYear, String programme, String unit, long fund, String title, int counted, int of, Baht amount, LocalDate startsOn, LocalDate endsOn) {}

    /** How a grant stands. @param stateKey the message that names its state; @param over whether nothing moves any more */
    record Standing(long id, String code, String path, String stateKey, boolean over, Baht approved, Baht paid, Baht returned) {

        /** What the fund has of it. */
        public Baht kept() {
            return paid.minus(returned);
        }
    }

    /** What stands in an office's frame. @param free what may still be approved */
    record Allotted(Baht granted, Baht approved, Baht free, Baht paid, Baht returned) {

        public static final Allotted NOTHING = new Allotted(Baht.ZERO, Baht.ZERO, Baht.ZERO, Baht.ZERO, Baht.ZERO);
    }

    /** A grant that was paid, whose end has passed without its report. */
    record Late(String code, String path, LocalDate endedOn) {}

    /** The most that a programme gives for each that is counted, by its rule of a fiscal year; empty for no ceiling. */
    Optional<Baht> mostEach(String programme, int fiscalYear);

    /** Proposes a grant: a project is drafted and submitted to the body that considers it first. @return its number */
    long propose(Actor actor, Wish wish);

    /** How grants stand today, by their numbers. */
    Map<Long, Standing> standing(Collection<Long> grants);

    /** The frames of a programme in a budget year, by the code of their office. */
    Map<String, Allotted> frames(int budgetYear, String programme);

    /** The grants of a welfare fund that are late on a day. */
    List<Late> late(long fund, LocalDate day);

    /** What a welfare fund was paid of all its grants within a time, less what it returned. @param after the day before the first; @param until the last */
    Baht received(long fund, LocalDate after, LocalDate until);
}
