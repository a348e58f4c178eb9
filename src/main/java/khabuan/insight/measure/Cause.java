package khabuan.insight.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.record.Timeline;

/** Why a record counts in one of two moments and not, or not alike, in the other. */
public sealed interface Cause {

    /** Somebody changed the record, what belongs to it, or what it belongs to.
     *  @param table of the rows that were changed, for the names of their fields
     *  @param subject what was changed, when that is another than the record itself: the council of a member; "" for the record itself
     *  @param path the page of the subject; "" for the record's own, or none
     *  @param fields what was changed of it, of all that the measure looks at; none when rows were added or taken away */
    record Change(String act, String reason, String actor, Instant at, String table, String subject, String path, List<Timeline.Field> fields) implements Cause {}

    /** Nothing was changed: a day on which the record begins or ends to count lies between the two moments. */
    record Day(LocalDate day) implements Cause {}

    /** Nothing was changed: the province lies in another region from a day on that lies between. */
    record Reassigned(String province, String region, LocalDate day) implements Cause {}

    /** What the measure reads was changed, but of nothing that has to do with this record alone. */
    record Unknown() implements Cause {}
}
