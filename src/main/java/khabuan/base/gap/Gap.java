package khabuan.base.gap;

import khabuan.base.access.Right;

/** A gap: a measure of what is missing or wrong, and what it needs to be mended. Its records are the measure's, open from the day on which they count until the
 *  day on which they don't. What to do stands in the messages as gap.MEASURE.
 *
 *  @param measure the code of the measure: "council.undocumented"
 *  @param right the right that mending needs: whoever has it where the record lies, owns the gap
 *  @param room the room of that right
 *  @param mend the page that mends it, with {id} of the record or {unit} of its local unit in it
 *  @param days how many days there are to mend it, from the day on which the record begins to count */
public record Gap(String measure, Gravity gravity, Right right, String room, String mend, int days) {

    /** How grave it is, gravest first. */
    public enum Gravity { GRAVE, MIDDLING, SLIGHT }

    /** The page that mends a record. */
    public String path(long record, String unit) {
        return mend.replace("{id}", Long.toString(record)).replace("{unit}", unit);
    }
}
