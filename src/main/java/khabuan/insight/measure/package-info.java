/** Measures (ตัวเลข): answers the measures that the rooms declare: totals, tables, records behind them, and what changed between two moments.
 *  No number of the product is computed anywhere else. Read {@link khabuan.insight.measure.Measures} first. */
@ApplicationModule(displayName = "ตัวเลข", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page"})
package khabuan.insight.measure;

import org.springframework.modulith.ApplicationModule;
