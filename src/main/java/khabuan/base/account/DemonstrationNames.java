package khabuan.base.account;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The names and passwords of the demonstration, which its sign-in page shows. */
@Component
class DemonstrationNames {

    private static final ClassPathResource LIST = new ClassPathResource("khabuan/demo/accounts.csv");

    /** In the order of the list; empty when the product carries none. */
    List<SignInPage.Known> all() {
        if (!LIST.exists()) return List.of();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(LIST.getInputStream(), StandardCharsets.UTF_8))) {
            return rows.stream().map(r -> new SignInPage.Known(r.getField("name"), r.getField("password"), r.getField("role"), r.getField("full_name"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
