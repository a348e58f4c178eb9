/** Gazetteer (ทำเนียบพื้นที่): takes in the official lists of local units and the boundaries of places, and so keeps what {@link khabuan.base.place} shows.
 *  A list changes names and types from a day on; figures before that day don't move. Read {@link khabuan.base.gazetteer.UnitsIntake} first. */
@ApplicationModule(displayName = "ทำเนียบพื้นที่", allowedDependencies = {"base.store", "base.record", "base.text", "base.place", "base.access", "base.intake"})
package khabuan.base.gazetteer;

import org.springframework.modulith.ApplicationModule;
