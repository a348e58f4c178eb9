/** Benches (การวัดความเร็ว): what the house promises of its speed, measured beside a lower bound written by hand in SQL, in the same run.
 *  A bench is a bean of {@link khabuan.bench.Bench}; ./khabuan bench runs it in a home of its own. */
@ApplicationModule(displayName = "การวัดความเร็ว", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.intake", "base.print", "base.duplicate", "base.reconciliation", "base.person", "base.certificate", "base.message", "base.money",
        "base.page", "registry.project", "registry.welfare", "insight.measure", "insight.explore", "insight.outlook", "insight.report"})
package khabuan.bench;

import org.springframework.modulith.ApplicationModule;
