package khabuan.base.certificate;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Vault;
import khabuan.base.page.PublicAddress;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Installation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prints letters that have their numbers, prints them again, revokes them. A copy is kept in the vault, by its hash, in the change that says that it was printed. */
@Component
class Printing {

    private static final String SIMULATED = "ข้อมูลจำลอง มิใช่หนังสือรับรองจริง";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Letters letters;
    private final LetterTemplates templates;
    private final LetterToken tokens;
    private final LetterKeys keys;
    private final PublicAddress address;
    private final Vault vault;
    private final Installation installation;
    private final Emblems emblems;

    Printing(JdbcClient jdbc, Changes changes, Letters letters, LetterTemplates templates, LetterToken tokens, LetterKeys keys, PublicAddress address, Vault vault, Installation installation,
             Emblems emblems) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.letters = letters;
        this.templates = templates;
        this.tokens = tokens;
        this.keys = keys;
        this.address = address;
        this.vault = vault;
        this.installation = installation;
        this.emblems = emblems;
    }

    /** Prints the first copies of those of the letters that wait for it; those that somebody else is printing at this moment are left to them.
     *  @return how many were printed */
    int print(Author author, List<Long> ids) {
        return changes.make(author, "certificate.print", "", () -> {
            var waiting = jdbc.sql("""
                    select id from letter t where id = any(:ids) and number is not null and not exists (select from letter_copy k where k.letter_id = t.id)
                      and not exists (select from letter_revocation v where v.letter_id = t.id) order by id for update skip locked""")
                    .param("ids", ids.toArray(Long[]::new)).query(Long.class).list();
            // what another change printed while this one looked for letters to lock
            var printed = jdbc.sql("select letter_id from letter_copy where letter_id = any(:ids)").param("ids", waiting.toArray(Long[]::new)).query(Long.class).list();
            var mine = waiting.stream().filter(id -> !printed.contains(id)).toList();
            letters.all(mine).forEach(letter -> copy(letter, 1, ""));
            return mine.size();
        });
    }

    /** Prints a letter again, with its number and the next copy number; or for the first time when it waits for that. */
    void again(Actor actor, Letter letter, String reason) {
        if (!letters.kind(letter.kind()).mayPrint(actor)) throw CertificateRefusal.WITHOUT_RIGHT.with();
        switch (letter.state()) {
            case OLD -> throw CertificateRefusal.WITHOUT_COPY.with();
            case REVOKED -> throw CertificateRefusal.REVOKED_ALREADY.with();
            case NUMBERED -> print(actor.author(), List.of(letter.id()));
            case PRINTED -> {
                if (reason.isBlank()) throw CertificateRefusal.REASON_MISSING.at("reason");
                changes.make(actor.author(), "certificate.reprint", reason, () -> {
                    jdbc.sql("select id from letter where id = ? for update").param(letter.id()).query().listOfRows();
                    var now = letters.find(letter.id()).orElseThrow();
                    copy(now, now.lastCopy().number() + 1, reason);
                });
            }
        }
    }

    /** Takes a letter back; it stays to be seen, with the reason. */
    void revoke(Actor actor, Letter letter, String reason) {
        if (!letters.kind(letter.kind()).mayPrint(actor)) throw CertificateRefusal.WITHOUT_RIGHT.with();
        if (letter.revocation() != null) throw CertificateRefusal.REVOKED_ALREADY.with();
        if (reason.isBlank()) throw CertificateRefusal.REASON_MISSING.at("revoked");
        changes.make(actor.author(), "certificate.revoke", reason, () -> {
            if (jdbc.sql("insert into letter_revocation (letter_id, revoked_on, reason) values (?, ?, ?) on conflict do nothing").params(letter.id(), letters.today(), reason).update() == 0)
                throw CertificateRefusal.REVOKED_ALREADY.with();
        });
    }

    private void copy(Letter letter, int number, String reason) {
        String keyId = keys.current();
        var kept = vault.keep(new ByteArrayInputStream(draw(letter, number, keyId)), letter.named().replaceAll("[\\s/]+", "-") + (number == 1 ? "" : "-" + number) + ".pdf");
        jdbc.sql("insert into letter_copy (letter_id, number, printed_on, reason, key_id, file_id) values (?, ?, ?, ?, ?, ?)")
                .params(letter.id(), number, letters.today(), reason, keyId, kept.id()).update();
    }

    private byte[] draw(Letter letter, int number, String keyId) {
        var words = templates.at(letter.templateId());
        var facts = new HashMap<>(letter.facts());
        facts.put("number", letter.named());
        facts.put("issued", ThaiDate.full(letter.issuedOn()));
        return new LetterPaper(letter.named(), words.title(), LetterPaper.filled(words.body(), facts), letter.issuedOn(), letter.facts(), letter.facts(), emblems.picture(letter.facts().get(Emblems.WORD)), number,
                address.at("/verify/" + tokens.of(letter, number, keyId)), installation.isDemonstration() ? SIMULATED : "").draw();
    }

    /** How words would look on paper: with the facts of a record, without number and code. */
    byte[] preview(String title, String body, Map<String, String> facts, Map<String, String> letterhead) {
        return sample(title, body, facts, letterhead).draw();
    }

    boolean fits(String title, String body, Map<String, String> facts, Map<String, String> letterhead) {
        return sample(title, body, facts, letterhead).fits();
    }

    private LetterPaper sample(String title, String body, Map<String, String> facts, Map<String, String> letterhead) {
        var all = new HashMap<>(facts);
        all.put("number", "ตัวอย่าง");
        all.put("issued", ThaiDate.full(letters.today()));
        all.put("office", letterhead.get("office"));
        return new LetterPaper("ตัวอย่าง", title, LetterPaper.filled(body, all), letters.today(), facts, letterhead, emblems.picture(emblems.chosen().orElse(null)), 1, "", "ตัวอย่าง มิใช่หนังสือรับรอง");
    }
}
