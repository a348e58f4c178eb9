/** Evidence (หลักฐาน): files kept by their SHA-256 outside of the database, and what they prove of which record, from which day on.
 *  A file is never removed. Read {@link khabuan.base.evidence.Vault} first, then {@link khabuan.base.evidence.Evidence}. */
@ApplicationModule(displayName = "หลักฐาน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.access", "base.page", "base.place"})
package khabuan.base.evidence;

import org.springframework.modulith.ApplicationModule;
