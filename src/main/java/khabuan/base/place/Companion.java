package khabuan.base.place;

/** Rows that stand in the unit of a record because they belong to it, and that may go with it when its unit is corrected: a room declares a bean for each kept table of such rows.
 *  In its SQL, {id} is the number of the record and {unit} the unit in which it stood.
 *  @param kind of the records: "council"
 *  @param table of the rows, which has a unit_code: "organisation"; they are called by the message "part.organisation.many"
 *  @param condition SQL over the table "t" for the rows that stand there with the record
 *  @param staying what is set of a row that stays, after the record has gone; "" for nothing */
public record Companion(String kind, String table, String condition, String staying) {

    String condition(String id, String unit) {
        return "t.unit_code = " + unit + " and (" + filled(condition, id, unit) + ")";
    }

    String staying(String id, String unit) {
        return filled(staying, id, unit);
    }

    private static String filled(String sql, String id, String unit) {
        return sql.replace("{id}", id).replace("{unit}", unit);
    }
}
