package khabuan.demo;

import java.time.LocalDate;

/** A simulated council while it is being made. */
final class Council {

    final long id;
    final Printed region;
    final LocalDate registeredOn;
    /** The quarter of fiscal year 2562 in which it was registered, from 0; -1 for an earlier year. */
    final int quarter;
    String code;
    Unit unit;
    boolean surplus;
    /** When its members were last chosen, with a note of whether a term was reviewed. */
    LocalDate lastSelection;
    boolean documented;

    Council(long id, Printed region, LocalDate registeredOn, int quarter) {
        this.id = id;
        this.region = region;
        this.registeredOn = registeredOn;
        this.lastSelection = registeredOn;
        this.quarter = quarter;
    }

    boolean isNew() {
        return quarter >= 0;
    }

    boolean wasReviewed() {
        return lastSelection.isAfter(registeredOn);
    }
}
