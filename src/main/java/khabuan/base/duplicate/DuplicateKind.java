package khabuan.base.duplicate;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.record.RecordKind;

/** A kind of records among which duplicates are looked for: a room declares a bean for each. Its table has the columns id, unit_code, version and merged_into.
 *  @param kind of {@link khabuan.base.record.RecordKind}: "council"
 *  @param room whose people see them: "council"
 *  @param manner how two of them are compared
 *  @param sortSql an SQL expression over the table for the sort of a record within its kind; "''" for none
 *  @param peopleSql an SQL expression over the table for how many people it has (int); "null::int" when that is not known
 *  @param chosen the columns that the survivor of a merge may take from the other; never the code, by which both are found for ever
 *  @param settled columns of the survivor that follow from both, and that nobody is shown: SQL expressions over the survivor s and the other l
 *  @param told how a record is told */
public record DuplicateKind(String kind, String room, Manner manner, String sortSql, String peopleSql, List<String> chosen, Map<String, String> settled, Told told) {

    /** How two records of a kind are compared. */
    public enum Manner {
        /** By what their names say, weighed by place, numbers, days. */
        NAMES,
        /** As by names; and a unit has only one, so that two in one unit are always suspected. */
        ONE_PER_UNIT,
        /** By the names that people bear: many bear the same. */
        PERSONS
    }

    /** How a record of a kind is told.
     *  @param record its table and page; null for those of the {@link RecordKind} that bears its word
     *  @param name, code, day, standing SQL over the table r: what it is called, by what it is found, when it was registered, whether it has not ended
     *  @param nameColumn the column that holds the name
     *  @param shown a name as people may see it here
     *  @param kept a name as the record of a decision keeps it
     *  @param right that is needed to see them
     *  @param correctable whether the page PATH/correction corrects one */
    public record Told(RecordKind record, String name, String code, String day, String standing, String nameColumn, UnaryOperator<String> shown, UnaryOperator<String> kept, Right right,
                       boolean correctable) {

        static final Told USUAL = new Told(null, "r.name", "r.code", "r.registered_on", "r.ended_on is null", "name", UnaryOperator.identity(), UnaryOperator.identity(), Right.RECORD, true);
    }

    public DuplicateKind(String kind, String room, boolean onePerUnit, String sortSql, String peopleSql, List<String> chosen, Map<String, String> settled) {
        this(kind, room, onePerUnit ? Manner.ONE_PER_UNIT : Manner.NAMES, sortSql, peopleSql, chosen, settled, Told.USUAL);
    }

    /** Whether both of two must lie within the scope of who sees them, because the database shows nobody those of others. */
    boolean isGuarded() {
        return told.right == Right.READ_PERSONS;
    }

    boolean isFor(Actor actor) {
        return actor.mayEnter(room) && actor.may(told.right);
    }
}
