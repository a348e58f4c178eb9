package khabuan.base.record;

/** How records of a kind are named and found: a room declares one bean for each kind it owns.
 *  @param kind the word used in measures, evidence and the log: "council"
 *  @param table its table
 *  @param titleSql an SQL expression over the table's columns that names a record
 *  @param path the page of a record, with {id} in it
 *  @param room the room whose people may see such records; "" for everybody's */
public record RecordKind(String kind, String table, String titleSql, String path, String room) {

    /** Records that every room's people may see. */
    public RecordKind(String kind, String table, String titleSql, String path) {
        this(kind, table, titleSql, path, "");
    }

    public String path(long id) {
        return path.replace("{id}", Long.toString(id));
    }
}
