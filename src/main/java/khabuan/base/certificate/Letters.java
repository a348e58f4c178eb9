package khabuan.base.certificate;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters that were issued: found within the actor's reach. {@link Numbering} gives them their numbers, {@link Printing} their copies. */
@Component
public class Letters {

    private static final String LETTERS = """
            select t.id, t.record_kind, t.record_id, t.region_code, t.fiscal_year, t.number, t.named, t.issued_on, t.template_id,
                   (select array_agg(key) from jsonb_each_text(t.facts)) as words, (select array_agg(value) from jsonb_each_text(t.facts)) as facts,
                   v.revoked_on, v.reason as revoked_because, lv.actor as revoked_by, a.lacking, a.reason as allowed_because
            from letter t left join letter_revocation v on v.letter_id = t.id left join log.entry lv on lv.id = v.change_id left join letter_allowance a on a.letter_id = t.id""";
    private final JdbcClient jdbc;
    private final Reach reach;
    private final Clock clock;
    private final Lacks lacks;
    private final Map<String, CertificateKind> kinds;

    Letters(JdbcClient jdbc, Reach reach, Clock clock, Lacks lacks, List<CertificateKind> kinds) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.clock = clock;
        this.lacks = lacks;
        this.kinds = kinds.stream().collect(Collectors.toMap(CertificateKind::kind, Function.identity(), (a, b) -> a, java.util.TreeMap::new));
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    Collection<CertificateKind> kinds() {
        return kinds.values();
    }

    /** @throws OutOfReach when no room issues such letters */
    CertificateKind kind(String kind) {
        return Optional.ofNullable(kinds.get(kind)).orElseThrow(() -> new OutOfReach("letters of " + kind));
    }

    /** The letters of a record, the newest first. */
    public List<Letter> of(String recordKind, long recordId) {
        return read(jdbc.sql(LETTERS + " where t.record_id = :record and t.record_kind = :kind order by t.issued_on desc, t.id desc").param("record", recordId).param("kind", recordKind));
    }

    /** @throws OutOfReach when there is none, or its record lies outside of the actor's scope or rooms */
    public Letter at(Actor actor, long id) {
        var letter = find(id).orElseThrow(() -> new OutOfReach("letter " + id));
        demand(actor, kind(letter.kind()), letter.recordId());
        return letter;
    }

    /** Demands that the actor may see the letters of a record. */
    void demand(Actor actor, CertificateKind kind, long recordId) {
        if (!kind.mayRead(actor)) throw new OutOfReach(kind.kind() + " " + recordId);
        reach.demand(actor, jdbc.sql("select unit_code from " + kind.table() + " where id = ?").param(recordId).query(String.class).optional()
                .orElseThrow(() -> new OutOfReach(kind.kind() + " " + recordId)));
    }

    Optional<Letter> find(long id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** The letters of some numbers of records, in their order. */
    List<Letter> all(Collection<Long> ids) {
        return read(jdbc.sql(LETTERS + " where t.id = any(:ids) order by t.id").param("ids", ids.toArray(Long[]::new)));
    }

    /** Whether a letter may be issued for a record now. */
    boolean admits(CertificateKind kind, long recordId) {
        return jdbc.sql("select exists (select from %s r where r.id = ? and %s)".formatted(kind.table(), kind.admitted())).param(recordId).query(Boolean.class).single();
    }

    /** What a record lacks now. */
    List<Lack.Missing> missing(CertificateKind kind, long recordId) {
        return lacks.of(kind, List.of(recordId), today()).getOrDefault(recordId, List.of());
    }

    private List<Letter> read(JdbcClient.StatementSpec asked) {
        var letters = asked.query((r, n) -> letter(r)).list();
        if (letters.isEmpty()) return letters;
        var copies = new HashMap<Long, List<Letter.Copy>>();
        jdbc.sql("""
                select k.letter_id, k.id, k.number, k.printed_on, k.reason, k.key_id, f.sha256, coalesce(l.actor, '')
                from letter_copy k join file f on f.id = k.file_id left join log.entry l on l.id = k.change_id where k.letter_id = any(:ids) order by k.number""")
                .param("ids", letters.stream().map(Letter::id).toArray(Long[]::new)).query(r -> {
                    copies.computeIfAbsent(r.getLong(1), id -> new ArrayList<>()).add(new Letter.Copy(r.getLong(2), r.getInt(3), r.getObject(4, LocalDate.class), r.getString(5),
                            r.getString(6), r.getString(7), r.getString(8)));
                });
        return letters.stream().map(t -> new Letter(t.id(), t.kind(), t.recordId(), t.regionCode(), t.fiscalYear(), t.number(), t.named(), t.issuedOn(), t.templateId(), t.facts(),
                copies.getOrDefault(t.id(), List.of()), t.revocation(), t.allowance())).toList();
    }

    private static Letter letter(ResultSet r) throws SQLException {
        var lacking = r.getArray("lacking");
        var revokedOn = r.getObject("revoked_on", LocalDate.class);
        return new Letter(r.getLong("id"), r.getString("record_kind"), r.getLong("record_id"), r.getString("region_code"), r.getInt("fiscal_year"), (Integer) r.getObject("number"),
                r.getString("named"), r.getObject("issued_on", LocalDate.class), (Long) r.getObject("template_id"), facts(r.getArray("words"), r.getArray("facts")), List.of(),
                revokedOn == null ? null : new Letter.Revocation(revokedOn, r.getString("revoked_because"), r.getString("revoked_by")),
                lacking == null ? null : new Letter.Allowance(List.of((String[]) lacking.getArray()), r.getString("allowed_because")));
    }

    private static Map<String, String> facts(Array words, Array facts) throws SQLException {
        var all = new LinkedHashMap<String, String>();
        if (words == null) return all;
        var keys = (String[]) words.getArray();
        var values = (String[]) facts.getArray();
        for (int i = 0; i < keys.length; i++) all.put(keys[i], values[i]);
        return all;
    }
}
