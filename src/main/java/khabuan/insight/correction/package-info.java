/** Requests for correction (คำขอแก้ไข): anybody says that a record, a place or a figure is wrong; it goes to those who record there, and the requester is told what became of it.
 *  It knows records by their {@link khabuan.base.record.RecordKind} alone. Read {@link khabuan.insight.correction.Corrections} first. */
@ApplicationModule(displayName = "คำขอแก้ไข", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.person",
        "base.evidence", "base.gap", "base.message", "insight.measure"})
package khabuan.insight.correction;

import org.springframework.modulith.ApplicationModule;
