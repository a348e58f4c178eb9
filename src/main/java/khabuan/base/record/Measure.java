package khabuan.base.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A measure is a named set of records: one query, from which come the total, the table by any level, the list of records, the map,
 *  the chart, the CSV and the explanation of a change. A room declares its measures as beans; {@code insight.measure} answers them.
 *
 *  <p>A record is counted from rows of its own local unit and from tables that lie in no unit, never from rows of another unit: so that when records
 *  are written, the figures of their units alone are counted anew (history.whereabouts tells which units those are). A query that gathers rows before
 *  it joins their unit says so with a comment, <code>/* of council: record_id *&#47;</code> in a where: there, {@link #sqlOfUnits} narrows it.
 *
 *  @param code a word of the field: "council.registered"; its name and definition stand in the messages as measure.CODE.name and measure.CODE.definition
 *  @param recordKind what the records are: "council"; see {@link RecordKind}
 *  @param period whether a record counts at a moment or within a period
 *  @param unit the message key of the unit counted in: "unit.place" (แห่ง)
 *  @param tables the kept tables that the query reads, by which a cached answer is known to be still true
 *  @param classes the values that column class may take, in print order; empty when the measure has none
 *  @param sql yields record_id, unit_code (of an office's own doing the code of its region), on_date, until_date (null: for ever), class (null: none) and, for a sum, value (bigint; money in satang), from unqualified tables
 *  @param summed whether the measure sums value; otherwise it counts records */
public record Measure(String code, String recordKind, Period period, String unit, Set<String> tables, List<String> classes, boolean summed, String sql) {

    public enum Period {
        /** Counts at a day D when on_date ≤ D and D < until_date: what stands. */
        STOCK,
        /** Counts in a period when on_date lies in it: what happened. */
        FLOW
    }

    public Measure {
        tables = Set.copyOf(tables);
        classes = List.copyOf(classes);
    }

    /** A measure that counts records without classes. */
    public static Measure count(String code, String recordKind, Period period, String unit, Set<String> tables, String sql) {
        return new Measure(code, recordKind, period, unit, tables, List.of(), false, sql);
    }

    /** A measure that sums money, to the satang. */
    public static Measure money(String code, String recordKind, Period period, Set<String> tables, List<String> classes, String sql) {
        return new Measure(code, recordKind, period, MONEY, tables, classes, true, sql);
    }

    public boolean isMoney() {
        return unit.equals(MONEY);
    }

    /** A figure in the unit of the measure: what is summed in satang, in baht. */
    public BigDecimal amount(long figure) {
        return isMoney() ? BigDecimal.valueOf(figure, 2) : BigDecimal.valueOf(figure);
    }

    private static final String MONEY = "unit.baht";
    private static final Pattern GATHERED = Pattern.compile("/\\* of (\\w+): ([\\w.]+) \\*/");

    /** The records in the units of the parameter :units only (text[]). */
    public String sqlOfUnits() {
        return "select * from (" + GATHERED.matcher(sql).replaceAll("and $2 in (select id from $1 where unit_code = any(:units))") + ") f where unit_code = any(:units)";
    }

    /** The condition under which a record counts between the parameters :from and :to of a window, each with the window's number behind it. */
    public String counts(int window) {
        return period == Period.STOCK
                ? "on_date <= :to%1$d and (until_date is null or until_date > :to%1$d)".formatted(window)
                : "on_date between :from%1$d and :to%1$d and (until_date is null or until_date > :to%1$d)".formatted(window);
    }
}
