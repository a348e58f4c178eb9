package khabuan.registry.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.person.Person;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mends single entries of a council: a meeting, a mission, a member, a term. Each mending says why, and the past keeps what stood before. */
@Component
public class Entries {

    /** An entry as it stands. @param values what the form shows, by field name, as people write it
     *  @param person whose membership it is; null for other kinds */
    public record Entry(EntryKind kind, long id, int version, Council council, Map<String, String> values, Long person) {

        public String path() {
            return "/councils/entries/" + id;
        }

        /** Where the council's page shows it. */
        String shownAt(String act) {
            return council.path() + "#" + kind.anchor;
        }

        /** Whether it is a member who sits. */
        public boolean isSitting() {
            return kind == EntryKind.MEMBER && values.get("endedOn").isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Councils councils;
    private final Members members;
    private final Terms terms;

    Entries(JdbcClient jdbc, Changes changes, Councils councils, Members members, Terms terms) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.councils = councils;
        this.members = members;
        this.terms = terms;
    }

    /** The entry of a number, whatever its kind.
     *  @throws OutOfReach when there is none, or its council lies outside of the actor's scope */
    Entry at(Actor actor, long id) {
        return Stream.of(EntryKind.values()).flatMap(kind -> find(actor, kind, id).stream()).findFirst().orElseThrow(() -> new OutOfReach("council entry " + id));
    }

    private List<Entry> find(Actor actor, EntryKind kind, long id) {
        String standing = kind == EntryKind.TERM ? " and withdrawn_because = ''" : "";
        return jdbc.sql("select * from " + kind.table + " where id = :id" + standing).param("id", id).query().listOfRows().stream()
                .map(row -> new Entry(kind, id, (Integer) row.get("version"), councils.at(actor, (Long) row.get("council_id")), shown(kind, row), (Long) row.get("person_id"))).toList();
    }

    /** The masked name of a member. */
    String nameOf(long person) {
        return jdbc.sql("select full_name from person where id = :id").param("id", person).query(String.class).optional().map(Person::masked).orElse("…");
    }

    private static Map<String, String> shown(EntryKind kind, Map<String, Object> row) {
        return kind.fields().stream().collect(Collectors.toMap(EntryKind.Field::name, f -> switch (row.get(f.column())) {
            case null -> "";
            case java.sql.Date day -> ThaiDate.full(day.toLocalDate());
            case Object other -> other.toString();
        }));
    }

    /** Corrects an entry.
     *  @param opened the version that the form was opened with
     *  @param said by field name
     *  @throws Conflict when somebody else changed it since */
    void correct(Actor actor, Entry entry, int opened, String reason, Map<String, Object> said) {
        demandReason(reason);
        mend(actor, entry, opened, entry.kind().act("correct"), reason, () -> {
            judge(entry, said);
            var values = new HashMap<>(said);
            values.put("id", entry.id());
            values.put("opened", opened);
            jdbc.sql("update " + entry.kind().table + " set " + entry.kind().assignments() + " where id = :id and version = :opened").params(values).update();
        });
    }

    /** Takes back an entry that should never have been made. Of terms only the last: the one before it is open again, and the members whom its review let go sit again. */
    void withdraw(Actor actor, Entry entry, int opened, String reason) {
        demandReason(reason);
        mend(actor, entry, opened, entry.kind().act("withdraw"), reason, () -> {
            entry.council().demandInForce();
            if (entry.kind() == EntryKind.TERM) terms.withdraw(entry.council().id(), entry.id(), reason);
            else jdbc.sql("delete from " + entry.kind().table + " where id = :id").param("id", entry.id()).update();
        });
    }

    /** Ends the membership of one who leaves before the term does. */
    void leave(Actor actor, Entry entry, int opened, LocalDate day, String reason) {
        demandReason(reason);
        entry.council().demandInForce();
        if (!entry.isSitting()) throw CouncilRefusal.NOT_SITTING.with();
        mend(actor, entry, opened, "council.end-member", reason, () -> {
            if (day.isAfter(councils.today())) throw CouncilRefusal.DAY_IN_FUTURE.at("leftOn");
            int ended = jdbc.sql("update council_member set ended_on = :day where id = :id and selected_on <= :day").param("day", day).param("id", entry.id()).update();
            if (ended == 0) throw CouncilRefusal.ENDED_BEFORE_SELECTED.at("leftOn", entry.values().get("selectedOn"));
        });
    }

    /** One person at a time works on a council; who works on what is no longer so is told. The balance of the members is none the worse after. */
    private void mend(Actor actor, Entry entry, int opened, String act, String reason, Runnable work) {
        changes.make(actor.author(), act, reason, () -> {
            long council = entry.council().id();
            councils.lock(council);
            int now = jdbc.sql("select version from " + entry.kind().table + " where id = :id").param("id", entry.id()).query(Integer.class).optional()
                    .orElseThrow(() -> new OutOfReach("council entry " + entry.id()));
            if (now != opened) throw new Conflict(entry.id(), opened, now);
            members.keepBalance(council, work);
        });
    }

    private static void demandReason(String reason) {
        if (reason.isBlank()) throw CouncilRefusal.REASON_MISSING.at("reason");
    }

    private void judge(Entry entry, Map<String, Object> said) {
        var council = entry.council();
        switch (entry.kind()) {
            case MEETING -> council.meet(new Council.Meeting(0, EntryKind.day(said, "heldOn"), "", null), new HashSet<>(others(entry, "held_on", LocalDate.class)), councils.today());
            case MISSION -> judgeMission(entry, said);
            case MEMBER -> {
                council.select(EntryKind.day(said, "selectedOn"), councils.today());
                demandAfter("endedOn", EntryKind.day(said, "selectedOn").minusDays(1), EntryKind.day(said, "endedOn"), CouncilRefusal.ENDED_BEFORE_SELECTED);
            }
            case TERM -> {
                terms.demandOrder(council, entry.id(), EntryKind.day(said, "selectedOn"));
                demandAfter("reviewedOn", EntryKind.day(said, "selectedOn"), EntryKind.day(said, "reviewedOn"), CouncilRefusal.REVIEW_BEFORE_TERM);
            }
        }
    }

    private void judgeMission(Entry entry, Map<String, Object> said) {
        var day = EntryKind.day(said, "doneOn");
        var mission = entry.council().fulfil(new Council.Mission(0, FiscalYear.of(day), (Integer) said.get("mission"), day, ""), "doneOn", councils.today());
        boolean twice = jdbc.sql("select exists (select from council_mission where council_id = :council and id <> :id and fiscal_year = :year and mission = :mission)")
                .param("council", entry.council().id()).param("id", entry.id()).param("year", mission.year().year()).param("mission", mission.number()).query(Boolean.class).single();
        if (twice) throw CouncilRefusal.MISSION_DONE_ALREADY.at("mission", Integer.toString(mission.number()), Integer.toString(mission.year().year()));
    }

    private <T> List<T> others(Entry entry, String column, Class<T> type) {
        return jdbc.sql("select " + column + " from " + entry.kind().table + " where council_id = :council and id <> :id")
                .param("council", entry.council().id()).param("id", entry.id()).query(type).list();
    }

    /** Demands that a day, if there is one, comes after another and not after today. */
    private void demandAfter(String field, LocalDate first, LocalDate day, CouncilRefusal refusal) {
        if (day == null) return;
        if (day.isAfter(councils.today())) throw CouncilRefusal.DAY_IN_FUTURE.at(field);
        if (!day.isAfter(first)) throw refusal.at(field, refusal == CouncilRefusal.ENDED_BEFORE_SELECTED ? first.plusDays(1) : first);
    }
}
