package khabuan.registry.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.place.Within;
import khabuan.base.record.Tallies;
import khabuan.base.store.Like;
import khabuan.registry.organisation.OrganisationPages.Line;
import khabuan.base.store.Sorting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of organisations: one query, a ladder of filters. The rows of a page are found in the index by name alone where that goes, and only then read. */
@Component
class OrganisationList {

    /** What the length of a list follows from. */
    private static final Set<String> TABLES = Set.of("organisation", "organisation_certification", "organisation_sighting", "unit", "unit_form", "district", "province_region", "letter", "letter_revocation");
    /** Each search by an index of its own; a row that two of them find comes once. */
    private static final String FOUND = """
            (select * from organisation where name like :words
             union all select * from organisation where code = :q and name not like :words
             union all select x.* from organisation x where x.unit_code = any(array(select f.unit_code from unit_form f where f.until_date is null and f.type || f.name_th like :words))
               and x.name not like :words and x.code <> :q)""";

    private final JdbcClient jdbc;
    private final Places places;
    private final Reach reach;
    private final Tallies tallies;

    OrganisationList(JdbcClient jdbc, Places places, Reach reach, Tallies tallies) {
        this.jdbc = jdbc;
        this.places = places;
        this.reach = reach;
        this.tallies = tallies;
    }

    /** What a filter selects.
     *  @param organisations in SQL, what it selects from, called o
     *  @param condition in SQL, over o */
    record Selection(String organisations, String condition, Map<String, Object> parameters) {}

    Selection selection(OrganisationFilter filter, Actor actor) {
        return selection(filter, actor, false);
    }

    private Selection selection(OrganisationFilter filter, Actor actor, boolean walking) {
        var parameters = new HashMap<String, Object>();
        var condition = new StringBuilder("o.merged_into is null");
        within("scope", reach.of(actor), walking, condition, parameters);
        within("place", places.ofKey(filter.place(), Place.COUNTRY), walking, condition, parameters);
        if (!filter.q().isEmpty()) {
            parameters.put("q", filter.q());
            parameters.put("words", Like.words(filter.q()));
        }
        if (!filter.kind().isEmpty()) {
            condition.append(" and o.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        state(filter, condition, parameters);
        return new Selection(filter.q().isEmpty() ? "organisation" : FOUND, condition.toString(), parameters);
    }

    /** The name of the place that a filter names; "" for the whole of the person's scope. */
    String placeTitle(OrganisationFilter filter) {
        return filter.place().isEmpty() ? "" : places.ofKey(filter.place(), null).title();
    }

    /** @param walking whether many rows are looked at in their order, each one asked whether it lies there; else the rows of the place are gathered unit by unit */
    private static void within(String name, Place place, boolean walking, StringBuilder condition, Map<String, Object> parameters) {
        if (place.level() == Level.COUNTRY) return;
        parameters.put(name, place.code());
        String units = Within.units(place.level(), name);
        boolean great = place.level().ordinal() < Level.DISTRICT.ordinal();
        condition.append((walking && great ? " and (o.unit_code in (%s)) is true" : " and o.unit_code = any(array(%s))").formatted(units));
    }

    private static void state(OrganisationFilter filter, StringBuilder condition, Map<String, Object> parameters) {
        var year = new FiscalYear(filter.year());
        String certified = "exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year = :year)";
        switch (filter.state()) {
            case "new" -> condition.append(" and o.registered_on between :start and :end");
            case "certified" -> condition.append(" and ").append(certified);
            case "uncertified" -> condition.append(" and o.ended_on is null and not ").append(certified);
            case "unseen" -> condition.append(" and o.ended_on is null and not exists (select from organisation_sighting s where s.organisation_id = o.id and s.seen_on between :start and :end)");
            case "unlettered" -> condition.append(" and o.ended_on is null and not exists (select from letter t where t.record_id = o.id and t.record_kind = 'organisation'"
                    + " and not exists (select from letter_revocation v where v.letter_id = t.id))");
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
            from (select o.id from %s o where %s order by %s limit :limit offset :offset) found join organisation o on o.id = found.id
            join unit u on u.code = o.unit_code join unit_form f on f.unit_code = u.code and f.until_date is null
            join district d on d.code = u.district_code join province v on v.code = d.province_code
            order by %s, o.id""";

    /** A page of the list; one in its second half is walked to from the end. */
    List<Line> page(OrganisationFilter filter, Actor actor, int limit, long offset) {
        long total = count(filter, actor);
        long shown = Math.min(limit, total - offset);
        if (shown <= 0) return List.of();
        boolean fromTheEnd = offset > total / 2;
        return rows(filter, actor, shown, fromTheEnd ? total - offset - shown : offset, fromTheEnd).query((r, n) -> line(r)).list();
    }

    /** Hands over all rows of a filter, one by one. */
    void each(OrganisationFilter filter, Actor actor, Consumer<Line> taker) {
        try (var lines = rows(filter, actor, Integer.MAX_VALUE, 0, false).query((r, n) -> line(r)).stream()) {
            lines.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec rows(OrganisationFilter filter, Actor actor, long limit, long offset, boolean fromTheEnd) {
        var selection = selection(filter, actor, filter.q().isEmpty());
        String order = OrganisationFilter.SORTS.get(filter.sort());
        String walk = fromTheEnd ? Sorting.reversed(order + ", o.id") : order + ", o.id";
        return jdbc.sql(ROWS.formatted(selection.organisations, selection.condition, walk, order)).params(selection.parameters).param("limit", limit).param("offset", offset);
    }

    private static Line line(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getObject(7, LocalDate.class), r.getBoolean(8),
                r.getObject(9, LocalDate.class));
    }

    long count(OrganisationFilter filter, Actor actor) {
        var selection = selection(filter, actor);
        return tallies.of(selection, TABLES, () -> jdbc.sql("select count(*) from %s o where %s".formatted(selection.organisations, selection.condition))
                .params(selection.parameters).query(Long.class).single());
    }
}
