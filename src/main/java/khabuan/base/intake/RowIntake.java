package khabuan.base.intake;

import java.util.List;

/** A kind of file of which each row is a record. The room says in SQL what a row becomes and what may be wrong with it; the work is done for all rows at once.
 *  <p>The rows lie in the temporary table intake_file: line (the row's number in the file) own (the code of the record that the row speaks of whatever it says itself; null in files)
 *  and one column for each {@link Column}, of its type, null where the cell is empty.
 *  From {@link #reading} comes intake_row, which checks and writing call "s". An empty cell says nothing: a new record gets its default, a standing one keeps what it has.
 *  <p>In all this SQL :today is the day of the import, :from the day from which the file was said to hold (null: not told), :historical whether it loads what the old systems knew (--recorded-at). */
public interface RowIntake extends IntakeKind {

    /** SQL over intake_row as "s": the row has no fault so far. */
    String SOUND = "not exists (select from intake_fault f where f.line = s.line)";

    List<Column> columns();

    /** The table whose records the rows are. */
    String table();

    /** SQL: select f.*, … from intake_file f left join …; it must give record_id, the record that stands and that the row speaks of (null: a new one),
     *  and may give whatever checks and writing need. One row out for each row in. */
    String reading();

    /** What is written of a row. */
    List<Written> writing();

    /** SQL over the row as "s": its record stands and differs in what {@link #after} writes, beside its own columns; "" when it writes nothing of its own. */
    default String alsoDiffers() {
        return "";
    }

    /** What people should know of rows though nothing is wrong: SQL that selects line, column, key of a message, and text[] of what fills it. It is asked before anything is written. */
    default List<String> notes() {
        return List.of();
    }

    /** As {@link #notes}, for what SQL can't tell; asked of the rows that are {@link #SOUND}. */
    default List<LineFault> noticed(Order order) {
        return List.of();
    }

    /** What may be wrong with a row. */
    List<Check> checks();

    /** Columns of intake_row that no two rows may share, where none of them is null; the fault is told at the first one. */
    default List<List<String>> once() {
        return List.of();
    }

    /** When a standing record can't be changed: SQL conditions over it as "t" and the row as "s", asked of rows that would change it. */
    default List<Check> standing() {
        return List.of();
    }

    /** Finds faults that need more than one row, after all other checks, among the rows that are {@link #SOUND} so far. */
    default List<LineFault> judge(Order order) {
        return List.of();
    }

    /** SQL that writes what the records stand on, before them; it must leave out rows that are not {@link #SOUND} and rows whose record stands. */
    default List<String> before() {
        return List.of();
    }

    /** SQL that sets right what follows from the records, after them; it must leave out rows that are not {@link #SOUND}. */
    default List<String> after() {
        return List.of();
    }

    /** The lock under which the room's forms write too, so that a form and a file don't meet. */
    default long lock() {
        return 7415010;
    }

    /** A column of the table. @param value SQL over the row as "s"; null says nothing
     *  @param otherwise SQL for a new record whose row says nothing */
    record Written(String column, String value, String otherwise) {

        /** The column of the same name. */
        public static Written of(String column, String otherwise) {
            return new Written(column, "s." + column, otherwise);
        }
    }
}
