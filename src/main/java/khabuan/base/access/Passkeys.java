package khabuan.base.access;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** The passkeys of the accounts, as WebAuthn asks for them; an account is known to a device by its number. */
@Component
public class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    /** A passkey of a person. @param usedAt null when never used */
    public record Passkey(long id, String label, Instant addedAt, Instant usedAt) {}

    private final JdbcClient jdbc;
    private final Changes changes;

    Passkeys(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** A person's passkeys, the oldest first. */
    public List<Passkey> of(long account) {
        return jdbc.sql("select id, label, added_at, used_at from passkey where account_id = ? and withdrawn_on is null order by id").param(account)
                .query((r, n) -> new Passkey(r.getLong(1), r.getString(2), r.getTimestamp(3).toInstant(), instant(r.getTimestamp(4)))).list();
    }

    /** Withdraws a passkey of a person: it opens nothing any more. */
    public void withdraw(Actor actor, long id) {
        changes.make(actor.author(), "passkey.withdraw", "", () -> jdbc.sql("update passkey set withdrawn_on = current_date where id = ? and account_id = ? and withdrawn_on is null")
                .params(id, actor.accountId()).update());
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    static Bytes handle(long account) {
        return new Bytes(("khabuan " + account).getBytes(StandardCharsets.UTF_8));
    }

    static long account(Bytes handle) {
        return Long.parseLong(new String(handle.getBytes(), StandardCharsets.UTF_8).substring("khabuan ".length()));
    }

    @Override
    public CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql("select * from passkey where credential_id = ? and withdrawn_on is null").param(id.getBytes()).query((r, n) -> credential(r)).optional().orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from passkey where account_id = ? and withdrawn_on is null").param(account(handle)).query((r, n) -> credential(r)).list();
    }

    private static CredentialRecord credential(ResultSet r) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(r.getString("transports").split(",")).filter(t -> !t.isEmpty()).map(AuthenticatorTransport::valueOf).collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder().credentialType(PublicKeyCredentialType.PUBLIC_KEY).credentialId(new Bytes(r.getBytes("credential_id")))
                .userEntityUserId(handle(r.getLong("account_id"))).publicKey(new ImmutablePublicKeyCose(r.getBytes("public_key"))).signatureCount(r.getLong("signature_count"))
                .uvInitialized(r.getBoolean("user_verified")).transports(transports).backupEligible(r.getBoolean("backup_eligible")).backupState(r.getBoolean("backup_state"))
                .attestationObject(new Bytes(r.getBytes("attestation"))).attestationClientDataJSON(new Bytes(r.getBytes("client_data")))
                .created(r.getTimestamp("added_at").toInstant()).lastUsed(r.getTimestamp("added_at").toInstant()).label(r.getString("label")).build();
    }

    /** A new one, or one that was used: then only its counter moves on. */
    @Override
    public void save(CredentialRecord c) {
        int used = jdbc.sql("update passkey set signature_count = ?, backup_state = ?, used_at = clock_timestamp() where credential_id = ? and account_id = ?")
                .params(c.getSignatureCount(), c.isBackupState(), c.getCredentialId().getBytes(), account(c.getUserEntityUserId())).update();
        if (used == 0) jdbc.sql("""
                insert into passkey (account_id, credential_id, public_key, signature_count, user_verified, backup_eligible, backup_state, transports, label, attestation, client_data)
                values (:account, :id, :key, :count, :verified, :eligible, :state, :transports, :label, :attestation, :data)""")
                .param("account", account(c.getUserEntityUserId())).param("id", c.getCredentialId().getBytes()).param("key", c.getPublicKey().getBytes())
                .param("count", c.getSignatureCount()).param("verified", c.isUvInitialized()).param("eligible", c.isBackupEligible()).param("state", c.isBackupState())
                .param("transports", c.getTransports().stream().map(AuthenticatorTransport::getValue).collect(Collectors.joining(","))).param("label", c.getLabel())
                .param("attestation", c.getAttestationObject().getBytes()).param("data", c.getAttestationClientDataJSON().getBytes()).update();
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return jdbc.sql("select id, name, full_name from account where id = ? and disabled_on is null").param(account(handle)).query((r, n) -> entity(r)).optional().orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String name) {
        return jdbc.sql("select id, name, full_name from account where name = ? and disabled_on is null").param(name).query((r, n) -> entity(r)).optional().orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(ResultSet r) throws SQLException {
        return ImmutablePublicKeyCredentialUserEntity.builder().id(handle(r.getLong("id"))).name(r.getString("name")).displayName(r.getString("full_name")).build();
    }

    /** Accounts are made by the administrator, not by a key. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("A passkey is withdrawn, not deleted.");
    }
}
