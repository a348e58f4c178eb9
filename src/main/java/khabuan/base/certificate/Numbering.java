package khabuan.base.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives letters their numbers: running, by office and fiscal year, without a gap. The counter is locked and counted on in the change that writes the letters,
 *  so a change that fails gives its numbers back before anybody else can see them; a letter that has its number is printed afterwards, whatever happens. */
@Component
class Numbering {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Changes changes;
    private final Letters letters;
    private final LetterFacts facts;
    private final LetterTemplates templates;
    private final Offices offices;
    private final Reach reach;
    private final Lacks lacks;
    private final Emblems emblems;

    Numbering(JdbcClient jdbc, JdbcTemplate template, Changes changes, Letters letters, LetterFacts facts, LetterTemplates templates, Offices offices, Reach reach, Lacks lacks, Emblems emblems) {
        this.jdbc = jdbc;
        this.template = template;
        this.changes = changes;
        this.letters = letters;
        this.facts = facts;
        this.templates = templates;
        this.offices = offices;
        this.reach = reach;
        this.lacks = lacks;
        this.emblems = emblems;
    }

    /** Numbers the letter of one record.
     *  @param key of the request, so that a repeated one numbers nothing more; "" for none
     *  @param reason why it is issued though the record lacks something; "" for none
     *  @return the letter's number as a record */
    long one(Actor actor, CertificateKind kind, long recordId, String reason, String key) {
        if (!kind.mayPrint(actor)) throw CertificateRefusal.WITHOUT_RIGHT.with();
        letters.demand(actor, kind, recordId);
        return Long.parseLong(changes.makeOnce(key, actor.author(), "certificate.number", reason, () -> {
            var numbered = number(kind, List.of(recordId), null, reason);
            if (numbered.isEmpty()) throw refusal(kind, recordId);
            return Long.toString(numbered.getFirst());
        }));
    }

    private RuntimeException refusal(CertificateKind kind, long recordId) {
        var standing = letters.of(kind.kind(), recordId).stream().filter(t -> t.number() != null && t.revocation() == null).findFirst();
        return standing.isPresent() ? CertificateRefusal.LETTER_STANDS.with(standing.get().named()).seeing(standing.get().path()) : CertificateRefusal.NOT_ADMITTED.with();
    }

    /** Numbers the letters of many records in their order, as one change: all of them or none. What lies out of reach, may have no letter or has one of this year is left out.
     *  @return the number of the batch */
    long many(Actor actor, CertificateKind kind, Supplier<List<Long>> recordIds, String title, Consent consent) {
        if (!kind.mayPrint(actor)) throw CertificateRefusal.WITHOUT_RIGHT.with();
        String reason = consent.including() ? consent.reason() : "";
        return Long.parseLong(changes.makeOnce(consent.key(), actor.author(), "certificate.number-batch", reason, () -> {
            var within = within(actor, kind, recordIds.get());
            long batch = jdbc.sql("insert into letter_batch (record_kind, title, account_id) values (?, ?, ?) returning id").params(kind.kind(), title, actor.accountId()).query(Long.class).single();
            if (number(kind, within, batch, reason).isEmpty()) throw CertificateRefusal.NOTHING_TO_PRINT.with();
            return Long.toString(batch);
        }));
    }

    private List<Long> within(Actor actor, CertificateKind kind, List<Long> recordIds) {
        var units = new TreeMap<Long, String>();
        jdbc.sql("select id, unit_code from " + kind.table() + " where id = any(:ids)").param("ids", recordIds.toArray(Long[]::new)).query(r -> { units.put(r.getLong(1), r.getString(2)); });
        var reached = new HashSet<String>();
        for (var unit : Set.copyOf(units.values())) if (reach.covers(actor, unit)) reached.add(unit);
        return recordIds.stream().filter(id -> units.containsKey(id) && reached.contains(units.get(id))).toList();
    }

    /** Within a change: the offices are locked in the order of their codes, so that two never wait for one another. */
    private List<Long> number(CertificateKind kind, Collection<Long> recordIds, Long batch, String reason) {
        var year = FiscalYear.of(letters.today());
        var byRegion = facts.of(kind, recordIds).stream().filter(f -> f.regionCode() != null).collect(Collectors.groupingBy(LetterFacts.Of::regionCode, TreeMap::new, Collectors.toList()));
        var numbered = new ArrayList<Long>();
        byRegion.forEach((region, all) -> {
            lock(region, year);
            var standing = standing(kind, all, year);
            var wanted = all.stream().filter(f -> !standing.contains(f.recordId())).toList();
            if (!wanted.isEmpty()) numbered.addAll(allowed(kind, wanted, write(kind, region, year, wanted, batch), reason));
        });
        return numbered;
    }

    /** Writes down of each letter what its record lacks, and why it is issued all the same. @param letters the numbers of those that are wanted, in their order */
    private List<Long> allowed(CertificateKind kind, List<LetterFacts.Of> wanted, List<Long> letters, String reason) {
        var missing = lacks.of(kind, wanted.stream().map(LetterFacts.Of::recordId).toList(), this.letters.today());
        if (!missing.isEmpty() && reason.isBlank()) throw CertificateRefusal.LACKING_WITHOUT_REASON.at("letterReason");
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < wanted.size(); i++) {
            var lacking = missing.getOrDefault(wanted.get(i).recordId(), List.of());
            if (!lacking.isEmpty()) rows.add(new Object[] {letters.get(i), lacking.stream().map(Lack.Missing::key).toArray(String[]::new), reason});
        }
        if (!rows.isEmpty()) template.batchUpdate("insert into letter_allowance (letter_id, lacking, reason) values (?, ?, ?)", rows);
        return letters;
    }

    private void lock(String region, FiscalYear year) {
        jdbc.sql("insert into letter_counter (region_code, fiscal_year) values (?, ?) on conflict do nothing").params(region, year.year()).update();
        jdbc.sql("select last from letter_counter where region_code = ? and fiscal_year = ? for update").params(region, year.year()).query(Integer.class).single();
    }

    /** Those of the records that have a letter of ours of this year that was not revoked. */
    private Set<Long> standing(CertificateKind kind, List<LetterFacts.Of> all, FiscalYear year) {
        return new HashSet<>(jdbc.sql("""
                select t.record_id from letter t where t.record_kind = :kind and t.record_id = any(:ids) and t.number is not null and t.fiscal_year = :year
                  and not exists (select from letter_revocation v where v.letter_id = t.id)""")
                .param("kind", kind.kind()).param("ids", all.stream().map(LetterFacts.Of::recordId).toArray(Long[]::new)).param("year", year.year()).query(Long.class).list());
    }

    private List<Long> write(CertificateKind kind, String region, FiscalYear year, List<LetterFacts.Of> wanted, Long batch) {
        var office = offices.at(region);
        var signatory = offices.signatory(region, letters.today()).orElseThrow(() -> CertificateRefusal.NO_SIGNATORY.with(office.name()));
        var words = templates.newest(kind.kind());
        var emblem = emblems.chosen();
        int last = jdbc.sql("update letter_counter set last = last + :n where region_code = :region and fiscal_year = :year returning last")
                .param("n", wanted.size()).param("region", region).param("year", year.year()).query(Integer.class).single();
        var ids = jdbc.sql("select nextval('record_number') from generate_series(1, ?)").param(wanted.size()).query(Long.class).list();
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < wanted.size(); i++) {
            int number = last - wanted.size() + 1 + i;
            var kept = new TreeMap<>(wanted.get(i).facts());
            kept.putAll(Offices.letterhead(office, signatory));
            emblem.ifPresent(sha256 -> kept.put(Emblems.WORD, sha256));
            rows.add(new Object[] {ids.get(i), kind.kind(), wanted.get(i).recordId(), region, year.year(), number, office.named(number, year.year()), letters.today(), words.id(),
                    signatory.id(), keys(kept), values(kept), batch});
        }
        template.batchUpdate("""
                insert into letter (id, record_kind, record_id, region_code, fiscal_year, number, named, issued_on, template_id, signatory_id, facts, batch_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?, ?), ?)""", rows);
        return ids;
    }

    private static String[] keys(Map<String, String> facts) {
        return facts.keySet().toArray(String[]::new);
    }

    private static String[] values(Map<String, String> facts) {
        return facts.values().toArray(String[]::new);
    }
}
