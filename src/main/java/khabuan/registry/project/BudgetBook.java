package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.text.Words;
import khabuan.registry.project.BudgetPages.Group;
import khabuan.registry.project.BudgetPages.Line;
import khabuan.registry.project.BudgetPages.Movement;
import khabuan.registry.project.BudgetPages.Pot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The budget of a year as a page tells it: the whole to who works for the country, the frames of the own office to others. */
@Component
class BudgetBook {

    private final JdbcClient jdbc;
    private final Budget budget;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Places places;
    private final Reach reach;

    BudgetBook(JdbcClient jdbc, Budget budget, Programmes programmes, Ledger ledger, Places places, Reach reach) {
        this.jdbc = jdbc;
        this.budget = budget;
        this.programmes = programmes;
        this.ledger = ledger;
        this.places = places;
        this.reach = reach;
    }

    static boolean seesAll(Actor actor) {
        return actor.scopeLevel().equals("country");
    }

    /** What was given and what of it no frame has, by fund and category. */
    List<Pot> pots(int year) {
        var given = new LinkedHashMap<List<String>, Baht>();
        var unallotted = new LinkedHashMap<List<String>, Baht>();
        for (var s : ledger.standing(Programme.BOOK, List.of("9100", "9150"), year, Ledger.EVER))
            (s.account().code().equals("9100") ? given : unallotted).merge(List.of(s.account().fund(), s.account().programme()), s.amount(), Baht::plus);
        return Stream.concat(given.keySet().stream(), unallotted.keySet().stream()).distinct()
                .map(k -> new Pot(k.get(0), k.get(1), given.getOrDefault(k, Baht.ZERO).negated(), unallotted.getOrDefault(k, Baht.ZERO))).toList();
    }

    /** The frames within reach, by programme. */
    List<Group> groups(int year, Actor actor, Words words) {
        var names = programmes.all().stream().collect(Collectors.toMap(Programme::code, p -> p.title(words)));
        String own = seesAll(actor) ? "" : places.tree().path(reach.of(actor)).get(1).code();
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        for (var s : budget.standing(year, Ledger.EVER))
            if (own.isEmpty() || own.equals(s.frame().office())) lines.computeIfAbsent(names.get(s.frame().programme()), p -> new ArrayList<>()).add(line(s, names));
        return lines.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue(), e.getValue().stream().reduce(Line::plus).orElseThrow())).toList();
    }

    private Line line(Budget.Standing s, Map<String, String> names) {
        return new Line(s.frame().id(), names.get(s.frame().programme()), office(s.frame().office()), s.granted(), s.free(), s.approved(), s.paid(), s.unpaid(), s.returned(), s.over());
    }

    private String office(String code) {
        return places.find(Level.REGION, code).map(Place::title).orElse(code);
    }

    private static final String MOVEMENTS = """
            select m.id, m.act, m.fund, m.category, coalesce(a.title || ' · ' || x.short_th, ''), coalesce(b.title || ' · ' || y.short_th, ''), m.amount, m.decided_on, m.body, m.reason,
              exists (select from evidence e where e.record_kind = 'budget_movement' and e.record_id = m.id), m.budget_year
            from budget_movement m left join frame f on f.id = m.from_frame left join programme a on a.code = f.programme left join region x on x.code = f.office
              left join frame t on t.id = m.to_frame left join programme b on b.code = t.programme left join region y on y.code = t.office""";

    /** The decisions on a year's budget, newest first. */
    List<Movement> movements(int year) {
        return jdbc.sql(MOVEMENTS + " where m.budget_year = :year order by m.decided_on desc, m.id desc").param("year", year).query((r, n) -> movement(r)).list();
    }

    Optional<Movement> movement(long id) {
        return jdbc.sql(MOVEMENTS + " where m.id = :id").param("id", id).query((r, n) -> movement(r)).optional();
    }

    int yearOf(long movement) {
        return jdbc.sql("select budget_year from budget_movement where id = ?").param(movement).query(Integer.class).single();
    }

    private static Movement movement(ResultSet r) throws SQLException {
        return new Movement(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), new Baht(r.getLong(7)), r.getObject(8, LocalDate.class), r.getString(9), r.getString(10), r.getBoolean(11));
    }

    /** The years that have a budget or a frame, with this one, newest first. */
    List<Integer> years() {
        int now = budget.year().year();
        return jdbc.sql("select y from (select budget_year as y from frame union select budget_year from budget_movement union values (:now)) u order by 1 desc").param("now", now).query(Integer.class).list();
    }
}
