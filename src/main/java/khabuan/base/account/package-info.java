/** Accounts (บัญชีผู้ใช้): the pages and commands over base.access: signing in, one's own account, and the accounts that an administrator keeps.
 *  Read {@link khabuan.base.access.Accounts} first, then {@link khabuan.base.account.SignInController}. */
@ApplicationModule(displayName = "บัญชีผู้ใช้", allowedDependencies = {"base.store", "base.record", "base.text", "base.calendar", "base.access", "base.page", "base.place"})
package khabuan.base.account;

import org.springframework.modulith.ApplicationModule;
