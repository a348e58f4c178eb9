package khabuan.demo;

import java.time.LocalDate;

/** A simulated welfare fund. */
final class SimulatedFund {

    final long id;
    final Unit unit;
    final PrintedFunds region;
    final LocalDate foundedOn;
    /** It was not brought up to date in fiscal year 2562: what it told in 2561 still stands. */
    final boolean stale;
    /** It stands twice, and was merged into this one in the last quarter; null for all others. */
    final SimulatedFund survivor;
    /** That it told of at last, and in August 2561. */
    int members, before;
    /** What it told in August 2561, and of which day; 0 and null for one that was founded since. */
    long statement;
    LocalDate statedOn;
    /** It told then of money from the institute; it told of none then, and of some since. */
    boolean supported, newlySupported;

    SimulatedFund(long id, Unit unit, PrintedFunds region, LocalDate foundedOn, boolean stale, SimulatedFund survivor) {
        this.id = id;
        this.unit = unit;
        this.region = region;
        this.foundedOn = foundedOn;
        this.stale = stale;
        this.survivor = survivor;
    }

    /** It told in August 2561. */
    void tell(long id, LocalDate day, int count, boolean ofInstitute) {
        statement = id;
        statedOn = day;
        before = count;
        supported = ofInstitute;
    }

    boolean stoodOn(LocalDate day) {
        return !foundedOn.isAfter(day);
    }
}
