package khabuan.insight.outlook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.page.Faults;

/** The executive's page.
 *  @param years that have an agreement
 *  @param level the chance, in a hundred, below which this page warns
 *  @param kept the level below which those who must know are told
 *  @param maySet whether the reader may set that level
 *  @param warned by the code of an indicator, the day on which those who must know were told of the country's target
 *  @param picture null when nothing can be drawn
 *  @param typed the level as it was typed, when it was refused */
public record OutlookPage(Outlook outlook, List<Integer> years, int level, Levels.Kept kept, boolean maySet, Map<String, LocalDate> warned, Picture picture, Faults faults, String typed) {

    public List<Outlook.Line> atRisk() {
        return outlook.atRisk(level / 100.0);
    }

    /** Those that have a target and can be foretold, or are reached. */
    public long onTheWay() {
        return outlook.lines().stream().filter(l -> l.chance() != null && !l.isAtRisk(level / 100.0)).count();
    }
}
