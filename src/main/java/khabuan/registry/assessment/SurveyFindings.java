package khabuan.registry.assessment;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.record.Findings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scores of verified surveys, whole and by dimension; of several assessors the widest speaks, as in all measures. */
@Component
class SurveyFindings implements Findings {

    private final JdbcClient jdbc;

    SurveyFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Topic> topics() {
        return jdbc.sql("""
                select code, name, name_en from (
                  select i.code, i.name, i.name_en, i.name as survey, 0 as position from instrument i where i.subject = 'survey'
                  union all
                  select i.code || '/' || d.name, i.name || ' · ' || d.name, case when i.name_en = '' then '' else i.name_en || ' · ' || d.name end, i.name, min(d.position)
                  from instrument i join instrument_edition e on e.instrument_id = i.id join instrument_dimension d on d.edition_id = e.id
                  where i.subject = 'survey' group by i.id, d.name) t
                order by survey collate "th-TH-x-icu", position, code""").query((r, n) -> new Topic(r.getString(1), r.getString(2), r.getString(3))).list();
    }

    @Override
    public List<Finding> of(int fiscalYear) {
        return jdbc.sql("""
                with official as (select distinct on (a.instrument_id) a.id, i.code, a.score, a.respondents, a.assessed_on from assessment a join instrument i on i.id = a.instrument_id and i.subject = 'survey'
                  where a.fiscal_year = :year and a.verified_on is not null and a.withdrawn_because = ''
                  order by a.instrument_id, array_position(array['centre', 'region', 'self'], a.assessor))
                select o.code, o.score, o.respondents, o.assessed_on, o.id from official o
                union all
                select o.code || '/' || d.name, p.score, o.respondents, o.assessed_on, o.id from official o join assessment_part p on p.assessment_id = o.id join instrument_dimension d on d.id = p.dimension_id""")
                .param("year", fiscalYear)
                .query((r, n) -> new Finding(r.getString(1), fiscalYear, r.getBigDecimal(2), r.getInt(3), r.getObject(4, LocalDate.class), "/assessments/" + r.getLong(5))).list();
    }
}
