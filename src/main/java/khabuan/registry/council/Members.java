package khabuan.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.duplicate.Scan;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members of councils (สมาชิกสภา): representatives of communities, and qualified members, at most one for five of them. */
@Component
public class Members {

    /** A member as the register shows it. @param name as the reader may see it
     *  @param gender "female", "male", "other" or "" when not told */
    public record Member(long id, String name, String memberClass, String village, String gender, LocalDate selectedOn, LocalDate endedOn) {}

    /** A member to be added. */
    record Joining(String name, String memberClass, String village, String gender) {}

    /** A council whose qualified members are too many. @param allowed how many its representatives allow */
    public record Imbalance(long councilId, int qualified, int community, int allowed) {}

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Councils councils;
    private final Persons persons;
    private final Scan duplicates;

    Members(JdbcClient jdbc, Changes changes, Councils councils, Persons persons, Scan duplicates) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.councils = councils;
        this.persons = persons;
        this.duplicates = duplicates;
    }

    /** The sitting members, representatives first. @param named whether names are shown whole, which the caller has logged */
    List<Member> of(long councilId, boolean named) {
        return jdbc.sql("""
                select m.id, coalesce(p.full_name, '…') as full_name, m.class, m.village, m.gender, m.selected_on, m.ended_on
                from council_member m left join person p on p.id = m.person_id where m.council_id = :id and m.ended_on is null order by m.class, m.id""")
                .param("id", councilId)
                .query((r, n) -> member(r, named)).list();
    }

    /** Those who left, the latest first, by masked names. */
    List<Member> former(long councilId) {
        return jdbc.sql("""
                select m.id, coalesce(p.full_name, '…') as full_name, m.class, m.village, m.gender, m.selected_on, m.ended_on
                from council_member m left join person p on p.id = m.person_id where m.council_id = :id and m.ended_on is not null order by m.ended_on desc, m.id limit 200""")
                .param("id", councilId).query((r, n) -> member(r, false)).list();
    }

    private static Member member(ResultSet r, boolean named) throws SQLException {
        return new Member(r.getLong("id"), named ? r.getString("full_name") : Person.masked(r.getString("full_name")), r.getString("class"), r.getString("village"),
                r.getString("gender"), r.getObject("selected_on", LocalDate.class), r.getObject("ended_on", LocalDate.class));
    }

    /** The members with their whole names, for a purpose that the log keeps. */
    List<Member> named(Actor actor, long councilId, String purpose) {
        councils.at(actor, councilId);
        if (purpose.isBlank()) throw CouncilRefusal.REASON_MISSING.at("reason");
        changes.read(actor.author(), "council.read-names", purpose, "council", councilId);
        return of(councilId, true);
    }

    /** The council that a membership belongs to. */
    long councilOf(long memberId) {
        return jdbc.sql("select council_id from council_member where id = :id").param("id", memberId).query(Long.class).optional()
                .orElseThrow(() -> new OutOfReach("council member " + memberId));
    }

    /** Adds members who were selected on one day. */
    void add(Actor actor, long councilId, String key, LocalDate selectedOn, List<Joining> joining) {
        var council = councils.at(actor, councilId);
        council.select(selectedOn, councils.today());
        if (joining.isEmpty()) throw CouncilRefusal.MEMBERS_MISSING.at("name-1");
        changes.makeOnce(key, actor.author(), "council.add-members", "", () -> {
            councils.lock(councilId);
            keepBalance(councilId, () -> joining.forEach(member -> insert(actor, council, member, selectedOn)));
            return Integer.toString(joining.size());
        });
    }

    private void insert(Actor actor, Council council, Joining member, LocalDate selectedOn) {
        long person = persons.register(actor, new Person.Details(council.unitCode(), member.name(), "", ""));
        jdbc.sql("""
                insert into council_member (council_id, person_id, class, village, gender, selected_on)
                values (:council, :person, :class, :village, :gender, :day)""")
                .param("council", council.id()).param("person", person).param("class", member.memberClass())
                .param("village", member.village()).param("gender", member.gender()).param("day", selectedOn).update();
        duplicates.note("person", person);
    }

    /** Ends the membership of those who were not selected again. */
    void end(long councilId, Collection<Long> staying, LocalDate day) {
        jdbc.sql("""
                update council_member set ended_on = greatest(selected_on, :day) where council_id = :id and ended_on is null and not id = any(:staying)""")
                .param("id", councilId).param("day", day).param("staying", staying.toArray(Long[]::new)).update();
    }

    /** The councils of a set whose qualified members are more than a fifth of their representatives, as the tables stand now.
     *  An import asks after its rows are in, in the same transaction. @param councils an SQL select of council ids, from the code and never from a user */
    public List<Imbalance> imbalances(String councils) {
        return jdbc.sql("""
                select council_id, count(*) filter (where class = 'qualified') as qualified, count(*) filter (where class = 'community') as community
                from council_member where ended_on is null and council_id in (%s) group by council_id
                having count(*) filter (where class = 'qualified') * 5 > count(*) filter (where class = 'community') order by 1""".formatted(councils))
                .query((r, n) -> new Imbalance(r.getLong(1), r.getInt(2), r.getInt(3), r.getInt(3) / 5)).list();
    }

    /** Does work on a council's members, and refuses what leaves the qualified more over their fifth than they were before.
     *  Councils that came so from the old systems can be mended step by step. */
    void keepBalance(long councilId, Runnable work) {
        int before = excess(councilId);
        work.run();
        if (excess(councilId) > Math.max(0, before)) imbalances(Long.toString(councilId)).stream().findFirst().ifPresent(i -> {
            throw CouncilRefusal.TOO_MANY_QUALIFIED.with(i.qualified(), i.community(), i.allowed());
        });
    }

    /** How many representatives are wanting for the qualified members who sit; below zero when more would be allowed. */
    private int excess(long councilId) {
        return jdbc.sql("select count(*) filter (where class = 'qualified') * 5 - count(*) filter (where class = 'community') from council_member where council_id = :id and ended_on is null")
                .param("id", councilId).query(Integer.class).single();
    }
}
