package khabuan.insight.explore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The views of the figures that people keep, and what each has pinned to the dashboard. A person finds the own ones and those that are shared; only the owner changes one. */
@Component
class Explorations {

    static final int MOST_NAME = 120, MOST_PINS = 12;
    private static final String FOUND = """
            select e.id, e.version, e.account_id as account, e.owner, e.name, e.query, e.shared, p.id is not null as pinned
            from exploration e left join exploration_pin p on p.exploration_id = e.id and p.account_id = :me
            where (e.account_id = :me or e.shared)""";
    private final JdbcClient jdbc;
    private final Changes changes;

    Explorations(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** The own ones first, then the shared ones, by name. */
    List<Exploration> of(Actor actor) {
        return jdbc.sql(FOUND + " order by e.account_id <> :me, e.name collate \"th-TH-x-icu\", e.id").param("me", actor.accountId()).query(Exploration.class).list();
    }

    /** What the person has pinned, in order. */
    List<Exploration> pinned(Actor actor) {
        return jdbc.sql(FOUND + " and p.id is not null order by p.position, p.id").param("me", actor.accountId()).query(Exploration.class).list();
    }

    Optional<Exploration> find(Actor actor, long id) {
        return jdbc.sql(FOUND + " and e.id = :id").param("me", actor.accountId()).param("id", id).query(Exploration.class).optional();
    }

    /** @throws OutOfReach when there is none that this person may see */
    Exploration demand(Actor actor, long id) {
        return find(actor, id).orElseThrow(() -> new OutOfReach("exploration " + id));
    }

    /** Keeps what was chosen under a name. @return its number */
    long keep(Actor actor, String name, Wish wish, boolean shared) {
        var named = named(actor, 0, name);
        return changes.make(actor.author(), "exploration.keep", "", () -> jdbc.sql("insert into exploration (account_id, owner, name, query, shared) values (?, ?, ?, ?, ?) returning id")
                .params(actor.accountId(), actor.fullName(), named, wish.query(), shared).query(Long.class).single());
    }

    /** Changes one's own: its name, its choices, who sees it. @param version as it was opened */
    void change(Actor actor, long id, int version, String name, Wish wish, boolean shared) {
        var own = own(actor, id);
        var named = named(actor, id, name);
        changes.make(actor.author(), "exploration.change", "", () -> {
            int changed = jdbc.sql("update exploration set name = ?, query = ?, shared = ? where id = ? and version = ?").params(named, wish.query(), shared, id, version).update();
            if (changed == 0) throw new Conflict(id, version, own.version());
        });
    }

    /** Takes back one's own, from all dashboards too. */
    void withdraw(Actor actor, long id) {
        own(actor, id);
        changes.make(actor.author(), "exploration.withdraw", "", () -> {
            jdbc.sql("delete from exploration_pin where exploration_id = ?").param(id).update();
            jdbc.sql("delete from exploration where id = ?").param(id).update();
        });
    }

    private Exploration own(Actor actor, long id) {
        var found = demand(actor, id);
        if (!found.isOf(actor)) throw new OutOfReach("exploration " + id + " of somebody else");
        return found;
    }

    private String named(Actor actor, long except, String name) {
        var named = name.strip().replaceAll("\\s+", " ");
        if (named.isEmpty()) throw ExploreRefusal.NAME_MISSING.at("name");
        if (named.length() > MOST_NAME) throw ExploreRefusal.NAME_LONG.at("name", String.valueOf(MOST_NAME));
        var taken = jdbc.sql("select exists (select from exploration where account_id = ? and name = ? and id <> ?)").params(actor.accountId(), named, except).query(Boolean.class).single();
        if (taken) throw ExploreRefusal.NAME_TAKEN.at("name");
        return named;
    }

    /** Puts one that the person may see at the end of the dashboard; again does nothing. */
    void pin(Actor actor, long id) {
        if (demand(actor, id).pinned()) return;
        if (pinned(actor).size() >= MOST_PINS) throw ExploreRefusal.DASHBOARD_FULL.with(String.valueOf(MOST_PINS));
        changes.make(actor.author(), "exploration.pin", "", () -> {
            jdbc.sql("insert into exploration_pin (account_id, exploration_id, position) select :me, :id, coalesce(max(position), 0) + 1 from exploration_pin where account_id = :me")
                    .params(Map.of("me", actor.accountId(), "id", id)).update();
        });
    }

    void unpin(Actor actor, long id) {
        changes.make(actor.author(), "exploration.unpin", "", () -> {
            jdbc.sql("delete from exploration_pin where account_id = ? and exploration_id = ?").params(actor.accountId(), id).update();
        });
    }

    /** Moves a pinned one by one place, towards the head or the end of the dashboard. */
    void move(Actor actor, long id, boolean towardsHead) {
        var order = pinned(actor).stream().map(Exploration::id).toList();
        int at = order.indexOf(id), to = at + (towardsHead ? -1 : 1);
        if (at < 0) throw new OutOfReach("pinned exploration " + id);
        if (to < 0 || to >= order.size()) return;
        changes.make(actor.author(), "exploration.order", "", () -> {
            for (int i = 0; i < order.size(); i++)
                jdbc.sql("update exploration_pin set position = :to where account_id = :me and exploration_id = :id and position <> :to")
                        .params(Map.of("me", actor.accountId(), "id", order.get(i), "to", 1 + (i == at ? to : i == to ? at : i))).update();
        });
    }
}
