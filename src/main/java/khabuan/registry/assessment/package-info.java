/** Assessments (การประเมิน): one engine for every graded instrument. An instrument has editions of dimensions, items and levels; an assessor answers the items of a
 *  subject, another person verifies, and score and level follow from the answers. Read {@link khabuan.registry.assessment.Edition} first, then
 *  {@link khabuan.registry.assessment.Scoring}, then {@link khabuan.registry.assessment.Assessments}. */
@ApplicationModule(displayName = "การประเมิน", allowedDependencies = {"base.store", "base.record", "base.calendar", "base.text", "base.place", "base.access",
        "base.page", "base.gap", "base.print", "base.evidence", "base.intake", "base.duplicate"})
package khabuan.registry.assessment;

import org.springframework.modulith.ApplicationModule;
