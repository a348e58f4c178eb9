package khabuan.base.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signing in: five wrong tries within a quarter of an hour close a name for a quarter of an hour, and sixty close an address. The tries are counted in the log. */
@Component
public class SigningIn {

    static final int TRIES = 5;
    static final Duration CLOSED = Duration.ofMinutes(15);
    private static final int TRIES_OF_AN_ADDRESS = 60;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final PasswordEncoder encoder;
    private final String nobody;
    /** A check takes 16 MB; so many at once, the rest wait. */
    private final Semaphore checks = new Semaphore(4);

    private record Known(long id, String hash, boolean disabled) {}

    SigningIn(JdbcClient jdbc, Changes changes, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.encoder = encoder;
        this.nobody = encoder.encode(Password.first());
    }

    /** Checks a name and password. An unknown name takes as long as a known one, and is answered with the same words.
     *  @return the account
     *  @throws Refusal.Thrown when they are wrong, or too many tries were */
    public long byPassword(String name, String password, String address) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        Optional<Known> known = jdbc.sql("select id, password_hash, disabled_on is not null from account where name = ?").param(plain)
                .query((r, n) -> new Known(r.getLong(1), r.getString(2), r.getBoolean(3))).optional();
        // What stands in place of an unknown name may be a password, typed in the wrong field: the log doesn't keep it.
        String logged = known.isPresent() ? plain : "? " + fingerprint(plain);
        demandOpen(logged, address);
        boolean matches = matches(password, known.map(Known::hash).filter(h -> h != null).orElse(nobody));
        if (!matches || known.isEmpty() || known.get().disabled) {
            refuse(known.map(Known::id).orElse(null), logged, address, "password");
            throw AccessRefusal.SIGN_IN_WRONG.with();
        }
        welcome(known.get().id, plain, address, "password");
        return known.get().id;
    }

    private boolean matches(String password, String hash) {
        checks.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            checks.release();
        }
    }

    void welcome(long account, String name, String address, String door) {
        changes.read(new Author(account, name, address), "access.sign-in", door, "account", account);
    }

    void refuse(Long account, String logged, String address, String door) {
        changes.read(new Author(account, logged, address), "access.sign-in-refused", door, account == null ? null : "account", account);
    }

    /** @throws Refusal.Thrown with the minutes that are left, when the name or the address is closed */
    void demandOpen(String logged, String address) {
        closedUntil(logged, address).ifPresent(until -> {
            changes.read(new Author(null, logged, address), "access.sign-in-closed", "", null, null);
            throw AccessRefusal.SIGN_IN_LOCKED.with(Math.max(1, Math.ceilDiv(Duration.between(Instant.now(), until).toSeconds(), 60)));
        });
    }

    private Optional<Instant> closedUntil(String logged, String address) {
        return jdbc.sql("""
                select max(until) from (
                  select max(at) + :closed::interval as until from (
                    select at from log.entry where actor = :name and act = 'access.sign-in-refused'
                      and id > coalesce((select max(id) from log.entry where actor = :name and act in ('access.sign-in', 'access.unlocked')), 0)
                    order by id desc limit :tries) last
                  having count(*) = :tries and max(at) - min(at) <= :closed::interval
                  union all
                  select max(at) + :closed::interval from log.entry where address = :address and act = 'access.sign-in-refused' and at > now() - :closed::interval
                  having count(*) >= :triesOfAddress) closed
                where until > now()""")
                .param("name", logged).param("address", address).param("closed", CLOSED.toString()).param("tries", TRIES).param("triesOfAddress", TRIES_OF_AN_ADDRESS)
                .query((r, n) -> Optional.ofNullable(r.getTimestamp(1)).map(t -> t.toInstant())).single();
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
