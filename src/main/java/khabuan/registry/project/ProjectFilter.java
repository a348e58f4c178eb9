package khabuan.registry.project;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import khabuan.base.page.Query;

/** Which projects a list shows, as its address says it.
 *  @param q words of the title or the unit, or the code
 *  @param place "province:40"; "" for the whole of the person's scope
 *  @param year the budget year; "" for all
 *  @param programme its code; "" for all
 *  @param state as a word; "" for all
 *  @param sort one of {@link #SORTS} */
public record ProjectFilter(String q, String place, String year, String programme, String state, String sort) {

    static final Map<String, String> SORTS = Map.of("newest", "p.code desc", "title", "p.title collate \"th-TH-x-icu\"", "unit", "p.unit_code",
            "amount", "(select coalesce(max(x.amount) filter (where x.in_force_on is not null and x.superseded_on is null), max(x.amount) filter (where x.edition = 1)) from project_plan x where x.project_id = p.id) desc");
    static final List<String> STATES = Arrays.stream(Project.State.values()).map(Project.State::word).toList();

    /** Reads an address; what is not understood is left out. */
    static ProjectFilter read(Map<String, String> address) {
        String state = address.getOrDefault("state", "");
        String sort = address.getOrDefault("sort", "newest");
        String year = address.getOrDefault("year", "");
        return new ProjectFilter(address.getOrDefault("q", "").strip(), address.getOrDefault("place", ""), year.matches("2[56]\\d\\d") ? year : "", address.getOrDefault("programme", ""),
                STATES.contains(state) ? state : "", SORTS.containsKey(sort) ? sort : "newest");
    }

    /** The list's address with this filter and another order. */
    public String path(String otherSort) {
        return path("/projects", otherSort);
    }

    public String path() {
        return path(sort);
    }

    public String exportPath() {
        return path("/projects.xlsx", sort);
    }

    private String path(String base, String otherSort) {
        return Query.empty().with("q", q).with("place", place).with("year", year).with("programme", programme).with("state", state).with("sort", otherSort).on(base);
    }
}
