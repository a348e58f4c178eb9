/** Gaps (สิ่งที่ต้องทำ): what is missing or wrong, as the room declares it that knows; insight.gap brings it to the one who can mend it.
 *  Read {@link khabuan.base.gap.Gap} first. */
@ApplicationModule(displayName = "สิ่งที่ต้องทำ", allowedDependencies = {"base.record", "base.access"})
package khabuan.base.gap;

import org.springframework.modulith.ApplicationModule;
