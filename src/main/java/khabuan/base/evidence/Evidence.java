package khabuan.base.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is attached to which record: attached and withdrawn within the actor's reach; the past keeps what was withdrawn, and its file. */
@Component
public class Evidence {

    /** A file attached to a record. @param fiscalYear null when it belongs to none; @param by who attached it */
    public record Attached(long id, String kind, Integer fiscalYear, String sha256, String name, String mediaType, long bytes, LocalDate attachedOn, String note, String by) {

        public String path() {
            return "/files/" + sha256;
        }

        /** A picture that some browsers show and others don't. */
        public boolean isHeic() {
            return mediaType.equals("image/heic");
        }

        public boolean isImage() {
            return mediaType.equals("image/jpeg") || mediaType.equals("image/png");
        }
    }

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reach reach;
    private final Clock clock;
    private final Map<String, EvidenceOwner> owners;

    Evidence(JdbcClient jdbc, Changes changes, Reach reach, Clock clock, List<EvidenceOwner> owners) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reach = reach;
        this.clock = clock;
        this.owners = owners.stream().collect(Collectors.toMap(EvidenceOwner::recordKind, Function.identity()));
    }

    /** @throws OutOfReach when no room owns such records, or the record lies outside of the actor's reach */
    EvidenceOwner owner(Actor actor, String recordKind, long recordId) {
        var owner = owners.get(recordKind);
        if (owner == null || !actor.mayEnter(owner.room())) throw new OutOfReach(recordKind + " " + recordId);
        var unit = unit(owner, recordId);
        if (!unit.isEmpty()) reach.demand(actor, unit);
        else if (!actor.may(Right.CENTRE)) throw new OutOfReach(recordKind + " " + recordId);
        return owner;
    }

    private String unit(EvidenceOwner owner, long recordId) {
        return jdbc.sql("select c.unit_code from " + owner.table() + " c where c.id = ?").param(recordId).query(String.class).optional()
                .orElseThrow(() -> new OutOfReach(owner.recordKind() + " " + recordId));
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** Attaches a file as evidence of a kind.
     *  @param fiscalYear null for a kind that belongs to no year
     *  @param file keeps the file, within the change */
    public void attach(Actor actor, String recordKind, long recordId, String kind, Integer fiscalYear, String note, Supplier<Vault.Kept> file) {
        var owner = owner(actor, recordKind, recordId);
        if (!owner.kinds().contains(kind)) throw EvidenceRefusal.KIND_UNKNOWN.at("kind");
        boolean yearly = owner.byYear().contains(kind);
        if (yearly && fiscalYear == null) throw EvidenceRefusal.YEAR_MISSING.at("fiscalYear");
        changes.make(actor.author(), "evidence.attach", "", () -> keep(recordKind, recordId, kind, yearly ? fiscalYear : null, note, file.get()));
    }

    /** Attaches a kept file within a change of the record's own room, which has judged who may. */
    public void keep(String recordKind, long recordId, String kind, Integer fiscalYear, String note, Vault.Kept file) {
        jdbc.sql("insert into evidence (record_kind, record_id, kind, fiscal_year, file_id, attached_on, note) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(recordKind, recordId, kind, fiscalYear, file.id(), today(), note).update();
    }

    /** Takes back what was attached. @return where the record's page is */
    public String withdraw(Actor actor, long id, String reason) {
        var row = jdbc.sql("select record_kind, record_id from evidence where id = ?").param(id).query().listOfRows().stream().findFirst()
                .orElseThrow(() -> new OutOfReach("evidence " + id));
        long recordId = (Long) row.get("record_id");
        var owner = owner(actor, (String) row.get("record_kind"), recordId);
        if (reason.isBlank()) throw EvidenceRefusal.REASON_MISSING.with();
        changes.make(actor.author(), "evidence.withdraw", reason, () -> { jdbc.sql("delete from evidence where id = ?").param(id).update(); });
        return owner.path(recordId);
    }

    /** What is attached to a record, by kind and year. */
    public List<Attached> of(String recordKind, long recordId) {
        return jdbc.sql("""
                select e.id, e.kind, e.fiscal_year, f.sha256, f.name, f.media_type, f.bytes, e.attached_on, e.note, log.who(l)
                from evidence e join file f on f.id = e.file_id left join log.entry l on l.id = e.change_id
                where e.record_kind = ? and e.record_id = ? order by e.fiscal_year desc nulls first, e.kind, e.attached_on, e.id""").params(recordKind, recordId)
                .query((r, n) -> new Attached(r.getLong(1), r.getString(2), (Integer) r.getObject(3), r.getString(4), r.getString(5), r.getString(6), r.getLong(7),
                        r.getObject(8, LocalDate.class), r.getString(9), r.getString(10) == null ? "" : r.getString(10))).list();
    }

    /** Demands that the actor may see a file: that it is, or once was, attached to a record within reach. */
    void demandSight(Actor actor, String sha256) {
        for (var owner : owners.values()) {
            if (!actor.mayEnter(owner.room())) continue;
            var units = jdbc.sql("""
                    select distinct c.unit_code from file f join (select record_id, file_id from present.evidence where record_kind = :kind
                      union all select record_id, file_id from history.evidence where record_kind = :kind) e on e.file_id = f.id
                    join %s c on c.id = e.record_id where f.sha256 = :sha256""".formatted(owner.table()))
                    .param("kind", owner.recordKind()).param("sha256", sha256).query(String.class).list();
            if (units.stream().anyMatch(unit -> unit.isEmpty() || reach.covers(actor, unit))) return;
        }
        throw new OutOfReach("file " + sha256);
    }
}
