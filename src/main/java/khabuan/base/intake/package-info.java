/** Intake (การนำเข้า): files of records (CSV, XLSX) are read, checked row by row and written as one change; nothing is written unless all of it may stand.
 *  A room declares what it takes in as a bean of {@link khabuan.base.intake.RowIntake} and never reads a file itself.
 *  Read {@link khabuan.base.intake.RowIntake} first, then {@link khabuan.base.intake.Intake}. */
@ApplicationModule(displayName = "การนำเข้า", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.job"})
package khabuan.base.intake;

import org.springframework.modulith.ApplicationModule;
