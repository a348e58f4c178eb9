package khabuan.registry.council;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What councils do in a fiscal year: meetings (s.19) and the twelve missions (s.21). */
@Component
public class Works {

    /** @param by who certified, as the log has it */
    public record Certification(FiscalYear year, LocalDate certifiedOn, String by) {}

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Councils councils;

    Works(JdbcClient jdbc, Changes changes, Councils councils) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.councils = councils;
    }

    /** The meetings of a fiscal year, newest first. */
    List<Council.Meeting> meetings(long councilId, FiscalYear year) {
        return jdbc.sql("select id, held_on, subject, attendance from council_meeting where council_id = :id and held_on between :start and :end order by held_on desc")
                .param("id", councilId).param("start", year.start()).param("end", year.end())
                .query((r, n) -> new Council.Meeting(r.getLong(1), r.getObject(2, LocalDate.class), r.getString(3), (Integer) r.getObject(4))).list();
    }

    void meet(Actor actor, long councilId, String key, Council.Meeting meeting) {
        var council = councils.at(actor, councilId);
        changes.makeOnce(key, actor.author(), "council.meet", "", () -> {
            councils.lock(councilId);
            var before = jdbc.sql("select held_on from council_meeting where council_id = :id").param("id", councilId).query(LocalDate.class).list();
            var held = council.meet(meeting, new HashSet<>(before), councils.today());
            return jdbc.sql("insert into council_meeting (council_id, held_on, subject, attendance) values (:id, :day, :subject, :attendance) returning id")
                    .param("id", councilId).param("day", held.heldOn()).param("subject", held.subject()).param("attendance", held.attendance()).query(String.class).single();
        });
    }

    /** The missions done in a fiscal year, by number. */
    Map<Integer, Council.Mission> missions(long councilId, FiscalYear year) {
        var done = jdbc.sql("select id, mission, done_on, note from council_mission where council_id = :id and fiscal_year = :year").param("id", councilId).param("year", year.year())
                .query((r, n) -> new Council.Mission(r.getLong(1), year, r.getInt(2), r.getObject(3, LocalDate.class), r.getString(4))).list();
        return done.stream().collect(Collectors.toMap(Council.Mission::number, m -> m, (a, b) -> a, TreeMap::new));
    }

    /** Sets which missions were done in a fiscal year: what is in the list stands, what is not is taken back; the past keeps both. */
    void setMissions(Actor actor, long councilId, FiscalYear year, List<Council.Mission> done) {
        var council = councils.at(actor, councilId);
        done.forEach(m -> council.fulfil(m, "day-" + m.number(), councils.today()));
        changes.make(actor.author(), "council.set-missions", "", () -> {
            councils.lock(councilId);
            jdbc.sql("delete from council_mission where council_id = :id and fiscal_year = :year and not mission = any(:done)")
                    .param("id", councilId).param("year", year.year()).param("done", done.stream().map(Council.Mission::number).toArray(Integer[]::new)).update();
            for (var m : done) jdbc.sql("""
                    insert into council_mission (council_id, fiscal_year, mission, done_on, note) values (:id, :year, :mission, :day, :note)
                    on conflict (council_id, fiscal_year, mission) do update set done_on = excluded.done_on, note = excluded.note
                    where (council_mission.done_on, council_mission.note) is distinct from (excluded.done_on, excluded.note)""")
                    .param("id", councilId).param("year", year.year()).param("mission", m.number()).param("day", m.doneOn()).param("note", m.note()).update();
        });
    }

    /** The certified years, newest first. */
    List<Certification> certifications(long councilId) {
        return jdbc.sql("""
                select k.fiscal_year, k.certified_on, log.who(e) from council_certification k left join log.entry e on e.id = k.change_id
                where k.council_id = :id order by k.fiscal_year desc""")
                .param("id", councilId)
                .query((r, n) -> new Certification(new FiscalYear(r.getInt(1)), r.getObject(2, LocalDate.class), r.getString(3) == null ? "" : r.getString(3))).list();
    }
}
