/** Jobs (งานเบื้องหลัง): work that takes longer than a page waits for, done on a thread of its own, with progress that a page can show and leave.
 *  Read {@link khabuan.base.job.Jobs} first. */
@ApplicationModule(displayName = "งานเบื้องหลัง", allowedDependencies = {"base.store", "base.record", "base.access", "base.text", "base.calendar"})
package khabuan.base.job;

import org.springframework.modulith.ApplicationModule;
