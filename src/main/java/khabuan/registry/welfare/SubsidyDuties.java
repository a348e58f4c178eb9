package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.gap.Duties;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Within;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What "My work" asks of regions about matching subsidies: to propose or refuse what funds ask for. */
@Component
class SubsidyDuties implements Duties {

    private static final int DAYS = 14, MOST = 300;
    private final JdbcClient jdbc;
    private final Funds funds;

    SubsidyDuties(JdbcClient jdbc, Funds funds) {
        this.jdbc = jdbc;
        this.funds = funds;
    }

    @Override
    public List<Group> of(Place within, Actor actor, Words words) {
        if (!actor.may(Right.CERTIFY) || !actor.mayEnter("welfare")) return List.of();
        var today = funds.today();
        var parameters = new HashMap<String, Object>(Map.of("most", MOST));
        var condition = new StringBuilder("q.ended_on is null and q.project_id is null");
        Within.add("f.unit_code", "within", within, condition, parameters);
        var state = new State(words.t("welfare.subsidy.duty-state"), "warn");
        var lines = jdbc.sql("select f.id, f.name, q.round_id, q.asked_on from subsidy_request q join welfare_fund f on f.id = q.fund_id where " + condition + " order by q.asked_on, q.id limit :most").params(parameters).query((r, n) -> {
            var due = r.getObject(4, LocalDate.class).plusDays(DAYS);
            return new Line(r.getString(2), state, words.t("welfare.subsidy.duty-how"), due, due.isBefore(today), "/funds/%d/subsidies/%d".formatted(r.getLong(1), r.getLong(3)));
        }).list();
        return lines.isEmpty() ? List.of() : List.of(new Group("subsidy-propose", words.t("welfare.subsidy.duty"), words.t("welfare.subsidy.duty-how"), "/subsidies", within.level() != Level.COUNTRY, lines));
    }
}
