/** Gaps (สิ่งที่ต้องทำ): what is missing or wrong, as the room declares it that knows; insight.gap brings it to the one who can mend it. What stands above units is a duty.
 *  Read {@link khabuan.base.gap.Gap} first, then {@link khabuan.base.gap.Duties}. */
@ApplicationModule(displayName = "สิ่งที่ต้องทำ", allowedDependencies = {"base.record", "base.access", "base.place", "base.text"})
package khabuan.base.gap;

import org.springframework.modulith.ApplicationModule;
