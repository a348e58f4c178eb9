/** Money (บัญชีและการเงิน): amounts to the satang, and the ledger beneath all that moves money: double entry, only added to, balanced and guarded by the database.
 *  Read {@link khabuan.base.money.Baht} first, then {@link khabuan.base.money.Ledger}. */
@ApplicationModule(displayName = "บัญชีและการเงิน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.evidence", "base.intake", "base.print"})
package khabuan.base.money;

import org.springframework.modulith.ApplicationModule;
