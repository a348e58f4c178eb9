/** Duplicates (รายการซ้ำ): finds records that may be one and the same, lets two people decide, and merges them so that it can be undone. Rooms hand it their
 *  {@link khabuan.base.duplicate.DuplicateKind}; it knows none of them by name. Read {@link khabuan.base.duplicate.Likeness} first, then {@link khabuan.base.duplicate.Pairs}. */
@ApplicationModule(displayName = "รายการซ้ำ", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.print", "base.job"})
package khabuan.base.duplicate;

import org.springframework.modulith.ApplicationModule;
