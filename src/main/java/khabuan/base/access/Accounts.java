package khabuan.base.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The accounts. */
@Component
class Accounts implements UserDetailsService {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SignedIn loadUserByUsername(String name) {
        return jdbc.sql("""
                select id, name, full_name, role, scope_level, scope_code, rooms, password_hash, password_must_change,
                       locked_until > now() as locked, disabled_on <= current_date as disabled
                from account where name = lower(:name)""")
                .param("name", name).query((r, n) -> signedIn(r)).optional().orElseThrow(() -> new UsernameNotFoundException(name));
    }

    private static SignedIn signedIn(ResultSet r) throws SQLException {
        Set<String> rooms = Arrays.stream((String[]) r.getArray("rooms").getArray()).collect(Collectors.toUnmodifiableSet());
        return new SignedIn(r.getLong("id"), r.getString("name"), r.getString("full_name"), Role.valueOf(r.getString("role")), r.getString("scope_level"),
                r.getString("scope_code"), rooms, r.getString("password_hash"), r.getBoolean("password_must_change"), r.getBoolean("locked"), r.getBoolean("disabled"));
    }
}
