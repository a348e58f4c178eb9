package khabuan.base.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pairs and what people decide of them: that they are two, or, by two different people, that they are one. */
@Component
public class Pairs {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Compared compared;
    private final Merging merging;
    private final Reach reach;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Pairs(JdbcClient jdbc, Changes changes, Compared compared, Merging merging, Reach reach, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.compared = compared;
        this.merging = merging;
        this.reach = reach;
        this.news = news;
        this.clock = clock;
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @throws OutOfReach when there is none, or neither of the two lies within the actor's scope and rooms */
    public Pair at(Actor actor, long id) {
        var pair = find(id);
        var kind = compared.kind(pair.kind());
        boolean first = reach.covers(actor, pair.unitCode());
        boolean second = reach.covers(actor, pair.otherUnitCode());
        if (!kind.isFor(actor) || !(kind.isGuarded() ? first && second : first || second)) throw new OutOfReach("pair " + id);
        return pair;
    }

    private Pair find(long id) {
        return jdbc.sql("select * from duplicate_pair where id = :id").param("id", id).query((r, n) -> pair(r)).optional().orElseThrow(() -> new OutOfReach("pair " + id));
    }

    /** The pair of two records, as somebody who found them by hand opens it: suspected, whatever their names say.
     *  @return its number */
    long open(Actor actor, String kindWord, long one, long other) {
        var kind = compared.kind(kindWord);
        var both = compared.of(kind, one, other);
        if (both.size() < 2 || !kind.isFor(actor)) throw new OutOfReach(kindWord + " " + one + " and " + other);
        both.forEach(e -> reach.demand(actor, e.unitCode()));
        var known = jdbc.sql("select id from duplicate_pair where record_kind = :kind and first_id = :first and second_id = :second and state <> 'gone'")
                .param("kind", kindWord).param("first", both.getFirst().id()).param("second", both.getLast().id()).query(Long.class).optional();
        if (known.isPresent()) return known.get();
        var found = new Comparison(kind.manner()).with(both.getFirst(), both.subList(1, 2)).stream().findFirst().map(Comparison.Alike::likeness)
                .orElse(new Likeness(0, List.of(new Likeness.Reason("by-hand", ""))));
        return changes.make(actor.author(), "duplicate.suspect", "", () -> jdbc.sql("""
                insert into duplicate_pair (record_kind, first_id, second_id, unit_code, other_unit_code, score, reasons) values (:kind, :first, :second, :unit, :other, :score, :reasons)
                on conflict (record_kind, first_id, second_id) do update set state = 'suspected', score = excluded.score, reasons = excluded.reasons returning id""")
                .param("kind", kindWord).param("first", both.getFirst().id()).param("second", both.getLast().id()).param("unit", both.getFirst().unitCode())
                .param("other", both.getLast().unitCode()).param("score", found.score()).param("reasons", kept(found)).query(Long.class).single());
    }

    static String[] kept(Likeness likeness) {
        return likeness.reasons().stream().map(Likeness.Reason::kept).toArray(String[]::new);
    }

    /** The names and units on which it is decided that two records differ. */
    static String names(DuplicateKind kind, Entry first, Entry second) {
        var kept = kind.told().kept();
        return kept.apply(first.name()) + '|' + first.unitCode() + '|' + kept.apply(second.name()) + '|' + second.unitCode();
    }

    /** They are two, and are not suspected again until a name or a unit of theirs changes. */
    public void differ(Actor actor, long id, int opened, String reason) {
        var pair = decidable(actor, id);
        if (reason.isBlank()) throw DuplicateRefusal.REASON_MISSING.at("reason");
        demand(pair, Pair.State.SUSPECTED, Pair.State.PROPOSED);
        var both = standing(pair);
        update(actor, pair, opened, "duplicate.differ", reason, "state = 'different', decided_on_names = :names, survivor_id = null, taken = '{}', proposer_id = null, proposed_by = '', proposed_on = null, reason = :reason",
                Map.of("names", names(compared.kind(pair.kind()), both.getFirst(), both.getLast()), "reason", reason));
    }

    /** Proposes to merge them. @param taken the columns that the survivor takes from the other */
    public void propose(Actor actor, long id, int opened, Long survivor, List<String> taken, String reason) {
        var pair = decidable(actor, id);
        new Refusals().when(survivor == null || survivor != pair.firstId() && survivor != pair.secondId(), DuplicateRefusal.SURVIVOR_MISSING, "survivor")
                .when(reason.isBlank(), DuplicateRefusal.REASON_MISSING, "reason").demandNone();
        demand(pair, Pair.State.SUSPECTED);
        standing(pair);
        merging.demandUnhindered(compared.kind(pair.kind()), survivor, survivor == pair.firstId() ? pair.secondId() : pair.firstId());
        var columns = compared.kind(pair.kind()).chosen().stream().filter(taken::contains).toArray(String[]::new);
        decide(actor, pair, opened, "proposed", "duplicate.propose", reason, "state = 'proposed', survivor_id = :survivor, taken = :taken, proposer_id = :who, proposed_by = :name, proposed_on = :today, reason = :reason",
                Map.of("survivor", survivor, "taken", columns, "who", actor.accountId(), "name", actor.fullName(), "today", today(), "reason", reason));
    }

    /** The centre sends a proposal back. */
    public void refuse(Actor actor, long id, int opened, String reason) {
        var pair = confirmable(actor, id);
        if (reason.isBlank()) throw DuplicateRefusal.REASON_MISSING.at("reason");
        demand(pair, Pair.State.PROPOSED);
        decide(actor, pair, opened, "refused", "duplicate.refuse", reason, "state = 'suspected', survivor_id = null, taken = '{}', proposer_id = null, proposed_by = '', proposed_on = null, reason = ''", Map.of());
    }

    /** The centre confirms what somebody else proposed, and the two are merged in one change. */
    public void confirm(Actor actor, long id, int opened) {
        var pair = confirmable(actor, id);
        demand(pair, Pair.State.PROPOSED);
        if (actor.accountId() == null || actor.accountId().equals(pair.proposerId())) throw DuplicateRefusal.CONFIRM_OWN.with();
        var kind = compared.kind(pair.kind());
        changes.make(actor.author(), pair.kind() + ".merge", pair.reason(), () -> {
            long change = merging.merge(kind, pair.survivorId(), pair.loserId(), pair.taken());
            write(pair, opened, "state = 'merged', confirmer_id = :who, confirmed_by = :name, confirmed_on = :today, merge_change = :change",
                    Map.of("who", actor.accountId(), "name", actor.fullName(), "today", today(), "change", change));
            tell(actor, pair, "merged", "");
        });
    }

    /** The centre takes a merge back: all is as it was, and the two are suspected again. */
    public void undo(Actor actor, long id, int opened, String reason) {
        var pair = confirmable(actor, id);
        if (reason.isBlank()) throw DuplicateRefusal.REASON_MISSING.at("reason");
        demand(pair, Pair.State.MERGED);
        changes.make(actor.author(), pair.kind() + ".undo-merge", reason, () -> {
            merging.undo(compared.kind(pair.kind()), pair.survivorId(), pair.loserId(), pair.mergeChange());
            write(pair, opened, """
                    state = 'suspected', survivor_id = null, taken = '{}', proposer_id = null, proposed_by = '', proposed_on = null, reason = '', confirmer_id = null, confirmed_by = '',
                    confirmed_on = null, merge_change = null""", Map.of());
            tell(actor, pair, "undone", reason);
        });
    }

    /** The merges of a pair that were taken back, the latest first. */
    List<Undone> undone(Pair pair) {
        var kind = compared.kind(pair.kind());
        return jdbc.sql("""
                select h.survivor_id, h.proposed_by, h.confirmed_by, h.confirmed_on, h.reason, log.who(e) as undone_by, h.superseded_at, e.reason as undone_because
                from history.duplicate_pair h join log.entry e on e.id = h.superseded_by where h.id = :id and h.state = 'merged' and e.act = :act order by h.superseded_at desc""")
                .param("id", pair.id()).param("act", pair.kind() + ".undo-merge")
                .query((r, n) -> new Undone(compared.shown(kind, r.getLong(1)), r.getString(2), r.getString(3), r.getObject(4, LocalDate.class), r.getString(5), r.getString(6), r.getTimestamp(7).toInstant(), r.getString(8))).list();
    }

    private Pair decidable(Actor actor, long id) {
        var pair = at(actor, id);
        if (actor.accountId() == null || !actor.may(Right.RECORD) || !actor.may(Right.CERTIFY) && !actor.may(Right.CENTRE)) throw DuplicateRefusal.DECIDE_WITHOUT_RIGHT.with();
        reach.demand(actor, pair.unitCode());
        reach.demand(actor, pair.otherUnitCode());
        return pair;
    }

    private Pair confirmable(Actor actor, long id) {
        var pair = at(actor, id);
        if (!actor.may(Right.CENTRE)) throw DuplicateRefusal.CONFIRM_WITHOUT_RIGHT.with();
        return pair;
    }

    private static void demand(Pair pair, Pair.State... states) {
        if (!List.of(states).contains(pair.state())) throw DuplicateRefusal.OTHER_STATE.with();
    }

    private List<Entry> standing(Pair pair) {
        var both = compared.of(compared.kind(pair.kind()), pair.firstId(), pair.secondId());
        if (both.size() < 2) throw DuplicateRefusal.NOT_STANDING.with();
        return both;
    }

    private void decide(Actor actor, Pair pair, int opened, String what, String act, String reason, String sets, Map<String, Object> values) {
        changes.make(actor.author(), act, reason, () -> {
            write(pair, opened, sets, values);
            tell(actor, pair, what, reason);
        });
    }

    private void tell(Actor actor, Pair pair, String what, String reason) {
        var kind = compared.kind(pair.kind());
        news.publishEvent(new PairDecided(pair, what, actor, reason, List.of(compared.shown(kind, pair.firstId()), compared.shown(kind, pair.secondId())), kind::isFor));
    }

    private void update(Actor actor, Pair pair, int opened, String act, String reason, String sets, Map<String, Object> values) {
        changes.make(actor.author(), act, reason, () -> write(pair, opened, sets, values));
    }

    private void write(Pair pair, int opened, String sets, Map<String, Object> values) {
        int changed = jdbc.sql("update duplicate_pair set " + sets + " where id = :id and version = :opened").params(values).param("id", pair.id()).param("opened", opened).update();
        if (changed == 0) throw new Conflict(pair.id(), opened, find(pair.id()).version());
    }

    static Pair pair(ResultSet r) throws SQLException {
        return new Pair(r.getLong("id"), r.getString("record_kind"), r.getLong("first_id"), r.getLong("second_id"), r.getString("unit_code"), r.getString("other_unit_code"), r.getDouble("score"),
                List.of((String[]) r.getArray("reasons").getArray()), Pair.State.valueOf(r.getString("state").toUpperCase(java.util.Locale.ROOT)), (Long) r.getObject("survivor_id"),
                List.of((String[]) r.getArray("taken").getArray()), (Long) r.getObject("proposer_id"), r.getString("proposed_by"), r.getObject("proposed_on", LocalDate.class), r.getString("reason"),
                r.getString("confirmed_by"), r.getObject("confirmed_on", LocalDate.class), (Long) r.getObject("merge_change"), r.getInt("version"));
    }
}
