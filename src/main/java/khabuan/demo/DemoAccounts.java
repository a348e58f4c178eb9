package khabuan.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts by which a demonstration is entered, one of each role. They stand in accounts.csv, which the sign-in
 *  page shows too; their passwords are no secret, for a demonstration holds nothing to guard. */
@Component
class DemoAccounts {

    private final JdbcTemplate jdbc;
    private final PasswordEncoder encoder;

    DemoAccounts(JdbcTemplate jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    static List<NamedCsvRecord> all() {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(DemoAccounts.class.getResourceAsStream("accounts.csv"), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unit whose community has an account, which has a council therefore. */
    static String communityUnit() {
        return all().stream().filter(a -> a.getField("scope_level").equals("unit")).findFirst().orElseThrow().getField("scope_code");
    }

    /** The unit whose welfare fund has a treasurer who signs in. */
    static String fundUnit() {
        return all().stream().filter(a -> a.getField("role").equals("FUND_COMMITTEE")).findFirst().orElseThrow().getField("scope_code");
    }

    /** Opens the accounts, within a change. */
    void open() {
        for (var a : all())
            jdbc.update("insert into account (name, full_name, role, scope_level, scope_code, password_hash, password_must_change) values (?, ?, ?, ?, ?, ?, false)",
                    a.getField("name"), a.getField("full_name"), a.getField("role"), a.getField("scope_level"), a.getField("scope_code"), encoder.encode(a.getField("password")));
    }
}
