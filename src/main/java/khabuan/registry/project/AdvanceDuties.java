package khabuan.registry.project;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.gap.Duties;
import khabuan.base.place.Place;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What "My work" asks of finance about advances: to answer a request, and to clear by papers that were brought. What the borrowers' offices owe is told by gaps. */
@Component
class AdvanceDuties implements Duties {

    private static final int DAYS = 7;
    private static final String ANSWER = "select id, code, borrower, purpose, asked_on as since from advance where approved_on is null and refused_on is null order by asked_on, id";
    /** Papers of which nothing was cleared yet: more files than parts of their kind. */
    private static final String CLEAR = """
            select v.id, v.code, v.borrower, v.purpose, max(n.last_on) as since from advance v
            join lateral (select x.part, count(e.id) as files, max(e.attached_on) as last_on from (values ('receipts', 'receipt'), ('cash', 'deposit-slip')) x(part, paper)
              left join evidence e on e.record_kind = 'advance' and e.record_id = v.id and e.kind = x.paper group by 1) n on true
            where exists (select from payment y where y.id = v.payment_id and y.issued_on is not null and y.failed_on is null) and v.cleared_on is null and n.files > (select count(*) from advance_clearing c where c.advance_id = v.id and c.kind = n.part) group by 1, 2, 3, 4 order by 5, 1""";
    private final JdbcClient jdbc;
    private final Advances advances;

    AdvanceDuties(JdbcClient jdbc, Advances advances) {
        this.jdbc = jdbc;
        this.advances = advances;
    }

    @Override
    public List<Group> of(Place within, Actor actor, Words words) {
        if (!actor.may(Right.PAY) || !actor.mayEnter("project")) return List.of();
        return Stream.of(group("answer", ANSWER, "/advances?state=asked", words), group("clear", CLEAR, "/advances", words)).filter(g -> !g.lines().isEmpty()).toList();
    }

    private Group group(String word, String sql, String path, Words words) {
        var today = advances.today();
        var state = new State(words.t("advance.duty-state." + word), "warn");
        var lines = jdbc.sql(sql).query((r, n) -> {
            var due = r.getObject("since", LocalDate.class).plusDays(DAYS);
            return new Line(r.getString("code") + " " + r.getString("borrower") + " · " + r.getString("purpose"), state, words.t("advance.duty-how." + word), due, due.isBefore(today), "/advances/" + r.getLong("id"));
        }).list();
        return new Group("advance-" + word, words.t("advance.duty." + word), words.t("advance.duty-how." + word), path, true, lines);
    }
}
