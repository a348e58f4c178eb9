package khabuan.registry.organisation;

import java.util.Map;
import java.util.Set;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Query;

/** Which organisations a list shows, as its address says it.
 *  @param q words of the name, the unit or the code
 *  @param place "province:40"; "" for the whole of the person's scope
 *  @param state "", "new" (registered in the fiscal year), "certified", "uncertified" (of the fiscal year), "unseen" (not seen in it), "unlettered" (without a printed letter), "gone" (seen as no longer existing)
 *  @param kind "", "group" or "network"
 *  @param year the fiscal year that the states speak of
 *  @param sort one of {@link #SORTS} */
public record OrganisationFilter(String q, String place, String state, String kind, int year, String sort) {

    static final Map<String, String> SORTS = Map.of("name", "o.name collate \"th-TH-x-icu\"", "registered", "o.registered_on desc", "unit", "o.unit_code");
    static final Set<String> STATES = Set.of("", "new", "certified", "uncertified", "unseen", "unlettered", "gone");

    /** Reads an address; what is not understood is left out. */
    static OrganisationFilter read(Map<String, String> address, FiscalYear now) {
        String state = address.getOrDefault("state", "");
        String sort = address.getOrDefault("sort", "name");
        return new OrganisationFilter(address.getOrDefault("q", "").strip(), address.getOrDefault("place", ""), STATES.contains(state) ? state : "",
                Set.of("group", "network").contains(address.getOrDefault("kind", "")) ? address.get("kind") : "", year(address.get("year"), now), SORTS.containsKey(sort) ? sort : "name");
    }

    private static int year(String text, FiscalYear now) {
        return text != null && text.matches("25[5-9]\\d") ? Integer.parseInt(text) : now.year();
    }

    /** The list's address with this filter and another order. */
    public String path(String otherSort) {
        return path("/organisations", otherSort);
    }

    public String path() {
        return path(sort);
    }

    String path(String base, String otherSort) {
        return Query.empty().with("q", q).with("place", place).with("state", state).with("kind", kind).with("year", String.valueOf(year)).with("sort", otherSort).on(base);
    }

    /** Where a batch of what the list shows is told. */
    public String batchPath() {
        return path("/organisations/certifications/new", sort);
    }

    /** Where the letters of what the list shows are ordered. */
    String lettersPath() {
        return path("/organisations/letters", sort);
    }

    /** Where is told what letters that would be. */
    public String lettersPreviewPath() {
        return path("/organisations/letters/new", sort);
    }

    public String exportPath() {
        return path("/organisations.xlsx", sort);
    }
}
