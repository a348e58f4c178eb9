package khabuan.base.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Who is signed in, and where. A session lives in the database, so it outlives a restart and ends everywhere at once; the browser holds its key, we its hash.
 *  It ends after 12 hours of rest, or 7 days. */
@Component
public class Sessions implements SecurityContextRepository {

    /** A session of a person. @param here whether it is the one that asks */
    public record Session(long id, String door, Instant beganAt, Instant seenAt, String address, String agent, boolean here) {}

    /** What people call a browser and its device, from what the browser says of itself: "Chrome · Android"; the whole of it when it is a stranger. */
    static String agentInWords(String agent) {
        String browser = firstOf(agent, List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari"), List.of("Edge", "Opera", "Samsung", "Firefox", "Chrome", "Safari"));
        String device = firstOf(agent, List.of("iPhone", "iPad", "Android", "Windows", "Mac OS", "CrOS", "Linux"), List.of("iPhone", "iPad", "Android", "Windows", "Mac", "ChromeOS", "Linux"));
        return browser.isEmpty() || device.isEmpty() ? agent : browser + " · " + device;
    }

    private static String firstOf(String agent, List<String> signs, List<String> names) {
        for (int i = 0; i < signs.size(); i++) if (agent.contains(signs.get(i))) return names.get(i);
        return "";
    }

    static final String COOKIE = "khabuan-session";
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String OPEN = "s.ended_at is null and s.seen_at > now() - interval '12 hours' and s.began_at > now() - interval '7 days'";
    private static final SecureRandom CHANCE = new SecureRandom();
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Origin origin;
    private final CsrfTokenRepository csrf;

    Sessions(JdbcClient jdbc, Changes changes, Origin origin, CsrfTokenRepository csrf) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.origin = origin;
        this.csrf = csrf;
    }

    /** Signs a person in at this browser with a new key; a session that the browser had before ends. */
    public void begin(HttpServletRequest request, HttpServletResponse response, long account, String door) {
        key(request).ifPresent(old -> jdbc.sql("update session set ended_at = clock_timestamp() where key_hash = ? and ended_at is null").param(hash(old)).update());
        byte[] bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        jdbc.sql("insert into session (key_hash, account_id, door, address, agent) values (?, ?, ?, ?, ?)")
                .param(hash(key)).param(account).param(door).param(RemoteAddress.of(request)).param(agent.substring(0, Math.min(300, agent.length()))).update();
        setCookie(request, response, key, LONGEST);
        csrf.saveToken(null, request, response);
    }

    /** Signs the asking browser out. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        key(request).ifPresent(key -> jdbc.sql("update session set ended_at = clock_timestamp() where key_hash = ? and ended_at is null").param(hash(key)).update());
        setCookie(request, response, "", Duration.ZERO);
        SecurityContextHolder.clearContext();
    }

    /** Ends one session of a person. */
    public void end(Author author, long account, long session) {
        int ended = jdbc.sql("update session set ended_at = clock_timestamp() where id = ? and account_id = ? and ended_at is null").param(session).param(account).update();
        if (ended > 0) changes.read(author, "access.session-end", "", "account", account);
    }

    /** The open sessions of a person, the latest first. @param here the asking session's number; null for none */
    public List<Session> of(long account, Long here) {
        return jdbc.sql("select s.* from session s where s.account_id = ? and " + OPEN + " order by s.seen_at desc, s.id").param(account)
                .query((r, n) -> new Session(r.getLong("id"), r.getString("door"), r.getTimestamp("began_at").toInstant(), r.getTimestamp("seen_at").toInstant(),
                        r.getString("address"), agentInWords(r.getString("agent")), here != null && here == r.getLong("id"))).list();
    }

    /** The number of the session that asks; null for none. */
    public static Long current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person.session() : null;
    }

    private void setCookie(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path("/").httpOnly(true).sameSite("Lax").secure(origin.isSecure(request)).maxAge(age).build().toString());
    }

    private static Optional<String> key(HttpServletRequest request) {
        if (request.getCookies() != null)
            for (var cookie : request.getCookies()) if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var person = key(holder.getRequest()).flatMap(this::person);
        return person.map(p -> (SecurityContext) new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(p, null,
                AuthorityUtils.createAuthorityList("ROLE_" + p.role().name())))).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private Optional<SignedIn> person(String key) {
        var found = jdbc.sql("""
                select a.id, a.name, a.full_name, a.role, a.scope_level, a.scope_code, a.rooms, a.password_must_change, s.id as session,
                       s.seen_at < now() - interval '1 minute' as seen_long_ago
                from session s join account a on a.id = s.account_id
                where s.key_hash = ? and a.disabled_on is null and\s""" + OPEN).param(hash(key)).query((r, n) -> new Found(signedIn(r), r.getBoolean("seen_long_ago"))).optional();
        found.filter(Found::seenLongAgo).ifPresent(f -> jdbc.sql("update session set seen_at = now() where id = ?").param(f.person.session()).update());
        return found.map(Found::person);
    }

    private record Found(SignedIn person, boolean seenLongAgo) {}

    private static SignedIn signedIn(ResultSet r) throws SQLException {
        return new SignedIn(r.getLong("id"), r.getString("name"), r.getString("full_name"), Role.valueOf(r.getString("role")), r.getString("scope_level"),
                r.getString("scope_code"), Accounts.rooms(r), r.getBoolean("password_must_change"), r.getLong("session"));
    }

    /** A session is begun and ended by name, never by the way. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return key(request).isPresent();
    }
}
