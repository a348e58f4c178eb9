package khabuan.base.duplicate;

/** Rows that go with a record when it is merged into another: a room declares a bean for each kept table whose rows belong to records of a kind, or point to them.
 *  @param kind of the records: "council"
 *  @param table of the rows: "council_meeting"; they are called by the message "part.council_meeting"
 *  @param owner the column that holds the record's number: "council_id"
 *  @param condition SQL over the table m for the rows that are meant; "true" for all
 *  @param stays SQL over a row m of the one and a row s of the survivor: m stays where it is, and counts no more, because s says the same; "false" when nothing can
 *  @param closing what a row m that stays is set to, so that it counts no more, as SQL over m, with :survivor for whom it stays; "" when it counts no more by staying with a merged record */
public record Moving(String kind, String table, String owner, String condition, String stays, String closing) {

    public Moving(String kind, String table, String owner, String condition, String stays) {
        this(kind, table, owner, condition, stays, "");
    }
}
