/** Tambon community organisation councils (สภาองค์กรชุมชนตำบล): registration, members, terms, meetings, the missions of s.21, certification.
 *  The exemplar: other rooms of the registry are written by looking at this one. */
@ApplicationModule(displayName = "สภาองค์กรชุมชนตำบล", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access",
        "base.page", "base.print", "base.profile", "base.gap", "base.evidence", "base.person", "base.intake", "base.job", "base.certificate", "base.duplicate", "base.reconciliation"})
package khabuan.registry.council;

import org.springframework.modulith.ApplicationModule;
