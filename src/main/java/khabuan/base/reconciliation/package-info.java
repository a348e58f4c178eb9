/** Reconciliation (เทียบทะเบียน): compares an old system's extract with the records that stand, row by row and field by field, and lets people choose what is taken from it; what is chosen goes through the door of
 *  {@link khabuan.base.intake.Intake}. A room declares a {@link khabuan.base.reconciliation.Reconcilable} for a kind of its files. Read it first, then {@link khabuan.base.reconciliation.Comparing}. */
@ApplicationModule(displayName = "เทียบทะเบียน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.print", "base.job", "base.intake", "base.duplicate"})
package khabuan.base.reconciliation;

import org.springframework.modulith.ApplicationModule;
