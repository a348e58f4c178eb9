/** Records that keep their past (บันทึกและประวัติ): every change is a line of the log, every table has its history, and a figure is a named set of records.
 *  Read {@link khabuan.base.record.Changes} first, then {@link khabuan.base.record.Moments}, then {@link khabuan.base.record.Measure}. */
@ApplicationModule(displayName = "บันทึกและประวัติ", allowedDependencies = {"base.store"})
package khabuan.base.record;

import org.springframework.modulith.ApplicationModule;
