/** The log (บันทึกการใช้งาน): who did and read what, when, from where and why; searched by auditors, sealed into a chain, verified.
 *  Read {@link khabuan.base.audit.Chain} first, then {@link khabuan.base.audit.Log}. */
@ApplicationModule(displayName = "บันทึกการใช้งาน", allowedDependencies = {"base.store", "base.record", "base.text", "base.calendar", "base.access", "base.page", "base.print"})
package khabuan.base.audit;

import org.springframework.modulith.ApplicationModule;
