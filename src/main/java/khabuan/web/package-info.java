/** The shell (หน้าร้าน): home, language, errors. What every page is framed by stands in base.page. */
@ApplicationModule(displayName = "หน้าร้าน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page",
        "insight.measure", "insight.indicator"})
package khabuan.web;

import org.springframework.modulith.ApplicationModule;
