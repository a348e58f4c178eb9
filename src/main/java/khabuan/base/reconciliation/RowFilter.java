package khabuan.base.reconciliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.page.Query;
import khabuan.base.place.Level;

/** Which rows of a comparison are shown, or chosen for all at once.
 *  @param of the class: "differs"; "" for all
 *  @param field in which they differ; "" for any; @param only whether in nothing else; @param empty whether it is empty here
 *  @param state "undecided", "chosen", "kept", "applied", "refused", "moved-on", "noted"; "" for all
 *  @param place "" or "province:40"; @param q part of a name or a code */
public record RowFilter(String of, String field, boolean only, boolean empty, String state, String place, String q) {

    public static final List<String> CLASSES = List.of("differs", "likely", "there", "here", "faulty", "same");
    public static final List<String> STATES = List.of("undecided", "chosen", "kept", "applied", "refused", "moved-on", "noted", "undone", "left");

    static RowFilter read(Map<String, String> address) {
        return new RowFilter(among(CLASSES, address.get("of")), address.getOrDefault("field", "").replaceAll("[^a-z_]", ""), "true".equals(address.get("only")), "true".equals(address.get("empty")),
                among(STATES, address.get("state")), place(address.getOrDefault("place", "")), address.getOrDefault("q", "").strip());
    }

    /** What is no key of a place is left out. */
    private static String place(String key) {
        return key.matches("(country|region|province|district|unit):\\w+") ? key : "";
    }

    private static String among(List<String> words, String word) {
        return word != null && words.contains(word) ? word : "";
    }

    /** SQL over the row as "r". */
    String condition() {
        var sql = new StringBuilder();
        if (!of.isEmpty()) sql.append(" and r.class = :class");
        if (!field.isEmpty()) sql.append(only ? " and r.differing = array[:field]::text[]" : " and :field = any(r.differing)");
        if (!field.isEmpty() && empty) sql.append(" and :field = any(r.empty_here)");
        sql.append(switch (state) {
            case "undecided" -> " and r.choice is null and r.class in ('differs', 'likely', 'there', 'here')";
            case "chosen" -> " and r.choice in ('take', 'create', 'note') and r.outcome is null";
            case "kept" -> " and r.choice in ('keep', 'leave')";
            case "" -> "";
            default -> " and r.outcome = :state";
        });
        if (!place.isEmpty()) sql.append(" and r.unit_code in (select u.code from unit_now u where ").append(column()).append(" = :place)");
        if (!q.isEmpty()) sql.append(" and (r.name ilike '%' || :q || '%' or r.code = :q)");
        return sql.toString();
    }

    private String column() {
        return column(place.substring(0, place.indexOf(':')));
    }

    /** Of unit_now as "u". */
    static String column(String level) {
        return switch (Level.of(level)) {
            case COUNTRY -> "'TH'";
            case REGION -> "u.region_code";
            case PROVINCE -> "u.province_code";
            case DISTRICT -> "u.district_code";
            case UNIT -> "u.code";
        };
    }

    /** What an actor sees of a comparison: the rows of its places; those without any, when it made the comparison from where it stands. */
    static String within(Actor actor, Reconciliation of) {
        if (actor.scopeLevel().equals("country")) return "";
        boolean own = actor.scopeLevel().equals(of.scopeLevel()) && actor.scopeCode().equals(of.scopeCode());
        return " and (" + (own ? "r.unit_code is null or " : "") + "r.unit_code in (select u.code from unit_now u where " + column(actor.scopeLevel()) + " = :scope))";
    }

    Map<String, Object> values(Actor actor, Reconciliation of) {
        var values = new HashMap<String, Object>(Map.of("id", of.id(), "class", this.of, "field", field, "state", state, "q", q, "scope", actor.scopeCode()));
        values.put("place", place.substring(place.indexOf(':') + 1));
        return values;
    }

    /** The address of the same comparison with these filters. */
    String query() {
        return Query.empty().with("of", of).with("field", field).with("only", only ? "true" : "").with("empty", empty ? "true" : "").with("state", state).with("place", place).with("q", q).on("");
    }
}
