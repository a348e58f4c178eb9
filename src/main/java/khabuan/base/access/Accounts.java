package khabuan.base.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts of the people who use the system. */
@Component
public class Accounts {

    private static final String COLUMNS = """
            select a.id, a.version, a.name, a.full_name, a.role, a.scope_level, a.scope_code, a.rooms, a.password_must_change, a.disabled_on,
                   (select max(s.seen_at) from session s where s.account_id = a.id) as last_seen
            from account a
            """;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final PasswordEncoder encoder;

    Accounts(JdbcClient jdbc, Changes changes, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.encoder = encoder;
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return jdbc.sql(COLUMNS + "order by a.disabled_on nulls first, a.name").query((r, n) -> account(r)).list();
    }

    /** @throws NoSuchElementException when there is none */
    public Account get(long id) {
        return jdbc.sql(COLUMNS + "where a.id = ?").param(id).query((r, n) -> account(r)).optional().orElseThrow(() -> new NoSuchElementException("There is no account " + id + "."));
    }

    public Optional<Account> find(String name) {
        return jdbc.sql(COLUMNS + "where a.name = ?").param(name.strip().toLowerCase(Locale.ROOT)).query((r, n) -> account(r)).optional();
    }

    static Account account(ResultSet r) throws SQLException {
        var seen = r.getTimestamp("last_seen");
        var disabled = r.getDate("disabled_on");
        return new Account(r.getLong("id"), r.getInt("version"), r.getString("name"), r.getString("full_name"), Role.valueOf(r.getString("role")), r.getString("scope_level"),
                r.getString("scope_code"), rooms(r), r.getBoolean("password_must_change"), seen == null ? null : seen.toInstant(), disabled == null ? null : disabled.toLocalDate());
    }

    static Set<String> rooms(ResultSet r) throws SQLException {
        return Arrays.stream((String[]) r.getArray("rooms").getArray()).collect(Collectors.toUnmodifiableSet());
    }

    /** Adds an account. @return the first password, which its owner must change */
    public String add(Author author, Account.Details details) {
        demandWhole(details);
        String first = Password.first();
        try {
            changes.make(author, "account.add", details.name(), () -> jdbc.sql("""
                    insert into account (name, full_name, role, scope_level, scope_code, rooms, password_hash)
                    values (:name, :fullName, :role, :level, :code, :rooms, :hash)""")
                    .param("name", details.name()).param("fullName", details.fullName().strip()).param("role", details.role().name()).param("level", details.scopeLevel())
                    .param("code", details.scopeCode()).param("rooms", details.rooms().toArray(String[]::new)).param("hash", encoder.encode(first)).update());
        } catch (DuplicateKeyException e) {
            throw AccessRefusal.NAME_TAKEN.at("name", details.name());
        }
        return first;
    }

    /** All that the rules refuse of what was filled in, without writing anything. */
    public static Optional<Refusal.Thrown> refused(Account.Details details) {
        try {
            demandWhole(details);
            return Optional.empty();
        } catch (Refusal.Thrown refused) {
            return Optional.of(refused);
        }
    }

    private static void demandWhole(Account.Details details) {
        new Refusals().when(!details.name().matches("[a-z0-9][a-z0-9._-]{1,62}"), AccessRefusal.NAME_SHAPE, "name")
                .when(details.fullName().isBlank(), AccessRefusal.FULL_NAME_MISSING, "fullName").demandNone();
        if (details.role() == Role.PUBLIC) throw new IllegalArgumentException("The public has no account.");
    }

    /** Changes what an administrator decides; the name stays.
     *  @throws Conflict when somebody else changed it since that version */
    public void change(Author author, long id, int version, Account.Details details, String reason) {
        demandWhole(details);
        changes.make(author, "account.change", reason, () -> {
            if (details.role() != Role.ADMINISTRATOR) demandAnotherAdministrator(id);
            int rows = jdbc.sql("""
                    update account set full_name = :fullName, role = :role, scope_level = :level, scope_code = :code, rooms = :rooms where id = :id and version = :version""")
                    .param("fullName", details.fullName().strip()).param("role", details.role().name()).param("level", details.scopeLevel())
                    .param("code", details.scopeCode()).param("rooms", details.rooms().toArray(String[]::new)).param("id", id).param("version", version).update();
            if (rows == 0) demandVersion(id, version);
        });
    }

    /** Zero rows are a conflict, or a change that changes nothing. */
    private void demandVersion(long id, int version) {
        int now = get(id).version();
        if (now != version) throw new Conflict(id, version, now);
    }

    /** The last administrator can't go: nobody could open the door again. */
    private void demandAnotherAdministrator(long id) {
        jdbc.sql("select pg_advisory_xact_lock(7415003)").query().listOfRows();
        boolean isOne = get(id).role() == Role.ADMINISTRATOR;
        long others = jdbc.sql("select count(*) from account where role = 'ADMINISTRATOR' and disabled_on is null and id <> ?").param(id).query(Long.class).single();
        if (isOne && others == 0) throw AccessRefusal.LAST_ADMINISTRATOR.at("role");
    }

    /** Disables an account from today, and ends its sessions; or opens it again. */
    public void disable(Author author, long id, boolean disabled, String reason) {
        changes.make(author, disabled ? "account.disable" : "account.enable", reason, () -> {
            if (disabled) demandAnotherAdministrator(id);
            jdbc.sql("update account set disabled_on = case when :disabled then current_date end where id = :id").param("disabled", disabled).param("id", id).update();
            if (disabled) endSessions(id, null);
        });
    }

    /** Gives a new first password, unlocks the account and ends its sessions. @return the password, shown once */
    public String reset(Author author, long id) {
        String first = Password.first();
        var account = get(id);
        changes.make(author, "account.reset", account.name(), () -> {
            jdbc.sql("update account set password_hash = :hash, password_must_change = true where id = :id").param("hash", encoder.encode(first)).param("id", id).update();
            endSessions(id, null);
        });
        changes.read(new Author(author.accountId(), account.name(), author.address()), "access.unlocked", author.name(), "account", id);
        return first;
    }

    /** A person's own new password; all other sessions of the person end.
     *  @throws Refusal.Thrown when the old one is wrong or the new one is not good enough */
    public void changePassword(Actor actor, Long session, String before, String password, String repeated) {
        var account = get(actor.accountId());
        String hash = jdbc.sql("select password_hash from account where id = ?").param(account.id()).query(String.class).single();
        var refusals = new Refusals().when(!encoder.matches(before, hash), AccessRefusal.PASSWORD_WRONG, "before");
        if (password.equals(before) && !password.isEmpty()) refusals.when(true, AccessRefusal.PASSWORD_SAME, "password");
        else Password.judge(password, account.name(), refusals);
        refusals.when(!password.equals(repeated), AccessRefusal.PASSWORD_REPEATED, "repeated").demandNone();
        String changed = encoder.encode(password);
        changes.make(actor.author(), "account.password", "", () -> {
            jdbc.sql("update account set password_hash = :hash, password_must_change = false where id = :id").param("hash", changed).param("id", account.id()).update();
            endSessions(account.id(), session);
        });
    }

    private void endSessions(long account, Long except) {
        jdbc.sql("update session set ended_at = clock_timestamp() where account_id = :account and ended_at is null and id is distinct from :except")
                .param("account", account).param("except", except, java.sql.Types.BIGINT).update();
    }
}
