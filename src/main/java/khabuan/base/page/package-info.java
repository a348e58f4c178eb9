/** The frame of a page (กรอบหน้า): what every page shows around its content, and how a page record and its template become an answer.
 *  Read {@link khabuan.base.page.Frame} first. */
@ApplicationModule(displayName = "กรอบหน้า", allowedDependencies = {"base.calendar", "base.text", "base.access", "base.record"})
package khabuan.base.page;

import org.springframework.modulith.ApplicationModule;
