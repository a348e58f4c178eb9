/** The demonstration (ข้อมูลสาธิต): simulated records at national scale, the same ones each time, from which the tables of the report of
 *  fiscal year 2562 come out as they were printed. No record is of a real person or council.
 *  Read {@link khabuan.demo.Demonstration} first, then {@link khabuan.demo.Printed}; docs/demo.md says what is simulated and how. */
@ApplicationModule(displayName = "ข้อมูลสาธิต", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.place", "base.access", "base.page", "registry.assessment", "registry.project", "base.money", "registry.welfare", "insight.indicator"})
package khabuan.demo;

import org.springframework.modulith.ApplicationModule;
