package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Query;

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
        return query().on("/councils");
    }

    /** The address of the same councils as a spreadsheet. */
    public String exportPath() {
        return query().on("/councils.xlsx");
    }

    /** The address at which letters for the same councils are ordered. */
    public String lettersPath() {
        return query().on("/councils/letters");
    }

    /** The address at which is told what letters that would be. */
    public String lettersPreviewPath() {
        return query().on("/councils/letters/new");
    }

    /** The address of the same councils in another order. */
    public String sortedBy(String other) {
        return new CouncilFilter(q, region, province, district, unit, year, fresh, certified, documented, due, grade, surplus, unlettered, other, 1).path();
    }

    private Query query() {
        return Query.empty().with("q", q).with("region", region).with("province", province).with("district", district).with("unit", unit).with("year", year == 0 ? "" : Integer.toString(year)).with("fresh", fresh)
                .with("certified", certified).with("documented", documented).with("due", due).with("grade", grade).with("surplus", surplus).with("unlettered", unlettered).with("sort", sort.equals("place") ? "" : sort);
    }
}
