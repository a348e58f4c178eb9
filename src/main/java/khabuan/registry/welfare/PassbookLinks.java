package khabuan.registry.welfare;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.record.Changes;
import khabuan.registry.welfare.PassbookPages.LinkState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links by which members open their own passbooks. The committee gives one with a code; the code opens it once, within a week and with five tries; then it is the device's that opened it, for ninety days.
 *  A member has one at a time. The database holds hashes: who steals it can open nothing. */
@Component
class PassbookLinks {

    static final int TRIES = 5, DAYS_TO_OPEN = 7, DAYS_OF_A_DEVICE = 90;
    private static final SecureRandom CHANCE = new SecureRandom();
    private final JdbcClient jdbc;
    private final Changes changes;
    private final FundBooks books;
    private final Funds funds;
    private final Roster roster;

    PassbookLinks(JdbcClient jdbc, Changes changes, FundBooks books, Funds funds, Roster roster) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.books = books;
        this.funds = funds;
        this.roster = roster;
    }

    /** What the committee hands to a member, told once. @param path of the link */
    record Slip(Roster.Member member, String path, String code, LocalDate goodUntil) {}

    /** Gives a member a link; one that stood before ends.
     *  @throws khabuan.base.access.Refusal.Thrown when the member has left */
    Slip give(Actor actor, long fund, int number) {
        books.kept(actor, fund);
        var member = roster.at(fund, number);
        if (member.leftOn() != null) throw WelfareRefusal.NOT_A_MEMBER.with(number);
        String token = random(24), code = "%06d".formatted(CHANCE.nextInt(1_000_000));
        var until = funds.today().plusDays(DAYS_TO_OPEN);
        changes.make(actor.author(), "welfare.give-link", "", () -> {
            funds.hold(fund);
            endStanding(member, "renewed");
            jdbc.sql("insert into welfare_link (fund_id, member_id, token_hash, code_hash, given_on, given_name, good_until) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(fund, member.id(), hash(token), hash(token + " " + code), funds.today(), actor.signature(), until).update();
        });
        return new Slip(member, "/passbook/" + fund + "/" + token, code, until);
    }

    /** Ends the link of a member at once, on whatever device it is open. */
    void revoke(Actor actor, long fund, int number) {
        books.kept(actor, fund);
        changes.make(actor.author(), "welfare.end-link", "", () -> { endStanding(roster.at(fund, number), "revoked"); });
    }

    private void endStanding(Roster.Member member, String because) {
        jdbc.sql("update welfare_link set ended_on = ?, ended_because = ? where member_id = ? and ended_on is null").params(funds.today(), because, member.id()).update();
    }

    /** A link. @param deviceHash of the device that opened it; null until then */
    record Link(long id, int number, byte[] deviceHash, byte[] codeHash, int tries, LinkState told) {

        boolean isWaiting() {
            return told.state().equals("waiting");
        }
    }

    /** The newest link of a member. */
    Optional<LinkState> of(Roster.Member member) {
        return jdbc.sql("select l.*, m.number from welfare_link l join welfare_member m on m.id = l.member_id where l.member_id = ? order by l.id desc limit 1").param(member.id()).query((r, n) -> link(r).told()).optional();
    }

    /** The link of a token that may be opened, or is open; the work is bound to its fund. */
    Optional<Link> find(long fund, String token) {
        return jdbc.sql("select l.*, m.number from welfare_link l join welfare_member m on m.id = l.member_id where l.fund_id = ? and l.token_hash = ?").params(fund, hash(token)).query((r, n) -> link(r)).optional()
                .filter(l -> !l.told().state().equals("ended"));
    }

    /** Whether a device is the one that opened a link. @param key of the device; null for none */
    boolean isOpenTo(Link link, String key) {
        return key != null && link.deviceHash() != null && MessageDigest.isEqual(link.deviceHash(), hash(key));
    }

    /** What came of trying a code. @param key of the device from now on; null when the code was wrong; @param left tries */
    record Tried(String key, int left) {}

    /** Tries a code. A wrong one is counted, whatever follows; the fifth ends the link.
     *  @return empty when there is no such link that waits for its code */
    Optional<Tried> open(Fund fund, String token, String code, String address) {
        var found = find(fund.id(), token).filter(Link::isWaiting);
        if (found.isEmpty()) return Optional.empty();
        var author = actor(fund, found.get().number(), address).author();
        return changes.make(author, "welfare.try-code", "", () -> {
            jdbc.sql("select 1 from welfare_link where id = ? for update").param(found.get().id()).query().listOfRows();
            return find(fund.id(), token).filter(Link::isWaiting).map(link -> MessageDigest.isEqual(link.codeHash(), hash(token + " " + code)) ? opened(link) : refused(link));
        });
    }

    private Tried opened(Link link) {
        String key = random(32);
        jdbc.sql("update welfare_link set opened_on = ?, device_hash = ?, device_until = ? where id = ?").params(funds.today(), hash(key), funds.today().plusDays(DAYS_OF_A_DEVICE), link.id()).update();
        return new Tried(key, TRIES - link.tries());
    }

    private Tried refused(Link link) {
        int left = TRIES - link.tries() - 1;
        jdbc.sql("update welfare_link set tries = tries + 1, ended_on = case when :left = 0 then :today::date end, ended_because = case when :left = 0 then 'tries' end where id = :id").param("left", left).param("today", funds.today()).param("id", link.id()).update();
        return new Tried(null, left);
    }

    /** Logs that a member's passbook was opened by its link. */
    void logReading(Fund fund, Roster.Member member, String address) {
        changes.read(actor(fund, member.number(), address).author(), "welfare.read-passbook", "", "person", member.personId());
    }

    /** The member, as the log names who comes by a link. */
    static Actor actor(Fund fund, int number, String address) {
        return new Actor(null, "member " + fund.code() + "/" + number, "", Role.PUBLIC, "unit", fund.unitCode(), Set.of(), address);
    }

    private Link link(ResultSet r) throws SQLException {
        var told = new LinkState(state(r), day(r, "given_on"), r.getString("given_name"), day(r, "good_until"), day(r, "opened_on"), day(r, "device_until"), day(r, "ended_on"), r.getString("ended_because"));
        return new Link(r.getLong("id"), r.getInt("number"), r.getBytes("device_hash"), r.getBytes("code_hash"), r.getInt("tries"), told);
    }

    private String state(ResultSet r) throws SQLException {
        if (day(r, "ended_on") != null) return "ended";
        var until = day(r, "device_until") == null ? day(r, "good_until") : day(r, "device_until");
        return until.isBefore(funds.today()) ? "ended" : day(r, "opened_on") == null ? "waiting" : "open";
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }

    private static String random(int bytes) {
        var chance = new byte[bytes];
        CHANCE.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
