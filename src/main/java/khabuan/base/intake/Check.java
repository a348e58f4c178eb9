package khabuan.base.intake;

import khabuan.base.access.Refusal;

/** Something that may be wrong with a row.
 *  @param column the column that the fault is told at
 *  @param key the message that tells what to do
 *  @param condition SQL over the row as "s": true when it is wrong
 *  @param value SQL for what fills {0} of the message, as text; "null" for nothing
 *  @param ofScope whether it only matters to actors whose scope is not the country */
public record Check(String column, String key, String condition, String value, boolean ofScope) {

    public static Check of(String column, Refusal refusal, String condition, String value) {
        return new Check(column, refusal.key(), condition, value, false);
    }

    public static Check of(String column, Refusal refusal, String condition) {
        return of(column, refusal, condition, "null");
    }

    /** The record that a cell names isn't there. @param id SQL for the id that it was looked up as */
    public static Check known(String column, String id) {
        return new Check(column, "intake.fault.record-unknown", "s.%s is not null and %s is null".formatted(column, id), "s." + column, false);
    }

    /** What the row speaks of lies in a unit outside of the actor's scope. @param unit SQL for the unit's code, null for none */
    public static Check reach(String column, String unit) {
        return new Check(column, "intake.fault.out-of-reach", "%s is not null and not exists (select from intake_reach r where r.code = %s)".formatted(unit, unit), "s." + column + "::text", true);
    }
}
