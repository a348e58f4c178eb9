package khabuan.insight.correction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import khabuan.base.access.Actor;
import khabuan.base.person.PersonKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps programmes from filling the list of requests, with nobody else's help: a form tells, sealed, when it was opened; it has a field that people don't see;
 *  and an address may send only so many. People who have signed in are known, so that only the number counts. */
@Component
class Robots {

    static final int OF_AN_ADDRESS = 5;
    private static final int OF_ALL_THE_PUBLIC = 300;
    private static final int OF_A_PERSON = 60;
    private static final Duration SOONEST = Duration.ofSeconds(4);
    private static final Duration LATEST = Duration.ofHours(24);
    private final JdbcClient jdbc;
    private final PersonKey key;
    private final Clock clock;

    Robots(JdbcClient jdbc, PersonKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** What a form opened now carries. */
    String seal() {
        return sealOf(clock.instant());
    }

    String sealOf(Instant opened) {
        return opened.toEpochMilli() + "." + proof(Long.toString(opened.toEpochMilli()));
    }

    private String proof(String moment) {
        return HexFormat.of().formatHex(key.find("correction-form:" + moment), 0, 16);
    }

    /** @param seal what the form carried; @param trap the field that people don't see */
    void demandPerson(Actor actor, String seal, String trap) {
        if (actor.isSignedIn()) return;
        if (!trap.isEmpty()) throw CorrectionRefusal.TRAP.with();
        var parts = seal.split("\\.");
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}") || !proof(parts[0]).equals(parts[1])) throw CorrectionRefusal.FORM_OLD.with();
        var age = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts[0])), clock.instant());
        if (age.compareTo(SOONEST) < 0) throw CorrectionRefusal.TOO_FAST.with();
        if (age.compareTo(LATEST) > 0) throw CorrectionRefusal.FORM_OLD.with();
    }

    /** Called within the change that takes a request, whose line of the log counts too. */
    void demandFew(Actor actor) {
        jdbc.sql("select pg_advisory_xact_lock(7415009, hashtext(?))").param(actor.isSignedIn() ? actor.name() : actor.address()).query().listOfRows();
        long own = count(actor.isSignedIn() ? "actor_id = :id" : "actor_id is null and address = :address", actor);
        boolean full = actor.isSignedIn() ? own > OF_A_PERSON : own > OF_AN_ADDRESS || count("actor_id is null", actor) > OF_ALL_THE_PUBLIC;
        if (full) throw CorrectionRefusal.TOO_MANY.with();
    }

    private long count(String whose, Actor actor) {
        return jdbc.sql("select count(*) from log.entry where " + whose + " and act = 'correction.ask' and at > now() - interval '1 hour'")
                .param("id", actor.accountId(), java.sql.Types.BIGINT).param("address", actor.address()).query(Long.class).single();
    }
}
