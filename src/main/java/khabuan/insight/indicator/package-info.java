/** Indicators (ตัวชี้วัด): the performance agreement of a year, its targets with their history, results that are measured or entered, quarters that close, and the arithmetic of all that.
 *  Read {@link khabuan.insight.indicator.Course} first, which is the arithmetic, then {@link khabuan.insight.indicator.Scores}. */
@ApplicationModule(displayName = "ตัวชี้วัด", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.evidence", "base.intake", "base.print", "base.gap", "base.message", "insight.measure"})
package khabuan.insight.indicator;

import org.springframework.modulith.ApplicationModule;
