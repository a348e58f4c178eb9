/** Community welfare funds (กองทุนสวัสดิการชุมชน): who they are, what they state of themselves, who has seen them, and how good they are.
 *  Read {@link khabuan.registry.welfare.Fund} and {@link khabuan.registry.welfare.Statement} first. */
@ApplicationModule(displayName = "กองทุนสวัสดิการชุมชน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.profile", "base.gap",
        "base.evidence", "base.print", "base.intake", "base.job", "base.message", "base.duplicate", "base.person", "base.money", "base.reconciliation"})
package khabuan.registry.welfare;

import org.springframework.modulith.ApplicationModule;
