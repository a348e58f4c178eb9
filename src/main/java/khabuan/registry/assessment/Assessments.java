package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Edition.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The assessments: begun, answered, submitted, verified by another person, or returned. All that is found and done here lies within the actor's reach. */
@Component
public class Assessments {

    /** What is said when one is begun. @param subjectId of a council, an organisation or a fund; null for a unit or a survey @param unitCode of a unit; else "" */
    record Beginning(Long instrument, Long subjectId, String unitCode, Integer year, Assessor assessor, LocalDate assessedOn, Integer respondents) {}

    /** An answer as it is kept. @param files how many it bears; @param version how often it was changed */
    public record Answer(long id, long item, BigDecimal value, String note, int files, int version) {}

    /** An answer as it is sent. @param version of the answer that the form showed */
    record Given(BigDecimal value, String note, int version) {}

    /** Under which a subject's year is looked at before one is begun or taken in. */
    static final long LOCK = 7415020;
    static final String COLUMNS = """
            select a.*, i.name as instrument_name, i.subject, coalesce(c.name, o.name, w.name, f.type || f.name_th, i.name) as title, coalesce(s.full_name, a.reviewer) as submitter, coalesce(v.full_name, a.verifier) as verified_name
            from assessment a join instrument i on i.id = a.instrument_id left join council c on c.id = a.council_id left join organisation o on o.id = a.organisation_id left join welfare_fund w on w.id = a.fund_id
            left join unit_form f on f.unit_code = a.unit_code and f.until_date is null left join account s on s.id = a.submitted_by left join account v on v.id = a.verified_by
            """;
    private final JdbcClient jdbc;
    private final Instruments instruments;
    private final Changes changes;
    private final Reach reach;
    private final Clock clock;

    Assessments(JdbcClient jdbc, Instruments instruments, Changes changes, Reach reach, Clock clock) {
        this.jdbc = jdbc;
        this.instruments = instruments;
        this.changes = changes;
        this.reach = reach;
        this.clock = clock;
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @throws OutOfReach when there is none, or it lies outside of the actor's scope */
    Assessment at(Actor actor, long id) {
        var found = find(id).orElseThrow(() -> new OutOfReach("assessment " + id));
        demandReach(actor, found.unitCode());
        return found;
    }

    /** A survey lies above the units: everybody of the room reads it, the centre keeps it. */
    private void demandReach(Actor actor, String unitCode) {
        if (!unitCode.isEmpty()) reach.demand(actor, unitCode);
    }

    Optional<Assessment> find(long id) {
        return jdbc.sql(COLUMNS + "where a.id = :id").param("id", id).query((r, n) -> assessment(r)).optional();
    }

    static Assessment assessment(ResultSet r) throws SQLException {
        var subject = Subject.of(r.getString("subject"));
        Long subjectId = subject.isNumbered() ? (Long) r.getObject(subject.word() + "_id") : null;
        return new Assessment(r.getLong("id"), r.getLong("edition_id"), r.getString("instrument_name"), subject, subjectId, r.getString("title"), r.getString("unit_code"), r.getInt("fiscal_year"),
                Assessor.of(r.getString("assessor")), r.getObject("assessed_on", LocalDate.class), (Integer) r.getObject("respondents"), r.getString("note"),
                r.getObject("submitted_on", LocalDate.class), (Long) r.getObject("submitted_by"), text(r, "submitter"), r.getObject("verified_on", LocalDate.class), text(r, "verified_name"),
                r.getString("returned_because"), r.getString("withdrawn_because"), r.getBigDecimal("score"), text(r, "level_code"), r.getString("origin").equals("old-system"), r.getInt("version"));
    }

    private static String text(ResultSet r, String column) throws SQLException {
        return r.getString(column) == null ? "" : r.getString(column);
    }

    /** Begins an assessment, its items open. @param key of the request, so that a repeated one begins no more; "" for none */
    Assessment begin(Actor actor, String key, Beginning wish) {
        if (wish.instrument() == null) throw AssessmentRefusal.INSTRUMENT_MISSING.at("instrument");
        var subject = subject(wish.instrument());
        demandReach(actor, place(actor, subject, wish));
        var edition = judged(actor, subject, wish);
        String id = changes.makeOnce(key, actor.author(), "assessment.begin", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            demandFirst(edition, wish);
            long number = jdbc.sql("""
                    insert into assessment (instrument_id, edition_id, council_id, organisation_id, fund_id, unit_code, fiscal_year, assessor, assessed_on, respondents)
                    values (:instrument, :edition, :council, :organisation, :fund, :unit, :year, :assessor, :day, :respondents) returning id""")
                    .param("instrument", edition.instrument()).param("edition", edition.id()).param("council", subject.in(Subject.COUNCIL, wish.subjectId()))
                    .param("organisation", subject.in(Subject.ORGANISATION, wish.subjectId())).param("fund", subject.in(Subject.FUND, wish.subjectId())).param("unit", wish.unitCode()).param("year", wish.year())
                    .param("assessor", wish.assessor().word()).param("day", wish.assessedOn()).param("respondents", wish.respondents()).query(Long.class).single();
            jdbc.sql("insert into assessment_answer (assessment_id, item_id) select ?, id from instrument_item where edition_id = ? order by position").params(number, edition.id()).update();
            return Long.toString(number);
        });
        return find(Long.parseLong(id)).orElseThrow();
    }

    private Subject subject(long instrument) {
        return jdbc.sql("select subject from instrument where id = ?").param(instrument).query(String.class).optional().map(Subject::of)
                .orElseThrow(() -> AssessmentRefusal.INSTRUMENT_MISSING.at("instrument"));
    }

    /** Where the subject lies. */
    private String place(Actor actor, Subject subject, Beginning wish) {
        return switch (subject) {
            case SURVEY -> "";
            case UNIT -> jdbc.sql("select code from unit where code = ? and ended_on is null").param(wish.unitCode()).query(String.class).optional()
                    .orElseThrow(() -> AssessmentRefusal.SUBJECT_MISSING.at("subject"));
            case COUNCIL, ORGANISATION, FUND -> jdbc.sql("select unit_code from " + subject.table() + " where id = ? and merged_into is null").param(wish.subjectId()).query(String.class).optional()
                    .orElseThrow(() -> AssessmentRefusal.SUBJECT_MISSING.at("subject"));
        };
    }

    /** Judges what is said. @return the edition by which is assessed */
    private Edition judged(Actor actor, Subject subject, Beginning wish) {
        var year = wish.year() == null ? null : new FiscalYear(wish.year());
        new Refusals().when(year == null, AssessmentRefusal.YEAR_MISSING, "year").when(wish.assessor() == null, AssessmentRefusal.ASSESSOR_MISSING, "assessor")
                .when(wish.assessor() != null && !(subject == Subject.SURVEY ? actor.may(Right.CENTRE) : wish.assessor().speaksThrough(actor)), AssessmentRefusal.ASSESSOR_NOT_YOURS, "assessor")
                .when(wish.assessedOn() == null, AssessmentRefusal.DAY_MISSING, "assessedOn")
                .when(wish.assessedOn() != null && wish.assessedOn().isAfter(today()), AssessmentRefusal.DAY_IN_FUTURE, "assessedOn")
                .when(wish.assessedOn() != null && year != null && wish.assessedOn().isBefore(year.start()), AssessmentRefusal.DAY_BEFORE_YEAR, "assessedOn", year == null ? "" : String.valueOf(year.year()))
                .when(subject == Subject.SURVEY && wish.respondents() == null, AssessmentRefusal.RESPONDENTS_MISSING, "respondents").demandNone();
        return instruments.used(wish.instrument(), wish.year()).orElseThrow(() -> AssessmentRefusal.NO_EDITION.at("year", String.valueOf(wish.year())));
    }

    private void demandFirst(Edition edition, Beginning wish) {
        jdbc.sql("""
                select id from assessment where instrument_id = :instrument and fiscal_year = :year and assessor = :assessor and withdrawn_because = ''
                and coalesce(council_id, organisation_id, fund_id, 0) = coalesce(:subject::bigint, 0) and (:subject::bigint is not null or unit_code = :unit)""")
                .param("instrument", edition.instrument()).param("year", wish.year()).param("assessor", wish.assessor().word()).param("subject", wish.subjectId()).param("unit", wish.unitCode())
                .query(Long.class).optional().ifPresent(id -> { throw AssessmentRefusal.ASSESSED_ALREADY.at("year").seeing("/assessments/" + id); });
    }

    /** The answers, by item, in the order of the form. */
    Map<Long, Answer> answers(long id) {
        var answers = new LinkedHashMap<Long, Answer>();
        jdbc.sql("""
                select w.id, w.item_id, w.value, w.note, (select count(*) from evidence e where e.record_kind = 'assessment-answer' and e.record_id = w.id), w.version
                from assessment_answer w join instrument_item i on i.id = w.item_id where w.assessment_id = :id order by i.position, i.id""").param("id", id)
                .query(r -> { answers.put(r.getLong(2), new Answer(r.getLong(1), r.getLong(2), r.getBigDecimal(3), r.getString(4), r.getInt(5), r.getInt(6))); });
        return answers;
    }

    /** What the answers give now. */
    Scoring.Result result(Edition edition, Map<Long, Answer> answers) {
        var values = new HashMap<Long, BigDecimal>();
        var proved = new HashSet<Long>();
        answers.values().forEach(a -> {
            if (a.value() != null) values.put(a.item(), a.value());
            if (a.files() > 0) proved.add(a.item());
        });
        return Scoring.of(edition, values, Set.copyOf(proved));
    }

    Scoring.Result result(Assessment assessment) {
        return result(instruments.edition(assessment.edition()), answers(assessment.id()));
    }

    /** Keeps answers, all or some. What somebody else answered since the form was opened is not written over.
     *  @param given by item */
    void answer(Actor actor, long id, String key, Map<Long, Given> given) {
        at(actor, id).demandOpen(actor);
        changes.makeOnce(key, actor.author(), "assessment.answer", "", () -> {
            locked(id).demandOpen(actor);
            var edition = instruments.edition(find(id).orElseThrow().edition());
            var kept = answers(id);
            var refusals = new Refusals();
            edition.items().filter(i -> given.containsKey(i.id())).forEach(i -> judge(i, kept.get(i.id()), given.get(i.id()), refusals));
            refusals.demandNone();
            given.forEach((item, g) -> jdbc.sql("update assessment_answer set value = ?, note = ? where assessment_id = ? and item_id = ?").params(g.value(), g.note(), id, item).update());
            return "";
        });
    }

    private static void judge(Edition.Item item, Answer kept, Given given, Refusals refusals) {
        String field = "item-" + item.id();
        if (given.value() != null && !item.takes(given.value())) refusals.add(AssessmentRefusal.ANSWER_SHAPE.at(field, item.most() == null ? "100" : String.valueOf(item.most())));
        else if (kept.version() != given.version() && !same(kept.value(), given.value()))
            refusals.add(AssessmentRefusal.ANSWER_CHANGED_MEANWHILE.at(field, kept.value() == null ? "–" : kept.value().stripTrailingZeros().toPlainString()));
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** The assessment, locked until the change ends. */
    private Assessment locked(long id) {
        jdbc.sql("select id from assessment where id = ? for update").param(id).query().listOfRows();
        return find(id).orElseThrow();
    }

    /** Submits it: its score and level are counted from the answers and written. @param note what the assessor has to say of the whole; "" for nothing */
    void submit(Actor actor, long id, String key, String note) {
        at(actor, id);
        changes.makeOnce(key, actor.author(), "assessment.submit", "", () -> {
            var assessment = locked(id);
            var result = result(assessment);
            assessment.demandSubmittable(actor, result);
            jdbc.sql("delete from assessment_part where assessment_id = ?").param(id).update();
            result.parts().forEach(p -> jdbc.sql("insert into assessment_part (assessment_id, dimension_id, score) values (?, ?, ?)").params(id, p.dimension(), p.score()).update());
            jdbc.sql("update assessment set submitted_on = ?, submitted_by = ?, returned_because = '', score = ?, level_code = ?, note = ? where id = ?")
                    .params(today(), actor.accountId(), result.score(), result.level().code(), note.strip(), id).update();
            return "";
        });
    }

    /** Verifies it, by another person than who submitted it. */
    void verify(Actor actor, long id, String key) {
        at(actor, id);
        changes.makeOnce(key, actor.author(), "assessment.verify", "", () -> {
            var assessment = locked(id);
            assessment.demandVerifiable(actor, assessment.isOld() ? null : result(assessment));
            jdbc.sql("update assessment set verified_on = ?, verified_by = ? where id = ?").params(today(), actor.accountId(), id).update();
            return "";
        });
    }

    /** Sends it back to its assessor, a verified one too. */
    void giveBack(Actor actor, long id, String reason) {
        at(actor, id);
        changes.make(actor.author(), "assessment.return", reason, () -> {
            locked(id).demandReturnable(actor, reason);
            jdbc.sql("update assessment set submitted_on = null, submitted_by = null, verified_on = null, verified_by = null, returned_because = ? where id = ?").params(reason.strip(), id).update();
        });
    }

    /** Withdraws one that was begun in error; it counts no more, and its place is free for another. What was submitted is returned first, but for what was taken from an old system. */
    void withdraw(Actor actor, long id, String reason) {
        at(actor, id);
        changes.make(actor.author(), "assessment.withdraw", reason, () -> {
            locked(id).demandWithdrawable(actor, reason);
            jdbc.sql("update assessment set withdrawn_because = ? where id = ?").params(reason.strip(), id).update();
        });
    }

    /** Which assessment an answer is part of. */
    long ofAnswer(long answer) {
        return jdbc.sql("select assessment_id from assessment_answer where id = ?").param(answer).query(Long.class).optional().orElseThrow(() -> new OutOfReach("assessment answer " + answer));
    }

    /** All of a subject by one instrument: the other assessors', and other years', the newest first. */
    List<Assessment> besides(Assessment one) {
        return jdbc.sql(COLUMNS + """
                where a.instrument_id = (select instrument_id from assessment where id = :id) and a.withdrawn_because = '' and a.id <> :id and a.unit_code = :unit
                and coalesce(a.council_id, a.organisation_id, a.fund_id) is not distinct from :subject::bigint order by a.fiscal_year desc, a.assessor, a.id""")
                .param("id", one.id()).param("unit", one.unitCode()).param("subject", one.subjectId()).query((r, n) -> assessment(r)).list();
    }

    /** The scores of the dimensions of some assessments as they were submitted, by assessment and by the name of the dimension. */
    Map<Long, Map<String, BigDecimal>> parts(List<Long> assessments) {
        var parts = new LinkedHashMap<Long, Map<String, BigDecimal>>();
        jdbc.sql("""
                select p.assessment_id, d.name, p.score from assessment_part p join instrument_dimension d on d.id = p.dimension_id
                where p.assessment_id = any(:ids) order by p.assessment_id, d.position""").param("ids", assessments.toArray(Long[]::new))
                .query(r -> { parts.computeIfAbsent(r.getLong(1), a -> new LinkedHashMap<>()).put(r.getString(2), r.getBigDecimal(3)); });
        return parts;
    }
}
