package khabuan.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Khabuan, or another main class of the tests, as a process of its own. */
final class Programme implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final Writer orders;

    private Programme(Process process) {
        this.process = process;
        this.out = process.inputReader();
        this.orders = process.outputWriter();
    }

    static Programme start(Path home, int port, String... words) {
        return startMain("khabuan.Khabuan", home, port, words);
    }

    static Programme startMain(String main, Path home, int port, String... words) {
        return startMain(main, home, port, Map.of(), words);
    }

    /** @param more settings of its environment */
    static Programme startMain(String main, Path home, int port, Map<String, String> more, String... words) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx400m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("KHABUAN_HOME", home.toString(), "KHABUAN_PORT", Integer.toString(port)));
        builder.environment().putAll(more);
        try {
            return new Programme(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on to the line that holds these words. @throws IllegalStateException with all that was said when it ends before */
    String awaitLine(String words) {
        var said = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            if (line.contains(words)) return line;
            said.append(line).append('\n');
        }
        throw new IllegalStateException("It ended without saying “" + words + "”:\n" + said);
    }

    /** The next line; null when it has ended. */
    String line() {
        try {
            return out.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** All that it says to its end. */
    String toItsEnd() {
        var said = new StringBuilder();
        for (String line = line(); line != null; line = line()) said.append(line).append('\n');
        return said.toString();
    }

    int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives it a line to read. */
    void tell(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9, of it and of all that it started. */
    void kill() {
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    /** What Ctrl-C does. */
    void interrupt() {
        process.destroy();
        exitCode();
    }

    @Override
    public void close() {
        if (process.isAlive()) interrupt();
    }
}
