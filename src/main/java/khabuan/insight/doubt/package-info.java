/** Doubtful figures (ตัวเลขที่ควรตรวจ): totals that fell, stand still, exceed what they are part of, or lie far from their peers, each with its reason.
 *  Read {@link khabuan.insight.doubt.Doubts} first. */
@ApplicationModule(displayName = "ตัวเลขที่ควรตรวจ", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access", "base.page", "insight.measure"})
package khabuan.insight.doubt;

import org.springframework.modulith.ApplicationModule;
