package khabuan.base.certificate;

import static khabuan.base.record.Measure.Period.STOCK;

import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.record.Measure;

/** Which letters certify the status of records of a kind: a bean of the room that owns them.
 *  @param kind the kind of record: "council"; also of its templates, and in the message keys certificate.kind.KIND and certificate.fact.KIND.FACT
 *  @param room the room whose people may print; as in a person's rooms
 *  @param right what a person needs to number, print, reprint and revoke
 *  @param table its table, which has the columns id, unit_code, name, registered_on, ended_on and merged_into
 *  @param path the page of a record, with {id} in it
 *  @param facts what a letter says of a record, in the order in which it is shown; {@link Letters} adds "place"
 *  @param factsSql yields record_id and a column for each fact but "place", of the records of the parameter :ids (bigint[])
 *  @param admitted the SQL condition over alias r of the table under which a letter may be issued at all
 *  @param lacks what a record may lack: then a letter is issued only with a reason, which is kept with it
 *  @param endings how what it certifies may end while the record itself goes on
 *  @param unit the message key of the unit that its letters are counted in */
public record CertificateKind(String kind, String room, Right right, String table, String path, List<String> facts, String factsSql, String admitted, List<Lack> lacks, List<Ending> endings, String unit) {

    public CertificateKind {
        facts = List.copyOf(facts);
        lacks = List.copyOf(lacks);
        endings = List.copyOf(endings);
    }

    public String path(long id) {
        return path.replace("{id}", Long.toString(id));
    }

    boolean mayPrint(Actor actor) {
        return actor.may(right) && actor.mayEnter(room);
    }

    boolean mayRead(Actor actor) {
        return actor.may(Right.READ) && actor.mayEnter(room);
    }

    /** The SQL condition that a record may have a letter and has none that stands, neither of ours nor of an old system.
     *  @param alias of the record's table */
    public String wanting(String alias) {
        return "(%1$s) and not exists (select from letter lt where lt.record_id = %2$s.id and lt.record_kind = '%3$s' and not exists (select from letter_revocation lr where lr.letter_id = lt.id))"
                .formatted(admitted.replaceAll("\\br\\.", alias + "."), alias, kind);
    }

    /** Of each record that has a printed letter, the day of its first and, when all were revoked, the day of the last revocation. */
    private String letters() {
        return """
                (select t.record_id, min(t.issued_on) as first_on, case when count(*) = count(v.id) then max(v.revoked_on) end as revoked_on
                    from letter t left join letter_revocation v on v.letter_id = t.id left join letter_copy k on k.letter_id = t.id and k.number = 1
                    where t.record_kind = '%2$s' and (t.number is null or k.id is not null) /* of %1$s: t.record_id */ group by t.record_id)""".formatted(table, kind);
    }

    private Set<String> tables() {
        return Set.of(table, "letter", "letter_copy", "letter_revocation");
    }

    /** The records that have a printed letter, each once, from the day of its first letter until its last was revoked. */
    public Measure printed() {
        return Measure.count(kind + ".letter-printed", kind, STOCK, unit, tables(), """
                select r.id as record_id, r.unit_code, greatest(l.first_on, r.registered_on) as on_date, least(l.revoked_on, r.ended_on) as until_date, null::text as class
                from %s r join %s l on l.record_id = r.id where r.merged_into is null""".formatted(table, letters()));
    }

    /** The records that wait for a printed letter: since they were registered, or since their last was revoked. */
    public Measure unprinted() {
        return Measure.count(kind + ".letter-unprinted", kind, STOCK, unit, tables(), """
                select r.id as record_id, r.unit_code, greatest(l.revoked_on, r.registered_on) as on_date,
                       least(case when l.revoked_on is null then l.first_on end, r.ended_on) as until_date, null::text as class
                from %s r left join %s l on l.record_id = r.id where r.merged_into is null""".formatted(table, letters()));
    }
}
