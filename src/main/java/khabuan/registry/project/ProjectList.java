package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.place.Within;
import khabuan.base.record.Tallies;
import khabuan.base.store.Like;
import khabuan.registry.project.ProjectPages.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of projects within a person's scope: one query; what is paid is asked of the ledger for the rows of a page. */
@Component
class ProjectList {

    private static final Set<String> TABLES = Set.of("project", "frame", "unit", "unit_form", "district", "province_region");
    /** Each search by an index of its own. */
    private static final String FOUND = """
            and p.id = any(array(select x.id from project x where x.title like :words union select x.id from project x where x.code = :q
            union select x.id from project x where x.unit_code = any(array(select f.unit_code from unit_form f where f.until_date is null and f.type || f.name_th like :words))))""";
    private final JdbcClient jdbc;
    private final Places places;
    private final Reach reach;
    private final Projects projects;
    private final Tallies tallies;

    ProjectList(JdbcClient jdbc, Places places, Reach reach, Projects projects, Tallies tallies) {
        this.jdbc = jdbc;
        this.places = places;
        this.reach = reach;
        this.projects = projects;
        this.tallies = tallies;
    }

    private record Selection(String condition, Map<String, Object> parameters) {}

    private Selection selection(ProjectFilter filter, Actor actor) {
        var parameters = new HashMap<String, Object>();
        var condition = new StringBuilder("true");
        Within.add("p.unit_code", "scope", reach.of(actor), condition, parameters);
        Within.add("p.unit_code", "place", places.ofKey(filter.place(), Place.COUNTRY), condition, parameters);
        equal("fr.budget_year::text", "year", filter.year(), condition, parameters);
        equal("fr.programme", "programme", filter.programme(), condition, parameters);
        equal("p.state", "state", filter.state(), condition, parameters);
        if (!filter.q().isEmpty()) {
            condition.append(' ').append(FOUND);
            parameters.put("q", filter.q());
            parameters.put("words", Like.words(filter.q()));
        }
        return new Selection(condition.toString(), parameters);
    }

    private static void equal(String column, String name, String value, StringBuilder condition, Map<String, Object> parameters) {
        if (value.isEmpty()) return;
        condition.append(" and ").append(column).append(" = :").append(name);
        parameters.put(name, value);
    }

    long count(ProjectFilter filter, Actor actor) {
        var selection = selection(filter, actor);
        return tallies.of(selection, TABLES, () -> jdbc.sql("select count(*) from project p join frame fr on fr.id = p.frame_id where " + selection.condition).params(selection.parameters).query(Long.class).single());
    }

    private static final String ROWS = """
            select p.id, p.code, p.title, f.type || f.name_th, v.name_th, g.title, g.title_en, p.state, pl.amount
            from (select p.id from project p join frame fr on fr.id = p.frame_id where %s order by %s, p.id limit :limit offset :offset) found join project p on p.id = found.id
            join frame fr on fr.id = p.frame_id join programme g on g.code = fr.programme
            join unit u on u.code = p.unit_code join unit_form f on f.unit_code = u.code and f.until_date is null join district d on d.code = u.district_code join province v on v.code = d.province_code
            join lateral (select x.amount from project_plan x where x.project_id = p.id order by (x.in_force_on is not null and x.superseded_on is null) desc, x.edition limit 1) pl on true
            order by %s, p.id""";

    /** A page of the list, with what the ledger tells of its rows. */
    List<Line> page(ProjectFilter filter, Actor actor, int limit, long offset) {
        var lines = rows(filter, actor, limit, offset).query((r, n) -> line(r)).list();
        var monies = projects.monies(lines.stream().map(Line::id).toList(), projects.today());
        return lines.stream().map(l -> l.with(monies.get(l.id()))).toList();
    }

    /** What a welfare fund carries out, newest first. */
    List<Line> ofFund(long fund, int most) {
        var lines = jdbc.sql(ROWS.formatted("p.fund_id = :fund", "p.id desc", "p.id desc")).param("fund", fund).param("limit", most).param("offset", 0).query((r, n) -> line(r)).list();
        var monies = projects.monies(lines.stream().map(Line::id).toList(), projects.today());
        return lines.stream().map(l -> l.with(monies.get(l.id()))).toList();
    }

    /** Hands over all rows of a filter, one by one, without what the ledger tells. */
    void each(ProjectFilter filter, Actor actor, Consumer<Line> taker) {
        try (var lines = rows(filter, actor, Integer.MAX_VALUE, 0).query((r, n) -> line(r)).stream()) {
            lines.forEach(taker);
        }
    }

    private JdbcClient.StatementSpec rows(ProjectFilter filter, Actor actor, int limit, long offset) {
        var selection = selection(filter, actor);
        String order = ProjectFilter.SORTS.get(filter.sort());
        return jdbc.sql(ROWS.formatted(selection.condition, order, order)).params(selection.parameters).param("limit", limit).param("offset", offset);
    }

    private static Line line(ResultSet r) throws SQLException {
        return new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7), Project.State.of(r.getString(8)), new Baht(r.getLong(9)), null);
    }

    /** The budget years that any frame is of, newest first. */
    List<Integer> years() {
        return jdbc.sql("select distinct budget_year from frame order by 1 desc").query(Integer.class).list();
    }
}
