package khabuan.insight.outlook;

import java.util.List;

/** The executive's page.
 *  @param years that have an agreement
 *  @param level the chance, in a hundred, below which it warns */
public record OutlookPage(Outlook outlook, List<Integer> years, int level) {

    public List<Outlook.Line> atRisk() {
        return outlook.atRisk(level / 100.0);
    }

    /** Those that have a target and can be foretold, or are reached. */
    public long onTheWay() {
        return outlook.lines().stream().filter(l -> l.chance() != null && !l.isAtRisk(level / 100.0)).count();
    }
}
