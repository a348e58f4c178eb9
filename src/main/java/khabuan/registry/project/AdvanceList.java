package khabuan.registry.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.money.Baht;
import khabuan.base.store.Like;
import khabuan.registry.project.Advance.Bucket;
import khabuan.registry.project.AdvancePages.Ageing;
import khabuan.registry.project.AdvancePages.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of advances that a person may see, and how long what is out has been over its day. */
@Component
class AdvanceList {

    private static final String FROM = """
            from advance v join region g on g.code = v.office left join payment y on y.id = v.payment_id
            left join lateral (select coalesce(sum(b.amount), 0)::bigint as owed from ledger_account a join ledger_balance b on b.account_id = a.id where a.code = '1200' and a.record_id = v.id) o on true
            cross join lateral (select case when v.refused_on is not null then 'refused' when v.cleared_on is not null then 'cleared' when y.withdrawn_on is not null then 'withdrawn' when y.failed_on is not null then 'failed' when y.issued_on is not null then 'lent'
              when v.approved_on is not null then 'approved' else 'asked' end as state) s where true""";
    private final JdbcClient jdbc;
    private final Advances advances;

    AdvanceList(JdbcClient jdbc, Advances advances) {
        this.jdbc = jdbc;
        this.advances = advances;
    }

    private record Selection(String condition, Map<String, Object> parameters) {}

    /** @throws OutOfReach when the actor's scope is smaller than an office's */
    static String office(Actor actor) {
        if (actor.scopeLevel().equals("country")) return "";
        if (!actor.scopeLevel().equals("region")) throw new OutOfReach("advances");
        return actor.scopeCode();
    }

    private Selection selection(AdvanceFilter filter, Actor actor) {
        var condition = new StringBuilder();
        var parameters = new HashMap<String, Object>();
        add(" and v.office = :own", "own", office(actor), condition, parameters);
        add(" and v.office = :office", "office", filter.office(), condition, parameters);
        if (filter.state().equals("open")) condition.append(" and s.state not in ('cleared', 'refused', 'withdrawn')");
        else add(" and s.state = :state", "state", filter.state(), condition, parameters);
        if (!filter.bucket().isEmpty()) within(filter.bucket(), condition, parameters);
        add(" and (v.code || ' ' || v.borrower || ' ' || v.purpose) ilike :q", "q", filter.q().isEmpty() ? "" : Like.words(filter.q()), condition, parameters);
        return new Selection(condition.toString(), parameters);
    }

    private static void add(String sql, String name, String value, StringBuilder condition, Map<String, Object> parameters) {
        if (value.isEmpty()) return;
        condition.append(sql);
        parameters.put(name, value);
    }

    private void within(String word, StringBuilder condition, Map<String, Object> parameters) {
        var bands = advances.rule().bands();
        int bucket = Bucket.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_')).ordinal();
        condition.append(" and s.state = 'lent' and :today::date - v.due_on between :first and :last");
        parameters.putAll(Map.of("today", advances.today(), "first", bucket == 0 ? -100_000 : bucket == 1 ? 1 : bands.get(bucket - 2) + 1, "last", bucket == 0 ? 0 : bucket == 4 ? 100_000 : bands.get(bucket - 1)));
    }

    long count(AdvanceFilter filter, Actor actor) {
        var selection = selection(filter, actor);
        return jdbc.sql("select count(*) " + FROM + selection.condition).params(selection.parameters).query(Long.class).single();
    }

    List<Line> page(AdvanceFilter filter, Actor actor, int limit, long offset) {
        var selection = selection(filter, actor);
        var today = advances.today();
        var rule = advances.rule();
        return jdbc.sql("select v.id, v.code, v.borrower, v.purpose, g.short_th, v.amount, o.owed, v.due_on, s.state, v.asked_on, v.cleared_on " + FROM + selection.condition + " order by " + AdvanceFilter.SORTS.get(filter.sort()) + ", v.id limit :limit offset :offset")
                .params(selection.parameters).param("limit", limit).param("offset", offset).query((r, n) -> {
                    var due = r.getObject(8, java.time.LocalDate.class);
                    long late = r.getString(9).equals("lent") ? Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(due, today)) : 0;
                    return new Line(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), new Baht(r.getLong(6)), new Baht(r.getLong(7)), due, r.getString(9), late, rule.bucket(late), r.getObject(10, java.time.LocalDate.class), r.getObject(11, java.time.LocalDate.class));
                }).list();
    }

    /** What is out in each office that the person may see, bucket by bucket; offices without any are left out. */
    List<Ageing> ageing(Actor actor) {
        var out = page(new AdvanceFilter("", "", "lent", "", "due"), actor, Integer.MAX_VALUE, 0);
        var offices = jdbc.sql("select code, short_th from region order by print_order, code").query((r, n) -> Map.entry(r.getString(1), r.getString(2))).list();
        var ageings = new ArrayList<Ageing>();
        for (var office : offices) {
            var there = out.stream().filter(l -> l.office().equals(office.getValue())).toList();
            if (!there.isEmpty()) ageings.add(Ageing.of(office.getKey(), office.getValue(), there));
        }
        return ageings;
    }
}
