/** Community organisations and networks (กลุ่ม/องค์กรชุมชน/เครือข่าย): registration, existence checks, certification of status. */
@ApplicationModule(displayName = "องค์กรชุมชน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access",
        "base.page", "base.profile", "base.gap", "base.evidence", "base.print", "base.intake", "base.job", "base.certificate", "base.duplicate", "base.reconciliation"})
package khabuan.registry.organisation;

import org.springframework.modulith.ApplicationModule;
