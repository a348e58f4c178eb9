package khabuan.base.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import khabuan.base.text.Bundles;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("docs/import.md")
class ImportDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/import.md");
    private static final String MARK = "<!-- The kinds and their columns, as the rooms declare them; `mvn test -Dtest=ImportDocumentTest -Dkhabuan.write-docs=true` writes them anew. -->\n";

    @Autowired
    Kinds kinds;
    @Autowired
    Bundles bundles;

    @Test
    @DisplayName("has the kinds and columns that the rooms declare, and no others")
    void tellsTheTruth() throws IOException {
        String said = Files.readString(DOCUMENT);
        String before = said.substring(0, said.indexOf(MARK) + MARK.length());
        if (Boolean.getBoolean("khabuan.write-docs")) Files.writeString(DOCUMENT, before + tables());
        assertThat(Files.readString(DOCUMENT).substring(before.length())).isEqualTo(tables());
    }

    private String tables() {
        var text = new StringBuilder();
        var english = bundles.in(Locale.ENGLISH);
        var thai = bundles.in(Bundles.THAI);
        for (var kind : kinds.all()) {
            text.append("\n### ").append(kind.word()).append(" · ").append(thai.t("intake.kind." + kind.word())).append("\n");
            if (!(kind instanceof RowIntake rows)) {
                text.append(english.t("intake.kind." + kind.word() + ".file")).append("\n");
                continue;
            }
            if (kind.needs() != khabuan.base.access.Right.IMPORT) text.append("For those who may ").append(kind.needs().name().toLowerCase(Locale.ROOT)).append(".\n");
            text.append("| column | Thai heading | type | required | meaning | example |\n|---|---|---|---|---|---|\n");
            for (var column : rows.columns())
                text.append("| `").append(column.key()).append("` | ").append(column.heading(kind, thai).split("\\|")[0]).append(" | ")
                        .append(english.t("intake.type." + column.type().name().toLowerCase(Locale.ROOT))).append(" | ").append(column.required() ? "yes" : "").append(" | ")
                        .append(Template.meaning(column, kind, english)).append(" | ").append(column.example()).append(" |\n");
        }
        return text.toString();
    }
}
