package khabuan.registry.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.registry.organisation.OrganisationPages.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of organisations: one query, a ladder of filters. */
@Component
class OrganisationList {

    private final JdbcClient jdbc;
    private final Places places;
    private final Reach reach;

    OrganisationList(JdbcClient jdbc, Places places, Reach reach) {
        this.jdbc = jdbc;
        this.places = places;
        this.reach = reach;
    }

    /** What a filter selects, as an SQL condition over organisation o with its parameters. */
    record Selection(String condition, Map<String, Object> parameters) {}

    Selection selection(OrganisationFilter filter, Actor actor) {
        var parameters = new HashMap<String, Object>();
        var condition = new StringBuilder("o.merged_into is null");
        within("scope", reach.of(actor), condition, parameters);
        place(filter.place()).ifPresent(p -> within("place", p, condition, parameters));
        if (!filter.q().isEmpty()) {
            condition.append(" and (o.name like :words or o.code = :q or o.unit_code in (select f.unit_code from unit_form f where f.until_date is null and f.type || f.name_th like :words))");
            parameters.put("q", filter.q());
            parameters.put("words", "%" + filter.q().replaceAll("([%_\\\\])", "\\\\$1").replaceAll("\\s+", "%") + "%");
        }
        if (!filter.kind().isEmpty()) {
            condition.append(" and o.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        state(filter, condition, parameters);
        return new Selection(condition.toString(), parameters);
    }

    private java.util.Optional<Place> place(String word) {
        var parts = word.split(":", 2);
        try {
            return parts.length == 2 ? places.find(Level.of(parts[0]), parts[1]) : java.util.Optional.empty();
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    private static void within(String name, Place place, StringBuilder condition, Map<String, Object> parameters) {
        if (place.level() == Level.COUNTRY) return;
        parameters.put(name, place.code());
        condition.append(" and o.unit_code ").append(switch (place.level()) {
            case UNIT -> "= :" + name;
            case DISTRICT -> "in (select code from unit where district_code = :" + name + ")";
            case PROVINCE -> "in (select u.code from unit u join district d on d.code = u.district_code where d.province_code = :" + name + ")";
            default -> "in (select u.code from unit u join district d on d.code = u.district_code join province_region r on r.province_code = d.province_code and r.until_date is null"
                    + " where r.region_code = :" + name + ")";
        });
    }

    private static void state(OrganisationFilter filter, StringBuilder condition, Map<String, Object> parameters) {
        var year = new FiscalYear(filter.year());
        String certified = "exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year = :year)";
        switch (filter.state()) {
            case "new" -> condition.append(" and o.registered_on between :start and :end");
            case "certified" -> condition.append(" and ").append(certified);
            case "uncertified" -> condition.append(" and o.ended_on is null and not ").append(certified);
            case "unseen" -> condition.append(" and o.ended_on is null and not exists (select from organisation_sighting s where s.organisation_id = o.id and s.seen_on between :start and :end)");
            case "gone" -> condition.append(" and (select existing from organisation_sighting s where s.organisation_id = o.id order by seen_on desc, id desc limit 1) = false");
            default -> { }
        }
        parameters.put("year", year.year());
        parameters.put("start", year.start());
        parameters.put("end", year.end());
    }

    private static final String ROWS = """
            select o.id, o.code, o.name, o.kind, f.type || f.name_th, v.name_th, o.registered_on,
                   exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year = :year),
                   (select max(seen_on) from organisation_sighting s where s.organisation_id = o.id)
            from (select o.* from organisation o where %s order by %s, o.id limit :limit offset :offset) o
            join unit u on u.code = o.unit_code join unit_form f on f.unit_code = u.code and f.until_date is null
            join district d on d.code = u.district_code join province v on v.code = d.province_code
            order by %s, o.id""";

    List<Line> page(OrganisationFilter filter, Actor actor, int limit, long offset) {
        return rows(filter, actor, limit, offset).query((r, n) -> line(r)).list();
    }

    /** Hands over all rows of a filter, one by one. */
    void each(OrganisationFilter filter, Actor actor, Consumer<Line> taker) {
        try (var lines = rows(filter, actor, Integer.MAX_VALUE, 0).query((r, n) -> line(r)).stream()) {
            lines.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec rows(OrganisationFilter filter, Actor actor, int limit, long offset) {
        var selection = selection(filter, actor);
        String order = OrganisationFilter.SORTS.get(filter.sort());
        return jdbc.sql(ROWS.formatted(selection.condition, order, order)).params(selection.parameters).param("limit", limit).param("offset", offset);
    }

    private static Line line(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getObject(7, LocalDate.class), r.getBoolean(8),
                r.getObject(9, LocalDate.class));
    }

    long count(OrganisationFilter filter, Actor actor) {
        var selection = selection(filter, actor);
        return jdbc.sql("select count(*) from organisation o where " + selection.condition).params(selection.parameters).query(Long.class).single();
    }
}
