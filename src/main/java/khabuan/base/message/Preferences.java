package khabuan.base.message;

import java.sql.Types;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.person.PersonKey;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have chosen about messages. Their addresses are encrypted with the key of personal data. */
@Component
class Preferences {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final PersonKey key;

    Preferences(JdbcClient jdbc, Changes changes, PersonKey key) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.key = key;
    }

    Preference of(long account) {
        return jdbc.sql("select email_cipher, line_cipher, pace, language from message_preference where account_id = ?").param(account)
                .query((r, n) -> new Preference(key.decrypt("message_email", r.getBytes(1)), key.decrypt("message_line", r.getBytes(2)), Pace.valueOf(r.getString(3)), r.getString(4)))
                .optional().orElse(Preference.NONE);
    }

    /** A person's own choice; nobody chooses for another. */
    void choose(Actor actor, Preference chosen) {
        new Refusals().when(!chosen.email().matches("([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)?"), MessageRefusal.EMAIL_WRONG, "email")
                .when(!chosen.line().matches("(U[0-9a-f]{32})?"), MessageRefusal.LINE_WRONG, "line")
                .when(!Set.of("th", "en").contains(chosen.language()), MessageRefusal.LANGUAGE_WRONG, "language").demandNone();
        changes.make(actor.author(), "message.preference", "", () -> jdbc.sql("""
                insert into message_preference (account_id, email_cipher, line_cipher, pace, language) values (:account, :email, :line, :pace, :language)
                on conflict (account_id) do update set email_cipher = excluded.email_cipher, line_cipher = excluded.line_cipher, pace = excluded.pace, language = excluded.language""")
                .param("account", actor.accountId()).param("email", key.encrypt("message_email", chosen.email()), Types.BINARY)
                .param("line", key.encrypt("message_line", chosen.line()), Types.BINARY).param("pace", chosen.pace().name()).param("language", chosen.language()).update());
    }
}
