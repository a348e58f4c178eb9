package khabuan.base.record;

import java.util.Set;
import java.util.function.UnaryOperator;

/** A kept table whose rows belong to the records of a kind, so that the record's timeline tells of them too: a room declares one bean for each.
 *  @param kind the kind of the records: "council"
 *  @param table the table of what belongs to them: "council_meeting"; its rows are called by the message "part.council_meeting"
 *  @param condition SQL over the table "t" that holds for the rows of the record :id
 *  @param titleSql an SQL expression over the table "t" that tells one row of a record from the others
 *  @param title how that is shown, such as a name masked
 *  @param hidden the columns that the timeline passes over, beside the usual ones */
public record Belonging(String kind, String table, String condition, String titleSql, UnaryOperator<String> title, Set<String> hidden) {

    public Belonging(String kind, String table, String condition, String titleSql, String... hidden) {
        this(kind, table, condition, titleSql, UnaryOperator.identity(), Set.of(hidden));
    }
}
