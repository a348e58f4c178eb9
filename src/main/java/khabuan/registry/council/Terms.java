package khabuan.registry.council;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The four-year terms of councils (s.8): selected, due, reviewed. */
@Component
class Terms {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Councils councils;
    private final Members members;

    Terms(JdbcClient jdbc, Changes changes, Councils councils, Members members) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.councils = councils;
        this.members = members;
    }

    /** The terms of a council, newest first. */
    List<Council.Term> of(long councilId) {
        return jdbc.sql("""
                select t.id, t.number, t.selected_on, t.due_on, t.reviewed_on, array(select distinct e.kind from evidence e where e.record_id = t.id and e.record_kind = 'council-term')
                from council_term t where t.council_id = :id and t.withdrawn_because = '' order by t.number desc""")
                .param("id", councilId)
                .query((r, n) -> new Council.Term(r.getLong(1), r.getInt(2), r.getObject(3, LocalDate.class), r.getObject(4, LocalDate.class), r.getObject(5, LocalDate.class),
                        Set.of((String[]) r.getArray(6).getArray()))).list();
    }

    /** Reviews the open term: a new one begins with the selection, and who was not selected again leaves.
     *  @param staying the members who were selected again */
    void review(Actor actor, long councilId, String key, LocalDate selectedOn, Collection<Long> staying) {
        var council = councils.at(actor, councilId);
        changes.makeOnce(key, actor.author(), "council.review-term", "", () -> {
            councils.lock(councilId);
            var open = of(councilId).stream().findFirst().orElse(null);
            var next = council.review(open, selectedOn, councils.today());
            if (open != null) jdbc.sql("update council_term set reviewed_on = :day where id = :id").param("day", selectedOn).param("id", open.id()).update();
            members.keepBalance(councilId, () -> members.end(councilId, staying, selectedOn));
            return jdbc.sql("insert into council_term (council_id, number, selected_on) values (:council, :number, :day) returning id")
                    .param("council", councilId).param("number", next.number()).param("day", selectedOn).query(String.class).single();
        });
    }

    /** Demands that a corrected term begins after the one before it and before the one after it. */
    void demandOrder(Council council, long termId, LocalDate selectedOn) {
        council.select(selectedOn, councils.today());
        var all = of(council.id());
        int number = all.stream().filter(t -> t.id() == termId).findFirst().orElseThrow().number();
        for (var other : all) {
            if (other.number() < number && !selectedOn.isAfter(other.selectedOn())) throw CouncilRefusal.REVIEW_BEFORE_TERM.at("selectedOn", other.selectedOn());
            if (other.number() > number && !selectedOn.isBefore(other.selectedOn())) throw CouncilRefusal.TERM_AFTER_NEXT.at("selectedOn", other.selectedOn());
        }
    }

    /** Takes back the last term, within the change that says why: the term before it is open again, and who left by its review sits again. */
    void withdraw(long councilId, long termId, String reason) {
        var all = of(councilId);
        if (all.getFirst().id() != termId) throw CouncilRefusal.TERM_NOT_LAST.with();
        jdbc.sql("""
                with begun as (select change_id from council_term where id = :term and version = 1 union all select change_id from history.council_term where id = :term and version = 1)
                update council_member m set ended_on = null from begun where m.council_id = :council and m.ended_on is not null and m.version > 1 and m.change_id = begun.change_id""")
                .param("term", termId).param("council", councilId).update();
        jdbc.sql("update council_term set withdrawn_because = :reason where id = :term").param("reason", reason).param("term", termId).update();
        if (all.size() > 1) jdbc.sql("update council_term set reviewed_on = null where id = :id and reviewed_on = :day").param("id", all.get(1).id()).param("day", all.getFirst().selectedOn()).update();
    }

    /** The council whose term it is. */
    long councilOf(long termId) {
        return jdbc.sql("select council_id from council_term where id = :id").param("id", termId).query(Long.class).optional()
                .orElseThrow(() -> new OutOfReach("council term " + termId));
    }
}
