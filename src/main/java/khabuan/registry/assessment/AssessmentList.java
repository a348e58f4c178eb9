package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabuan.base.access.Actor;
import khabuan.base.page.Choice;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of assessments within a person's scope; surveys, which lie in no place, are in everybody's. */
@Component
public class AssessmentList {

    /** A row. @param score null before it is submitted; @param level its name */
    public record Line(long id, String instrument, String title, String unit, String province, int year, String assessor, LocalDate assessedOn, Assessment.Stage stage, BigDecimal score, String level, boolean passing) {

        public String path() {
            return "/assessments/" + id;
        }
    }

    private final JdbcClient jdbc;
    private final Places places;
    private final Reach reach;

    AssessmentList(JdbcClient jdbc, Places places, Reach reach) {
        this.jdbc = jdbc;
        this.places = places;
        this.reach = reach;
    }

    private record Selection(String condition, Map<String, Object> parameters) {}

    private Selection selection(AssessmentFilter filter, Actor actor) {
        var parameters = new HashMap<String, Object>();
        var condition = new StringBuilder("a.withdrawn_because = ''");
        within(reach.of(actor), "scope", true, condition, parameters);
        within(places.ofKey(filter.place(), Place.COUNTRY), "place", false, condition, parameters);
        equal("i.code", "instrument", filter.instrument(), condition, parameters);
        equal("a.fiscal_year::text", "year", filter.year(), condition, parameters);
        equal("a.level_code", "level", filter.level(), condition, parameters);
        condition.append(switch (filter.stage()) {
            case "open" -> " and a.submitted_on is null";
            case "submitted" -> " and a.submitted_on is not null and a.verified_on is null";
            case "verified" -> " and a.verified_on is not null";
            default -> "";
        });
        return new Selection(condition.toString(), parameters);
    }

    private static void equal(String column, String name, String value, StringBuilder condition, Map<String, Object> parameters) {
        if (value.isEmpty()) return;
        condition.append(" and ").append(column).append(" = :").append(name);
        parameters.put(name, value);
    }

    private void within(Place place, String name, boolean surveysToo, StringBuilder condition, Map<String, Object> parameters) {
        if (place.level() == Level.COUNTRY) return;
        parameters.put(name, places.tree().units(place).stream().map(Place::code).toArray(String[]::new));
        condition.append(" and (a.unit_code = any(:").append(name).append(')').append(surveysToo ? " or a.unit_code = '')" : ")");
    }

    long count(AssessmentFilter filter, Actor actor) {
        var selection = selection(filter, actor);
        return jdbc.sql("select count(*) from assessment a join instrument i on i.id = a.instrument_id where " + selection.condition).params(selection.parameters).query(Long.class).single();
    }

    private static final String ROWS = """
            select a.id, i.name, coalesce(c.name, o.name, w.name, f.type || f.name_th, i.name), coalesce(f.type || f.name_th, ''), coalesce(v.name_th, ''), a.fiscal_year, a.assessor, a.assessed_on,
                   case when a.verified_on is not null then 'VERIFIED' when a.submitted_on is not null then 'SUBMITTED' when a.returned_because <> '' then 'RETURNED' else 'DRAFT' end,
                   case when a.submitted_on is not null then a.score end, case when a.submitted_on is not null then l.name end, coalesce(l.passing, false)
            from assessment a join instrument i on i.id = a.instrument_id left join council c on c.id = a.council_id left join organisation o on o.id = a.organisation_id left join welfare_fund w on w.id = a.fund_id
            left join unit u on u.code = a.unit_code left join unit_form f on f.unit_code = u.code and f.until_date is null
            left join district d on d.code = u.district_code left join province v on v.code = d.province_code
            left join instrument_level l on l.edition_id = a.edition_id and l.code = a.level_code
            where %s order by a.fiscal_year desc, a.assessed_on desc, a.id desc limit :limit offset :offset""";

    List<Line> page(AssessmentFilter filter, Actor actor, int limit, long offset) {
        return rows(filter, actor, limit, offset).query((r, n) -> line(r)).list();
    }

    /** Hands over all rows of a filter, one by one. */
    void each(AssessmentFilter filter, Actor actor, Consumer<Line> taker) {
        try (var lines = rows(filter, actor, Integer.MAX_VALUE, 0).query((r, n) -> line(r)).stream()) {
            lines.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec rows(AssessmentFilter filter, Actor actor, int limit, long offset) {
        var selection = selection(filter, actor);
        return jdbc.sql(ROWS.formatted(selection.condition)).params(selection.parameters).param("limit", limit).param("offset", offset);
    }

    private static Line line(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getInt(6), r.getString(7), r.getObject(8, LocalDate.class),
                Assessment.Stage.valueOf(r.getString(9)), r.getBigDecimal(10), r.getString(11), r.getBoolean(12));
    }

    /** The instruments by which anything was assessed, and those that can be used. */
    List<Choice> instruments() {
        return jdbc.sql("""
                select i.code, i.name from instrument i where exists (select from instrument_edition e where e.instrument_id = i.id and e.published_on is not null)
                order by i.name collate "th-TH-x-icu" """).query((r, n) -> new Choice(r.getString(1), r.getString(2))).list();
    }

    /** The levels of an instrument, the highest first; of all when none is chosen. */
    List<Choice> levels(String instrument) {
        return jdbc.sql("""
                select l.code, l.name, max(l.from_score) from instrument_level l join instrument_edition e on e.id = l.edition_id join instrument i on i.id = e.instrument_id
                where e.published_on is not null and i.code = :instrument group by l.code, l.name order by 3 desc""").param("instrument", instrument)
                .query((r, n) -> new Choice(r.getString(1), r.getString(2))).list();
    }
}
