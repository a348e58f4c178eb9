package khabuan.base.message;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import khabuan.base.calendar.ThaiDate;

/** How often a person wants to be told outside of the product. */
public enum Pace {
    NOW, DAILY, WEEKLY, NEVER;

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    boolean isDigest() {
        return this == DAILY || this == WEEKLY;
    }

    /** When what is said at a moment leaves: at once, the next morning at seven, or on the next Monday. */
    Instant due(Instant said) {
        if (!isDigest()) return said;
        var local = said.atZone(ThaiDate.ZONE);
        var morning = local.with(MORNING);
        if (!morning.isAfter(local)) morning = morning.plusDays(1);
        if (this == WEEKLY) morning = morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return morning.toInstant();
    }
}
