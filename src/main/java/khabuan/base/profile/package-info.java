/** The profile of a local unit (ข้อมูลตำบล): what each room tells of it, on paper. Read {@link khabuan.base.profile.ProfilePart}. */
@ApplicationModule(displayName = "ข้อมูลตำบล", allowedDependencies = {"base.text", "base.place", "base.print"})
package khabuan.base.profile;

import org.springframework.modulith.ApplicationModule;
