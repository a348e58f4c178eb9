/** People who use it (ผู้ใช้งาน): accounts, roles, rights and scopes; signing in; the log of what was done and read.
 *  Read {@link khabuan.base.access.Right} first, then {@link khabuan.base.access.Actor}. Whether a place lies in an actor's scope is answered by
 *  base.place, which knows places. */
@ApplicationModule(displayName = "ผู้ใช้งาน", allowedDependencies = {"base.store", "base.record", "base.text", "base.calendar"})
package khabuan.base.access;

import org.springframework.modulith.ApplicationModule;
