package khabuan.registry.assessment;

import java.util.List;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of quality reviews that an old system kept: a row is the result of a council in a fiscal year, its score or its grade alone, with the two people's names.
 *  What was reviewed here is not written over. A row without a verifier waits for somebody to verify it here. */
@Component
class ReviewsIntake implements RowIntake {

    private static final String INSTRUMENT = "council-quality";
    private final JdbcClient jdbc;

    ReviewsIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "council-reviews";
    }

    @Override
    public String room() {
        return "assessment";
    }

    @Override
    public String table() {
        return "assessment";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("council", Type.TEXT, "30307"), Column.required("fiscal_year", Type.YEAR, "2561"), Column.choice("assessor", false, "region", "self", "region", "centre"),
                Column.optional("score", Type.DECIMAL, "72.50"), Column.optional("grade", Type.TEXT, "B"), Column.required("assessed_on", Type.DATE, "15 ก.ย. 2561"), Column.required("reviewer", Type.TEXT, "มาลี แซ่ลี้"),
                Column.optional("verified_on", Type.DATE, "28 ก.ย. 2561"), Column.optional("verifier", Type.TEXT, "สมหวัง ใจมั่น"), Column.optional("note", Type.TEXT, "จากโปรแกรมสอบทานเดิม"));
    }

    /** The edition is that of the year, one that is no longer used too; the level is that of the score, where one is known. */
    @Override
    public String reading() {
        return """
                select f.*, c.id as council_id, c.unit_code as council_unit, c.merged_into is not null as merged, e.instrument_id, e.id as edition_id, e.levels, own.id as record_id, here.id as here_id,
                       coalesce(f.assessor, 'region') as said_assessor, coalesce(round(f.score::numeric, 2), own.score) as known_score, counted.code as counted_level, told.code as told_level,
                       coalesce(counted.code, told.code) as level_code, case when f.verifier is not null then coalesce(f.verified_on, f.assessed_on) end as verified_day, coalesce(f.verifier, own.verifier, '') as known_verifier
                from intake_file f left join council c on c.code = f.council
                left join lateral (select i.id as instrument_id, e.id, (select string_agg(l.code, ' ' order by l.from_score desc) from instrument_level l where l.edition_id = e.id) as levels
                  from instrument i join instrument_edition e on e.instrument_id = i.id
                  where i.code = '%1$s' and e.published_on is not null and e.from_fiscal_year <= f.fiscal_year order by e.from_fiscal_year desc, e.number desc limit 1) e on true
                left join assessment own on own.council_id = c.id and own.instrument_id = e.instrument_id and own.fiscal_year = f.fiscal_year and own.assessor = coalesce(f.assessor, 'region')
                  and own.withdrawn_because = '' and own.origin = 'old-system'
                left join assessment here on here.council_id = c.id and here.instrument_id = e.instrument_id and here.fiscal_year = f.fiscal_year and here.assessor = coalesce(f.assessor, 'region')
                  and here.withdrawn_because = '' and here.origin = ''
                left join lateral (select l.code from instrument_level l where l.edition_id = e.id and l.from_score <= coalesce(round(f.score::numeric, 2), own.score) order by l.from_score desc limit 1) counted on true
                left join lateral (select l.code from instrument_level l where l.edition_id = e.id and upper(btrim(replace(f.grade, 'ระดับ', ''))) in (l.code, upper(l.name)) limit 1) told on true""".formatted(INSTRUMENT);
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("instrument_id", "null"), Written.of("edition_id", "null"), Written.of("council_id", "null"), Written.of("fiscal_year", "null"), new Written("assessor", "s.said_assessor", "null"),
                Written.of("assessed_on", "null"), new Written("submitted_on", "s.assessed_on", "null"), new Written("verified_on", "s.verified_day", "null"), new Written("score", "round(s.score::numeric, 2)", "null"),
                Written.of("level_code", "null"), new Written("origin", "'old-system'", "null"), Written.of("reviewer", "null"), Written.of("verifier", "''"), Written.of("note", "''"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("fiscal_year", "council_id", "said_assessor"));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.known("council", "s.council_id"),
                Check.reach("council", "s.council_unit"),
                Check.of("council", AssessmentRefusal.SUBJECT_MISSING, "s.merged"),
                Check.of("council", AssessmentRefusal.ASSESSED_ALREADY, "s.here_id is not null"),
                Check.of("fiscal_year", AssessmentRefusal.NO_EDITION, "s.edition_id is null", "s.fiscal_year::text"),
                Check.of("score", AssessmentRefusal.SCORE_OUTSIDE, "s.score not between 0 and 100"),
                Check.of("grade", AssessmentRefusal.RESULT_MISSING, "s.grade is null and s.known_score is null"),
                Check.of("grade", AssessmentRefusal.LEVEL_UNKNOWN, "s.grade is not null and s.edition_id is not null and s.told_level is null", "s.levels"),
                Check.of("grade", AssessmentRefusal.LEVEL_CONTRADICTS, "s.told_level <> s.counted_level and s.known_score <= 100", "s.known_score || ' = ' || s.counted_level"),
                Check.of("assessed_on", AssessmentRefusal.DAY_IN_FUTURE, "s.assessed_on > :today"),
                Check.of("assessed_on", AssessmentRefusal.DAY_BEFORE_YEAR, "s.assessed_on < make_date(s.fiscal_year - 544, 10, 1)", "s.fiscal_year::text"),
                Check.of("verifier", AssessmentRefusal.VERIFY_OWN, "s.known_verifier = s.reviewer"),
                Check.of("verifier", AssessmentRefusal.VERIFIER_MISSING, "s.verified_on is not null and s.verifier is null"),
                Check.of("verified_on", AssessmentRefusal.VERIFIED_BEFORE, "s.verified_on < s.assessed_on"),
                Check.of("verified_on", AssessmentRefusal.DAY_IN_FUTURE, "s.verified_on > :today"));
    }

    @Override
    public List<Check> standing() {
        return List.of(Check.of("verifier", AssessmentRefusal.VERIFIED_ALREADY, "t.verified_by is not null"));
    }

    @Override
    public long lock() {
        return Assessments.LOCK;
    }

    /** What the centre found is brought by the centre. */
    @Override
    public List<LineFault> judge(Order order) {
        if (order.actor().may(Right.CENTRE)) return List.of();
        return lines("s.said_assessor = 'centre'").stream().map(line -> new LineFault(line, "assessor", AssessmentRefusal.ASSESSOR_NOT_YOURS.key())).toList();
    }

    /** A grade without a score is taken as it is, and told. */
    @Override
    public List<LineFault> noticed(Order order) {
        return lines("s.known_score is null").stream().map(line -> new LineFault(line, "grade", "assessment.grade-only")).toList();
    }

    private List<Integer> lines(String condition) {
        return jdbc.sql("select s.line from intake_row s where " + condition + " and " + SOUND).query(Integer.class).list();
    }
}
