package khabuan.base.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import khabuan.base.text.Bundles;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;

@World
@DisplayName("A template")
class TemplateTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Kinds kinds;
    @Autowired
    Bundles bundles;
    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();

    private Path written(String name) {
        var house = new House() {
            @Override
            public <T> T get(Class<T> type) {
                return context.getBean(type);
            }
        };
        var out = folder.resolve(name);
        new CommandLine(new TemplateCommand(house)).setErr(new PrintWriter(told)).setExecutionExceptionHandler((e, line, parsed) -> {
            line.getErr().println(e instanceof Refused ? e.getMessage() : e.toString());
            return 2;
        }).execute("councils", "--out", out.toString());
        return out;
    }

    @Test
    @DisplayName("that is called .csv is a CSV whose headings the import knows, one that is called .xlsx is a workbook")
    void byEnding() throws Exception {
        var rows = (RowIntake) kinds.get("councils");
        for (var name : new String[] {"councils.csv", "councils.XLSX"}) {
            try (var lines = Lines.of(written(name))) {
                var heading = new Heading(rows, lines.next(), bundles);
                assertThat(heading.found()).as(name).isEqualTo(rows.columns().size());
                assertThat(heading.faults()).isEmpty();
            }
        }
        assertThat(Files.readString(folder.resolve("councils.csv"))).startsWith("\uFEFF");
        assertThat(Files.readAllBytes(folder.resolve("councils.XLSX"))).startsWith('P', 'K');
    }

    @Test
    @DisplayName("is not written under an ending that says nothing of it")
    void unknownEnding() {
        assertThat(written("councils.ods")).doesNotExist();
        assertThat(told.toString()).contains(".xlsx or a .csv");
    }
}
