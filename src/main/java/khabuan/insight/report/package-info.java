/** Reports (รายงาน): documents composed over measures at one moment; what people write beside the figures; publication, by which a report is frozen.
 *  Read {@link khabuan.insight.report.ReportMoment} first, then {@link khabuan.insight.report.CouncilChapter}, then {@link khabuan.insight.report.Reports}. */
@ApplicationModule(displayName = "รายงาน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page",
        "base.print", "base.evidence", "base.gap", "base.message", "base.money", "insight.measure", "insight.indicator"})
package khabuan.insight.report;

import org.springframework.modulith.ApplicationModule;
