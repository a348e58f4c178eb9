package khabuan.base.duplicate;

import java.util.List;
import java.util.Map;

/** A kind of records among which duplicates are looked for: a room declares a bean for each. Its table has the columns id, unit_code, name, code, version and merged_into.
 *  @param kind of {@link khabuan.base.record.RecordKind}: "council"
 *  @param room whose people see them: "council"
 *  @param onePerUnit whether a unit can have only one of them
 *  @param sortSql an SQL expression over the table for the sort of a record within its kind; "''" for none
 *  @param peopleSql an SQL expression over the table for how many people it has (int); "null::int" when that is not known
 *  @param chosen the columns that the survivor of a merge may take from the other; never the code, by which both are found for ever
 *  @param settled columns of the survivor that follow from both: SQL expressions over the survivor s and the other l */
public record DuplicateKind(String kind, String room, boolean onePerUnit, String sortSql, String peopleSql, List<String> chosen, Map<String, String> settled) {}
