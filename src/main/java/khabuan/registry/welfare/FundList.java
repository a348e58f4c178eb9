package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.place.Within;
import khabuan.base.record.Tallies;
import khabuan.base.store.Like;
import khabuan.registry.welfare.FundPages.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of funds within a person's scope, each with its newest certified statement. */
@Component
class FundList {

    private static final Set<String> TABLES = Set.of("welfare_fund", "welfare_statement", "unit", "unit_form", "district", "province_region");
    private static final String FOUND = """
            and f.id = any(array(select x.id from welfare_fund x where x.name like :words union select x.id from welfare_fund x where x.code = :q
            union select x.id from welfare_fund x where x.unit_code = any(array(select n.unit_code from unit_form n where n.until_date is null and n.type || n.name_th like :words))))""";
    private final JdbcClient jdbc;
    private final Places places;
    private final Reach reach;
    private final Funds funds;
    private final Tallies tallies;

    FundList(JdbcClient jdbc, Places places, Reach reach, Funds funds, Tallies tallies) {
        this.jdbc = jdbc;
        this.places = places;
        this.reach = reach;
        this.funds = funds;
        this.tallies = tallies;
    }

    private record Selection(String condition, Map<String, Object> parameters) {}

    private Selection selection(FundFilter filter, Actor actor) {
        var parameters = new HashMap<String, Object>();
        var condition = new StringBuilder("f.merged_into is null");
        Within.add("f.unit_code", "scope", reach.of(actor), condition, parameters);
        Within.add("f.unit_code", "place", places.ofKey(filter.place(), Place.COUNTRY), condition, parameters);
        if (!filter.q().isEmpty()) {
            condition.append(' ').append(FOUND);
            parameters.put("q", filter.q());
            parameters.put("words", Like.words(filter.q()));
        }
        if (filter.state().equals("stale")) parameters.put("year", FiscalYear.of(funds.today()).year());
        condition.append(switch (filter.state()) {
            case "stale" -> " and f.ended_on is null and not exists (select from welfare_statement x where x.fund_id = f.id and x.fiscal_year = :year and x.certified_on is not null)";
            case "waiting" -> " and f.ended_on is null and exists (select from welfare_statement x where x.fund_id = f.id and x.certified_on is null and x.returned_on is null)";
            case "returned" -> " and f.ended_on is null and exists (select from welfare_statement x where x.fund_id = f.id and x.returned_on is not null)";
            case "books" -> " and f.ended_on is null and f.books_since is not null";
            case "ended" -> " and f.ended_on is not null";
            default -> " and f.ended_on is null";
        });
        return new Selection(condition.toString(), parameters);
    }

    long count(FundFilter filter, Actor actor) {
        var selection = selection(filter, actor);
        return tallies.of(selection, TABLES, () -> jdbc.sql("select count(*) from welfare_fund f where " + selection.condition).params(selection.parameters).query(Long.class).single());
    }

    private static final String NEWEST = """
            left join lateral (select x.as_of, x.members, x.from_members + x.from_local + x.from_codi + x.from_state + x.from_other + x.from_donations as received
              from welfare_statement x where x.fund_id = f.id and x.certified_on is not null order by x.as_of desc limit 1) s on true""";
    private static final String ROWS = """
            select f.id, f.code, f.name, n.type || n.name_th, v.name_th, f.founded_on, f.books_since is not null, s.as_of, s.members, s.received,
              exists (select from welfare_statement x where x.fund_id = f.id and x.certified_on is null and x.returned_on is null), exists (select from welfare_statement x where x.fund_id = f.id and x.returned_on is not null),
              exists (select from welfare_visit w where w.fund_id = f.id and w.visited_on <= s.as_of and w.visited_on > s.as_of - interval '1 year')
            from (select f.id from welfare_fund f %4$s where %2$s order by %3$s, f.id limit :limit offset :offset) found join welfare_fund f on f.id = found.id %1$s
            join unit u on u.code = f.unit_code join unit_form n on n.unit_code = u.code and n.until_date is null join district d on d.code = u.district_code join province v on v.code = d.province_code
            order by %3$s, f.id""";

    List<Line> page(FundFilter filter, Actor actor, int limit, long offset) {
        return rows(filter, actor, limit, offset).query((r, n) -> line(r)).list();
    }

    /** Hands over all rows of a filter, one by one. */
    void each(FundFilter filter, Actor actor, Consumer<Line> taker) {
        try (var lines = rows(filter, actor, Integer.MAX_VALUE, 0).query((r, n) -> line(r)).stream()) {
            lines.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec rows(FundFilter filter, Actor actor, int limit, long offset) {
        var selection = selection(filter, actor);
        String order = FundFilter.SORTS.get(filter.sort());
        return jdbc.sql(ROWS.formatted(NEWEST, selection.condition, order, order.startsWith("s.") ? NEWEST : "")).params(selection.parameters).param("limit", limit).param("offset", offset);
    }

    private static Line line(ResultSet r) throws SQLException {
        var asOf = r.getObject(8, LocalDate.class);
        return new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getObject(6, LocalDate.class), r.getBoolean(7), asOf, r.getInt(9), asOf == null ? Baht.ZERO : new Baht(r.getLong(10)),
                r.getBoolean(11) ? "waiting" : r.getBoolean(12) ? "returned" : "", r.getBoolean(13));
    }
}
