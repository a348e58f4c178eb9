package khabuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/threats.md")
class ThreatsTest {

    @Test
    @DisplayName("names for each threat a control, a default and a test that there is")
    void namedTestsExist() throws IOException {
        var rows = Files.readAllLines(Path.of("docs/threats.md")).stream().filter(l -> l.startsWith("| ") && !l.startsWith("| threat")).toList();
        assertThat(rows).hasSizeGreaterThan(15);
        var missing = new ArrayList<String>();
        for (var row : rows) {
            assertThat(row.split("(?<!\\\\)\\|")).as(row).hasSize(5);
            var named = Pattern.compile("`(\\w+)#(\\w+)`").matcher(row).results().toList();
            assertThat(named).as(row).isNotEmpty();
            for (var test : named) if (!exists(test.group(1), test.group(2))) missing.add(test.group());
        }
        assertThat(missing).isEmpty();
    }

    private static boolean exists(String type, String method) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file : files.filter(f -> f.endsWith(type + ".java")).toList())
                if (Pattern.compile("@Test\\s+(?:@DisplayName\\([^\\n]*\\)\\s+)?void " + method + "\\(").matcher(Files.readString(file)).find()) return true;
        }
        return false;
    }
}
