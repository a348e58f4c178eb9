/** The profile of a local unit (ข้อมูลตำบล): all that the rooms know of it, on one page and on paper.
 *  Read {@link khabuan.insight.profile.Profiles} first. */
@ApplicationModule(displayName = "ข้อมูลตำบล", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.print", "base.profile",
        "base.gap", "insight.measure"})
package khabuan.insight.profile;

import org.springframework.modulith.ApplicationModule;
