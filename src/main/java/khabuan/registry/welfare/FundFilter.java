package khabuan.registry.welfare;

import java.util.List;
import java.util.Map;
import khabuan.base.page.Query;

/** Which funds a list shows, as its address says it.
 *  @param q words of the name or the unit, or the code
 *  @param place "province:40"; "" for the whole of the person's scope
 *  @param state one of {@link #STATES}
 *  @param sort one of {@link #SORTS} */
public record FundFilter(String q, String place, String state, String sort) {

    static final Map<String, String> SORTS = Map.of("name", "f.name collate \"th-TH-x-icu\"", "unit", "f.unit_code", "members", "s.members desc nulls last", "as-of", "s.as_of nulls first");
    /** All in force; not brought up to date in the fiscal year; with a statement that waits, or was returned; keeping its books here; ended. */
    public static final List<String> STATES = List.of("", "stale", "waiting", "returned", "books", "ended");

    /** Reads an address; what is not understood is left out. */
    static FundFilter read(Map<String, String> address) {
        String state = address.getOrDefault("state", ""), sort = address.getOrDefault("sort", "name");
        return new FundFilter(address.getOrDefault("q", "").strip(), address.getOrDefault("place", ""), STATES.contains(state) ? state : "", SORTS.containsKey(sort) ? sort : "name");
    }

    /** The list's address with this filter and another order. */
    public String path(String otherSort) {
        return path("/funds", otherSort);
    }

    public String path() {
        return path(sort);
    }

    public String exportPath() {
        return path("/funds.xlsx", sort);
    }

    private String path(String base, String otherSort) {
        return Query.empty().with("q", q).with("place", place).with("state", state).with("sort", otherSort).on(base);
    }
}
