package khabuan.insight.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import khabuan.base.place.Level;

/** What stands along a side of a pivot. */
public enum Axis {
    /** Nothing but the measures themselves. */
    NONE(0), REGION(0), PROVINCE(0), DISTRICT(0), UNIT(0), CLASS(0),
    MONTH(36), QUARTER(20), YEAR(10);

    private final int mostPeriods;

    Axis(int mostPeriods) {
        this.mostPeriods = mostPeriods;
    }

    static final List<Axis> ROWS = List.of(REGION, PROVINCE, DISTRICT, UNIT, CLASS, MONTH, QUARTER, YEAR);
    static final List<Axis> COLUMNS = List.of(NONE, CLASS, MONTH, QUARTER, YEAR);

    /** The word in addresses: "region". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isTime() {
        return mostPeriods > 0;
    }

    boolean isPlace() {
        return this != NONE && this != CLASS && !isTime();
    }

    /** How many periods may stand side by side. */
    int mostPeriods() {
        return mostPeriods;
    }

    /** The level of its places; only for an axis of places. */
    Level level() {
        return Level.of(word());
    }

    /** The axis of a word among some; null for none. */
    static Axis of(String word, List<Axis> among) {
        return among.stream().filter(a -> a.word().equals(word)).findFirst().orElse(null);
    }

    static Stream<Axis> above(Level level) {
        return ROWS.stream().filter(a -> a.isPlace() && a.level().ordinal() > level.ordinal());
    }
}
