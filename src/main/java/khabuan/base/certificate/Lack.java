package khabuan.base.certificate;

import java.util.List;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;

/** Something that a record may lack when its letter is asked for: the letter is then given only with a reason.
 *  @param key of the message that tells what to do
 *  @param mend the page that mends it, with {id} of mend_id in it
 *  @param sql yields record_id and mend_id of those of the records of the parameter :ids (bigint[], which lie in the units :units, text[]) that lack it on the day :today */
public record Lack(String key, String mend, String sql) {

    /** What one record lacks. @param key of the message that tells what to do; @param path the page that mends it */
    public record Missing(String key, String path) {}

    /** A record and what it lacks. @param path its page */
    public record Lacking(String name, String path, List<Missing> missing) {}

    /** A gap of the record itself. */
    public static Lack of(Gap gap, Measure measure) {
        return of(gap, measure, "f.record_id");
    }

    /** A gap of something that belongs to the record. @param owner SQL for the record's id, from a row f of the measure */
    public static Lack of(Gap gap, Measure measure, String owner) {
        return new Lack("gap." + gap.measure(), gap.mend(), """
                select %s as record_id, f.record_id as mend_id from (%s) f where f.on_date <= :today and (f.until_date is null or f.until_date > :today)""".formatted(owner, measure.sqlOfUnits()));
    }
}
