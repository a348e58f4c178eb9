package khabuan.registry.assessment;

import java.util.Map;
import java.util.Set;
import khabuan.base.page.Query;

/** Which assessments a list shows, as its address says it.
 *  @param instrument its code; "" for all
 *  @param year the fiscal year; "" for all
 *  @param level the code of a level; "" for all
 *  @param stage "", "open", "submitted" or "verified"
 *  @param place "province:40"; "" for the whole of the person's scope */
public record AssessmentFilter(String instrument, String year, String level, String stage, String place) {

    static final Set<String> STAGES = Set.of("", "open", "submitted", "verified");

    /** Reads an address; what is not understood is left out. */
    static AssessmentFilter read(Map<String, String> address) {
        String year = address.getOrDefault("year", "").strip();
        String stage = address.getOrDefault("stage", "");
        return new AssessmentFilter(address.getOrDefault("instrument", "").strip(), year.matches("2[56]\\d\\d") ? year : "", address.getOrDefault("level", "").strip(),
                STAGES.contains(stage) ? stage : "", address.getOrDefault("place", ""));
    }

    public String path() {
        return path("/assessments");
    }

    public String exportPath() {
        return path("/assessments.xlsx");
    }

    private String path(String base) {
        return Query.empty().with("instrument", instrument).with("year", year).with("level", level).with("stage", stage).with("place", place).on(base);
    }
}
