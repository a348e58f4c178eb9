/** Projects and their money (โครงการและงบประมาณ): budgets and frames, projects from draft to close, committees that decide, instalments, payments and returns.
 *  Read {@link khabuan.registry.project.Frame} and {@link khabuan.registry.project.Budget} first, then {@link khabuan.registry.project.Projects}, then {@link khabuan.registry.project.Committees}. */
@ApplicationModule(displayName = "โครงการและงบประมาณ", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.forecast", "base.text", "base.place", "base.access", "base.page", "base.profile", "base.gap",
        "base.evidence", "base.print", "base.intake", "base.job", "base.message", "base.duplicate", "base.money"})
package khabuan.registry.project;

import org.springframework.modulith.ApplicationModule;
