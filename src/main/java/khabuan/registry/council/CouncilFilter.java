package khabuan.registry.council;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import khabuan.base.calendar.FiscalYear;

/** Which councils a list shows, as its address says. Every part is "" when it does not matter.
 *  @param q part of a name or a code
 *  @param region to unit: codes of places, each within the one before
 *  @param year the fiscal year that "fresh" and "certified" speak of; 0 for the present one
 *  @param fresh "yes": registered in that year
 *  @param certified "yes" or "no": certified for that year
 *  @param documented "yes" or "no": จส.02 and จส.03 attached
 *  @param due "yes": a term has ended and is not reviewed
 *  @param grade "concrete" or "capacity": the rule that the work of that year meets; "none": neither
 *  @param surplus "yes": beyond the one of its unit
 *  @param unlettered "yes": without a letter of certification that stands
 *  @param sort a key of {@link #SORTS}
 *  @param page from 1 */
public record CouncilFilter(String q, String region, String province, String district, String unit, Integer year, String fresh, String certified, String documented,
                            String due, String grade, String surplus, String unlettered, String sort, Integer page) {

    static final Map<String, String> SORTS = Map.of("place", "district_code, c.unit_code", "name", "c.name collate \"th-TH-x-icu\"", "code", "c.code", "newest", "c.registered_on desc");

    static final List<String> GRADES = List.of("concrete", "capacity", "none");
    private static final Set<String> ANSWERS = Set.of("yes", "no");

    /** What it doesn't understand of an address it leaves out. */
    public CouncilFilter {
        q = text(q);
        region = text(region);
        province = text(province);
        district = text(district);
        unit = text(unit);
        year = year == null || year < 2551 || year > 2699 ? 0 : year;
        fresh = answer(fresh);
        certified = answer(certified);
        documented = answer(documented);
        due = answer(due);
        grade = grade != null && GRADES.contains(grade) ? grade : "";
        surplus = answer(surplus);
        unlettered = answer(unlettered);
        sort = sort != null && SORTS.containsKey(sort) ? sort : "place";
        page = page == null ? 1 : Math.clamp(page, 1, 10_000);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static String answer(String value) {
        return value != null && ANSWERS.contains(value) ? value : "";
    }

    public FiscalYear yearOr(FiscalYear present) {
        return year == 0 ? present : new FiscalYear(year);
    }

    boolean isEmpty() {
        return query().isEmpty();
    }

    /** The list's address with all that matters, and nothing else. */
    public String path() {
        return "/councils" + query();
    }

    /** The address of the same councils as a spreadsheet. */
    public String exportPath() {
        return "/councils.xlsx" + query();
    }

    /** The address at which letters for the same councils are ordered. */
    public String lettersPath() {
        return "/councils/letters" + query();
    }

    /** The address at which is told what letters that would be. */
    public String lettersPreviewPath() {
        return "/councils/letters/new" + query();
    }

    /** The address of the same councils in another order. */
    public String sortedBy(String other) {
        return new CouncilFilter(q, region, province, district, unit, year, fresh, certified, documented, due, grade, surplus, unlettered, other, 1).path();
    }

    private String query() {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        add(query, "q", q);
        add(query, "region", region);
        add(query, "province", province);
        add(query, "district", district);
        add(query, "unit", unit);
        add(query, "year", year == 0 ? "" : Integer.toString(year));
        add(query, "fresh", fresh);
        add(query, "certified", certified);
        add(query, "documented", documented);
        add(query, "due", due);
        add(query, "grade", grade);
        add(query, "surplus", surplus);
        add(query, "unlettered", unlettered);
        add(query, "sort", sort.equals("place") ? "" : sort);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
