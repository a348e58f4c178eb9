package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.page.RecordPanel;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.registry.assessment.AssessmentPages.Panel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The assessments of a subject on the subject's own page: levels over the years, and by dimension. */
@Configuration
class SubjectPanels {

    private static final int SHOWN = 12;
    private final JdbcClient jdbc;
    private final Assessments assessments;
    private final Instruments instruments;
    private final AssessedSubjects subjects;

    SubjectPanels(JdbcClient jdbc, Assessments assessments, Instruments instruments, AssessedSubjects subjects) {
        this.jdbc = jdbc;
        this.assessments = assessments;
        this.instruments = instruments;
        this.subjects = subjects;
    }

    /** Those that were submitted, the newest first. @param condition over the table a, with :subject */
    private Panel panel(String condition, Object subject, String beginPath) {
        var found = jdbc.sql(Assessments.COLUMNS + "where " + condition + " and a.submitted_on is not null and a.withdrawn_because = '' order by a.fiscal_year desc, i.name, a.assessor, a.id limit :shown")
                .param("subject", subject).param("shown", SHOWN).query((r, n) -> Assessments.assessment(r)).list();
        if (found.isEmpty() && beginPath.isEmpty()) return null;
        var parts = assessments.parts(found.stream().map(Assessment::id).toList());
        var levels = instruments.levelsOf(found.stream().map(Assessment::edition).toList());
        return new Panel(found.stream().map(a -> row(a, before(a, found), levels, parts.getOrDefault(a.id(), Map.of()))).toList(), beginPath);
    }

    private static Panel.Row row(Assessment assessment, Assessment before, Map<Long, Map<String, Edition.Level>> levels, Map<String, BigDecimal> parts) {
        var level = levels.get(assessment.edition()).get(assessment.level());
        return new Panel.Row(assessment, level.name(), level.passing(), parts, before, before == null ? "" : levels.get(before.edition()).get(before.level()).name());
    }

    /** What the same assessor found the last time, by the same instrument. */
    private static Assessment before(Assessment one, List<Assessment> all) {
        return all.stream().filter(a -> a.year() < one.year() && a.instrumentName().equals(one.instrumentName()) && a.assessor() == one.assessor() && a.subject() == one.subject()
                && Objects.equals(a.subjectId(), one.subjectId())).findFirst().orElse(null);
    }

    /** Where one is begun, for who may, when there is an instrument for such subjects. */
    private String beginPath(Actor actor, Edition.Subject kind, Object subject) {
        return actor.may(Right.RECORD) && !subjects.instruments(kind).isEmpty() ? "/assessments/new?subject=" + kind.word() + ":" + subject : "";
    }

    @Bean
    RecordPanel assessmentsOfCouncil() {
        return of(Edition.Subject.COUNCIL);
    }

    @Bean
    RecordPanel assessmentsOfOrganisation() {
        return of(Edition.Subject.ORGANISATION);
    }

    @Bean
    RecordPanel assessmentsOfFund() {
        return of(Edition.Subject.FUND);
    }

    private RecordPanel of(Edition.Subject kind) {
        return new RecordPanel() {
            @Override
            public String recordKind() {
                return kind.kind();
            }

            @Override
            public int order() {
                return 8;
            }

            @Override
            public String template() {
                return "assessment/panel";
            }

            @Override
            public Panel show(long id, Actor actor) {
                if (!actor.may(Right.READ) || !actor.mayEnter("assessment")) return null;
                return panel("a." + kind.word() + "_id = :subject", id, beginPath(actor, kind, id));
            }
        };
    }

    @Bean
    PlacePanel assessmentsOfPlace(Places places, Reach reach) {
        return new PlacePanel() {
            @Override
            public int order() {
                return 40;
            }

            @Override
            public String template() {
                return "assessment/panel";
            }

            /** Of a unit, to whom it lies within reach. */
            @Override
            public Panel show(Place place, Actor actor) {
                if (place.level() != Level.UNIT || !actor.may(Right.READ) || !actor.mayEnter("assessment") || !places.tree().contains(reach.of(actor), place)) return null;
                return panel("a.unit_code = :subject", place.code(), beginPath(actor, Edition.Subject.UNIT, place.code()));
            }
        };
    }
}
