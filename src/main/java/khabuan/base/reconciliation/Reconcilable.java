package khabuan.base.reconciliation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.intake.Column;
import khabuan.base.intake.RowIntake;

/** A kind of files whose rows can be compared with the records that stand: a room declares a bean for each.
 *  @param intake the kind, by whose readers the file is read and through whose checks it is written
 *  @param record the kind of {@link khabuan.base.record.RecordKind} that its records are
 *  @param personal whether they name persons: reading them is logged
 *  @param standing how its records stand here
 *  @param row how its rows are matched with them */
public record Reconcilable(RowIntake intake, String record, boolean personal, Standing standing, Match row) {

    /** The records. @param from SQL: the kind's table as "t" and what belongs to it
     *  @param where SQL: which of them stand (merged ones don't)
     *  @param unit SQL for the local unit's code; @param code SQL for the record's own code, by which a row may name it; "null" when it has none
     *  @param values for columns of the file, SQL for what stands here, of the column's type; null where there is nothing */
    public record Standing(String from, String where, String unit, String code, Map<String, String> values) {}

    /** What tells records apart, as columns of the file.
     *  @param unit SQL over the row as "s" for its local unit's code
     *  @param within the column of what a name is unique in: "unit"; @param name the column of the name; @param day the column of the day on which it began
     *  @param sort the column of the sort of a record, and people that of how many people it has; "" for none
     *  @param fixed columns by which the import knows a record that has no code: they can be compared, but not taken
     *  @param onePerPlace whether there can be only one within */
    public record Match(String unit, String within, String name, String day, String sort, String people, Set<String> fixed, boolean onePerPlace) {}

    String word() {
        return intake.word();
    }

    /** The columns that are compared. */
    List<Column> compared() {
        return intake.columns().stream().filter(c -> standing.values.containsKey(c.key())).toList();
    }
}
