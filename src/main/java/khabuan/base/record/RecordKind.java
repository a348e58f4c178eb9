package khabuan.base.record;

/** How records of a kind are named and found: a room declares one bean for each kind it owns.
 *  @param kind the word used in measures, evidence and the log: "council"
 *  @param table its table
 *  @param titleSql an SQL expression over the table's columns that names a record
 *  @param path the page of a record, with {id} in it */
public record RecordKind(String kind, String table, String titleSql, String path) {

    public String path(long id) {
        return path.replace("{id}", Long.toString(id));
    }
}
