/** Explore (สำรวจตัวเลข): a person chooses measures and indicators, rows, columns, a place and a time, sees a table, a chart or a map, keeps it under a name, shares it and pins it to the dashboard.
 *  No number is computed here: all come from the measures and the scoreboards of the indicators. Read {@link khabuan.insight.explore.Pivots} first. */
@ApplicationModule(displayName = "สำรวจตัวเลข", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "base.print", "insight.measure", "insight.indicator"})
package khabuan.insight.explore;

import org.springframework.modulith.ApplicationModule;
