/** Places (พื้นที่): country, region, province, district, local unit; tambons and villages beside them; their names, spellings and validity.
 *  The tree points at nobody: rooms that stand in a place contribute a {@link khabuan.base.place.PlacePanel} to its page.
 *  Read {@link khabuan.base.place.Level} first, then {@link khabuan.base.place.Places}. */
@ApplicationModule(displayName = "พื้นที่", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.access", "base.page"})
package khabuan.base.place;

import org.springframework.modulith.ApplicationModule;
