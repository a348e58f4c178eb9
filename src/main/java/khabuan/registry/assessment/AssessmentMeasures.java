package khabuan.registry.assessment;

import static khabuan.base.record.Measure.Period.STOCK;

import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.duplicate.Moving;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.EvidencePanel;
import khabuan.base.evidence.EvidencePanels;
import khabuan.base.gap.Gap;
import khabuan.base.page.RecordPanel;
import khabuan.base.record.Belonging;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of assessments: verified ones only, from the day on which they were verified. */
@Configuration
class AssessmentMeasures {

    private static final Set<String> COUNTED = Set.of("assessment", "instrument", "council");

    @Bean
    RecordKind assessmentKind() {
        return new RecordKind("assessment", "assessment", """
                (select i.name from instrument i where i.id = instrument_id) || ' ' || fiscal_year || ' · ' || coalesce((select c.name from council c where c.id = council_id),
                (select o.name from organisation o where o.id = organisation_id), (select w.name from welfare_fund w where w.id = fund_id), (select f.type || f.name_th from unit_form f where f.unit_code = assessment.unit_code and f.until_date is null), '')""",
                "/assessments/{id}", "assessment");
    }

    /** The official quality reviews of councils: one for each council and year, by the widest assessor of those that are verified.
     *  Councils are joined last, so that a merged one counts no more. */
    private static Measure ofCouncils(String code, String condition, String classSql, List<String> classes, String until) {
        return new Measure(code, "council", STOCK, "unit.council", COUNTED, classes, false, """
                with official as (select distinct on (a.council_id, a.fiscal_year) a.council_id, a.fiscal_year, a.verified_on, a.level_code
                  from assessment a join instrument i on i.id = a.instrument_id and i.code = 'council-quality'
                  where a.council_id is not null and a.verified_on is not null and a.withdrawn_because = '' /* of council: a.council_id */
                  order by a.council_id, a.fiscal_year, array_position(array['centre', 'region', 'self'], a.assessor)),
                review as (select o.*, lead(o.verified_on) over (partition by o.council_id order by o.fiscal_year) as next_on from official o)
                select c.id as record_id, c.unit_code, v.verified_on as on_date, %s as until_date, %s as class
                from review v join council c on c.id = v.council_id where c.merged_into is null and %s""".formatted(until, classSql, condition));
    }

    /** Class: the fiscal year of the review. A council reviewed in two years is counted in each. */
    @Bean
    Measure councilsReviewed() {
        return ofCouncils("council.reviewed", "true", "v.fiscal_year::text", List.of(), "c.ended_on");
    }

    @Bean
    Measure councilsOfGradeA() {
        return ofCouncils("council.grade-a", "v.level_code = 'A'", "v.fiscal_year::text", List.of(), "c.ended_on");
    }

    @Bean
    Measure councilsOfGradeB() {
        return ofCouncils("council.grade-b", "v.level_code = 'B'", "v.fiscal_year::text", List.of(), "c.ended_on");
    }

    @Bean
    Measure councilsOfGradeC() {
        return ofCouncils("council.grade-c", "v.level_code = 'C'", "v.fiscal_year::text", List.of(), "c.ended_on");
    }

    /** The grade that a council bears: that of its newest review, until the next. */
    @Bean
    Measure councilGrade() {
        return ofCouncils("council.grade", "true", "v.level_code", List.of("A", "B", "C"), "least(c.ended_on, v.next_on)");
    }

    /** The level of quality that a fund bears: that of its newest verified assessment, until the next. */
    @Bean
    Measure fundLevel() {
        return new Measure("welfare.level", "welfare-fund", STOCK, "unit.fund", Set.of("assessment", "instrument", "welfare_fund"), List.of("A", "B", "C", "D"), false, """
                with official as (select distinct on (a.fund_id, a.fiscal_year) a.fund_id, a.fiscal_year, a.verified_on, a.level_code
                  from assessment a join instrument i on i.id = a.instrument_id and i.code = 'fund-quality'
                  where a.fund_id is not null and a.verified_on is not null and a.withdrawn_because = ''
                  order by a.fund_id, a.fiscal_year, array_position(array['centre', 'region', 'self'], a.assessor)),
                graded as (select o.*, lead(o.verified_on) over (partition by o.fund_id order by o.fiscal_year) as next_on from official o)
                select f.id as record_id, f.unit_code, g.verified_on as on_date, least(f.ended_on, g.next_on) as until_date, g.level_code as class
                from graded g join welfare_fund f on f.id = g.fund_id where f.merged_into is null""");
    }

    /** Class: the instrument. */
    @Bean
    Measure verified() {
        return new Measure("assessment.verified", "assessment", STOCK, "unit.assessment", Set.of("assessment", "instrument"), List.of(), false, """
                select a.id as record_id, a.unit_code, a.verified_on as on_date, null::date as until_date, i.code as class
                from assessment a join instrument i on i.id = a.instrument_id where a.verified_on is not null and a.withdrawn_because = '' and a.unit_code <> ''""");
    }

    /** Class: the instrument and the level, "fund-quality A". */
    @Bean
    Measure graded() {
        return new Measure("assessment.graded", "assessment", STOCK, "unit.assessment", Set.of("assessment", "instrument"), List.of(), false, """
                select a.id as record_id, a.unit_code, a.verified_on as on_date, null::date as until_date, i.code || ' ' || a.level_code as class
                from assessment a join instrument i on i.id = a.instrument_id where a.verified_on is not null and a.withdrawn_because = '' and a.unit_code <> ''""");
    }

    /** Submitted, and waiting for another person to verify. */
    @Bean
    Measure unverified() {
        return new Measure("assessment.unverified", "assessment", STOCK, "unit.assessment", Set.of("assessment", "instrument"), List.of(), false, """
                select a.id as record_id, a.unit_code, a.submitted_on as on_date, a.verified_on as until_date, i.code as class
                from assessment a join instrument i on i.id = a.instrument_id where a.submitted_on is not null and a.withdrawn_because = '' and a.unit_code <> ''""");
    }

    /** The files of an item, borne by its answer. */
    @Bean
    static EvidenceOwner answerPapers() {
        return new EvidenceOwner("assessment-answer", "assessment", "(select w.id, a.unit_code from assessment_answer w join assessment a on a.id = w.assessment_id)", List.of("proof"), Set.of(),
                "assessment.evidence.", "/assessments/answers/{id}");
    }

    @Bean
    static RecordKind answerKind() {
        return new RecordKind("assessment-answer", "assessment_answer", "(select i.text from instrument_item i where i.id = item_id)", "/assessments/answers/{id}", "assessment");
    }

    /** The files of an item on its page; while the assessment is open they may be attached and withdrawn. */
    @Bean
    RecordPanel answerPapersPanel(Evidence evidence, EvidenceOwner answerPapers, Assessments assessments) {
        var usual = new EvidencePanels(evidence, answerPapers);
        return new RecordPanel() {
            @Override
            public String recordKind() {
                return usual.recordKind();
            }

            @Override
            public int order() {
                return usual.order();
            }

            @Override
            public String template() {
                return usual.template();
            }

            @Override
            public EvidencePanel show(long answer, Actor actor) {
                var panel = (EvidencePanel) usual.show(answer, actor);
                boolean open = assessments.at(actor, assessments.ofAnswer(answer)).isAnsweredBy(actor);
                return new EvidencePanel(panel.owner(), answer, panel.attached(), panel.year(), panel.mayAttach() && open, panel.fault());
            }
        };
    }

    /** Submitted, and not yet verified by another person. */
    @Bean
    static Gap unverifiedGap() {
        return new Gap("assessment.unverified", Gap.Gravity.MIDDLING, Right.CERTIFY, "assessment", "/assessments/{id}", 14);
    }

    @Bean
    static Belonging answersOfAssessment() {
        return new Belonging("assessment", "assessment_answer", "t.assessment_id = :id", "(select i.text from present.instrument_item i where i.id = t.item_id)", "assessment_id", "item_id");
    }

    @Bean
    static Moving assessmentsOfDuplicateCouncil() {
        return moving(Edition.Subject.COUNCIL);
    }

    @Bean
    static Moving assessmentsOfDuplicateOrganisation() {
        return moving(Edition.Subject.ORGANISATION);
    }

    @Bean
    static Moving assessmentsOfDuplicateFund() {
        return moving(Edition.Subject.FUND);
    }

    private static Moving moving(Edition.Subject of) {
        return new Moving(of.kind(), "assessment", of.word() + "_id", "true", "s.instrument_id = m.instrument_id and s.fiscal_year = m.fiscal_year and s.assessor = m.assessor and s.withdrawn_because = m.withdrawn_because");
    }
}
