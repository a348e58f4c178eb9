package khabuan.insight.correction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.person.PersonKey;
import khabuan.base.place.Reach;
import khabuan.base.place.Places;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests: asked by anybody, answered by those who record where they lie. */
@Component
class Corrections {

    static final String KIND = "correction";
    static final int LONGEST = 4000;
    private static final int LONGEST_CONTACT = 300;
    private static final String COLUMN = "correction.contact";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final PersonKey key;
    private final Robots robots;
    private final Attachments attachments;
    private final Subjects subjects;
    private final Reach reach;
    private final Places places;
    private final Telling telling;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Corrections(JdbcClient jdbc, Changes changes, PersonKey key, Robots robots, Attachments attachments, Subjects subjects, Reach reach, Places places, Telling telling, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.key = key;
        this.robots = robots;
        this.attachments = attachments;
        this.subjects = subjects;
        this.reach = reach;
        this.places = places;
        this.telling = telling;
        this.clock = clock;
    }

    /** Takes a request.
     *  @param file null for none
     *  @return the token by which the public follows it; "" for a person of the house
     *  @throws khabuan.base.access.Refusal.Thrown when a field is wrong, or too many come from one address */
    String ask(Actor actor, Subject subject, String words, String contact, Attachments.Sent file) {
        String said = demandText("words", words, LONGEST, CorrectionRefusal.WORDS_LONG);
        String reached = demandText("contact", contact, LONGEST_CONTACT, CorrectionRefusal.CONTACT_LONG);
        if (said.isEmpty()) throw CorrectionRefusal.WORDS_MISSING.at("words");
        if (file != null) attachments.demandSound(actor, file);
        String token = actor.isSignedIn() ? "" : token();
        changes.make(actor.author(), "correction.ask", "", () -> {
            robots.demandFew(actor);
            long id = insert(actor, subject, said, reached, file, token);
            step(id, Stage.RECEIVED, actor.accountId(), actor.fullName(), "");
            telling.asked(actor, id, subject);
        });
        return token;
    }

    private static String demandText(String field, String text, int longest, CorrectionRefusal tooLong) {
        String clean = text.replace("\0", "").strip();
        if (clean.codePointCount(0, clean.length()) > longest) throw tooLong.at(field, String.format("%,d", longest));
        return clean;
    }

    private long insert(Actor actor, Subject subject, String words, String contact, Attachments.Sent file, String token) {
        return jdbc.sql("""
                insert into correction (subject_kind, subject_id, subject_word, subject_title, place_level, place_code, unit_code, asked_on, words, file_id, file_name, contact_cipher,
                  requester_id, requested_by, token_hash)
                values (:kind, :record, :word, :title, :level, :code, :unit, :today, :words, :file, :fileName, :contact, :requester, :by, :token) returning id""")
                .param("kind", subject.kind()).param("record", subject.id(), Types.BIGINT).param("word", subject.word()).param("title", subject.title())
                .param("level", subject.place().level().word()).param("code", subject.place().code()).param("unit", subject.unitCode(), Types.VARCHAR)
                .param("today", today()).param("words", words).param("file", file == null ? null : attachments.keep(file), Types.BIGINT).param("fileName", file == null ? "" : file.name())
                .param("contact", key.encrypt(COLUMN, contact), Types.BINARY).param("requester", actor.accountId(), Types.BIGINT).param("by", actor.fullName())
                .param("token", token.isEmpty() ? null : hash(token), Types.BINARY).query(Long.class).single();
    }

    private void step(long id, Stage stage, Long by, String name, String words) {
        jdbc.sql("insert into correction_step (correction_id, state, on_date, by_id, by_name, words) values (?, ?, ?, ?, ?, ?)").param(id).param(stage.word()).param(today())
                .param(by).param(name).param(words).update();
    }

    /** Goes on with a request within the actor's scope.
     *  @param words the answer; a refusal needs its reason */
    void take(Actor actor, long id, Stage stage, String words) {
        demandReach(actor, id);
        String said = demandText("answer", words, LONGEST, CorrectionRefusal.WORDS_LONG);
        if (stage == Stage.REFUSED && said.isEmpty()) throw CorrectionRefusal.REASON_MISSING.at("answer");
        changes.make(actor.author(), "correction.take", stage.word(), () -> {
            jdbc.sql("select id from correction where id = ? for update").param(id).query().listOfRows();
            var correction = one("c.id = ?", id).orElseThrow();
            if (!correction.stage().next().contains(stage)) throw CorrectionRefusal.STEP_TAKEN.with();
            step(id, stage, actor.accountId(), actor.fullName(), said);
            telling.taken(actor, correction, stage, said);
        });
    }

    /** @throws OutOfReach when there is none within the actor's scope and rooms */
    Correction get(Actor actor, long id) {
        demandReach(actor, id);
        return one("c.id = ?", id).orElseThrow();
    }

    private void demandReach(Actor actor, long id) {
        record Lying(String kind, String level, String code) {}
        var at = jdbc.sql("select subject_kind, place_level, place_code from correction where id = ?").param(id)
                .query((r, n) -> new Lying(r.getString(1), r.getString(2), r.getString(3))).optional().orElseThrow(() -> new OutOfReach("correction " + id));
        boolean within = subjects.kindsOf(actor).contains(at.kind) && (at.level.equals("unit") ? reach.covers(actor, at.code)
                : places.tree().contains(reach.of(actor), subjects.place(at.level, at.code)));
        if (!within) throw new OutOfReach("correction " + id);
    }

    /** The request that a token of the public opens. */
    Optional<Correction> followed(String token) {
        return one("c.token_hash = ?", hash(token));
    }

    /** What a person of the house has asked for, newest first. */
    List<Correction> of(Actor actor) {
        return jdbc.sql(SELECT + " where c.requester_id = ? order by c.id desc limit 200").param(actor.accountId()).query(this::row).list().stream().map(this::withSteps).toList();
    }

    /** How to reach the requester, in the clear; who read it and why is logged first.
     *  @throws khabuan.base.access.Refusal.Thrown when no reason is given */
    String contact(Actor actor, long id, String reason) {
        demandReach(actor, id);
        if (reason.isBlank()) throw CorrectionRefusal.REASON_MISSING.at("reason");
        changes.read(actor.author(), "correction.read-contact", reason.strip(), KIND, id);
        return key.decrypt(COLUMN, jdbc.sql("select contact_cipher from correction where id = ?").param(id).query((r, n) -> r.getBytes(1)).list().getFirst());
    }

    static final String SELECT = """
            select c.id, c.version, c.subject_kind, c.subject_id, c.subject_word, c.subject_title, c.place_level, c.place_code, c.asked_on, c.words, c.file_name,
                   c.contact_cipher is not null, c.requester_id, c.requested_by
            from correction c""";

    Correction row(ResultSet r, int number) throws SQLException {
        var id = (Long) r.getObject(4);
        return new Correction(r.getLong(1), r.getInt(2), r.getString(3), r.getString(6), subjects.path(r.getString(3), id, r.getString(5), r.getString(7), r.getString(8)),
                r.getObject(9, LocalDate.class), r.getString(10), r.getString(11), r.getBoolean(12), (Long) r.getObject(13), r.getString(14), new ArrayList<>());
    }

    /** Adds its steps to a request. */
    Correction withSteps(Correction c) {
        c.steps().addAll(jdbc.sql("select state, on_date, taken_at, by_name, words from correction_step where correction_id = ? order by id").param(c.id())
                .query((r, n) -> new Correction.Step(Stage.of(r.getString(1)), r.getObject(2, LocalDate.class), r.getTimestamp(3).toInstant(), r.getString(4), r.getString(5))).list());
        return c;
    }

    private Optional<Correction> one(String condition, Object value) {
        return jdbc.sql(SELECT + " where " + condition).param(value).query(this::row).optional().map(this::withSteps);
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    private String token() {
        byte[] bytes = new byte[18];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
