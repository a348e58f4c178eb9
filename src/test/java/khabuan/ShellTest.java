package khabuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command line")
class ShellTest {

    @Test
    @DisplayName("lists its commands to who says nothing, and calls that a mistake")
    void nothingSaid() {
        var before = System.err;
        var told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(Shell.run(new String[0])).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Say what to do.", "Commands:", "run", "demo", "import", "template", "measure", "report", "user", "log", "letters", "./khabuan test");
    }
}
