package khabuan.insight.report;

import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;

/** The reports, and the form for a new one as it was filled in.
 *  @param kinds the kinds of reports, to choose from */
public record ReportListPage(List<Line> reports, List<Choice> kinds, String kind, String fiscalYear, String quarter, String asOf, Faults faults) {

    public record Line(Report report, String title) {}
}
