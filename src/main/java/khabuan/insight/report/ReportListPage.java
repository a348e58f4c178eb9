package khabuan.insight.report;

import java.util.List;
import khabuan.base.page.Faults;

/** The reports, and the form for a new one as it was filled in. */
public record ReportListPage(List<Report> reports, String fiscalYear, String quarter, String asOf, Faults faults) {}
