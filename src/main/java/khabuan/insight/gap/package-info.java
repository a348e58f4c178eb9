/** My work (งานของฉัน): the gaps that rooms declare, brought to the one who can mend them: what is due, by when, who does it; for the centre, all regions side by side.
 *  Read {@link khabuan.insight.gap.Work} first, after {@link khabuan.base.gap.Gap}. */
@ApplicationModule(displayName = "งานของฉัน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.gap", "base.evidence", "base.message", "base.duplicate", "insight.measure"})
package khabuan.insight.gap;

import org.springframework.modulith.ApplicationModule;
