/** The calendar (ปฏิทิน): fiscal years and quarters, Buddhist-era dates as the reports and the people write them.
 *  Values only. Read {@link khabuan.base.calendar.FiscalQuarter} first, then {@link khabuan.base.calendar.ThaiDate}. */
@ApplicationModule(displayName = "ปฏิทิน", allowedDependencies = {})
package khabuan.base.calendar;

import org.springframework.modulith.ApplicationModule;
