/** The outlook (แนวโน้ม): what of the year's indicators will be met and what will not, by how much, why, and who can mend it; with how wrong such forecasts have been.
 *  Read {@link khabuan.base.forecast.Forecast} first, then {@link khabuan.insight.outlook.Outlooks}. */
@ApplicationModule(displayName = "แนวโน้ม", allowedDependencies = {"base.calendar", "base.forecast", "base.text", "base.place", "base.access", "base.page", "base.print", "base.record", "base.message", "insight.measure", "insight.indicator"})
package khabuan.insight.outlook;

import org.springframework.modulith.ApplicationModule;
