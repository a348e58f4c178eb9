package khabuan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a process of its own, started with the same Java, the same settings and the same note of classes as this one: as the launcher starts it. */
final class Served implements AutoCloseable {

    private final Process process;
    private final String origin;
    private final double seconds;

    private Served(Process process, String origin, double seconds) {
        this.process = process;
        this.origin = origin;
        this.seconds = seconds;
    }

    /** Starts "run" or "demo" on a home, and waits for its first answered page. */
    static Served open(String command, Path home) throws IOException, InterruptedException {
        return open(command, home, Map.of());
    }

    /** @param more settings of its environment */
    static Served open(String command, Path home, Map<String, String> more) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var process = process("khabuan.Khabuan", home, more, command).start();
        String origin = origin(process);
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(origin + "/sign-in")).build(), BodyHandlers.ofByteArray());
        return new Served(process, origin, (System.nanoTime() - began) / 1e9);
    }

    /** A process of one of our main classes, to be started. */
    static ProcessBuilder process(String main, Path home, Map<String, String> more, String... words) {
        var building = new ProcessBuilder(line(main, words)).redirectErrorStream(true);
        building.environment().putAll(Map.of("KHABUAN_HOME", home.toString(), "KHABUAN_PORT", "0", "KHABUAN_DATABASE_URL", ""));
        building.environment().putAll(more);
        return building;
    }

    private static List<String> line(String main, String... words) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.add("-Dkhabuan.first-scan=false");
        String classes = System.getProperty("java.class.path");
        line.addAll(classes.endsWith(".jar") && !classes.contains(":") && main.equals("khabuan.Khabuan") ? List.of("-jar", classes) : List.of("-cp", classes, main));
        line.addAll(List.of(words));
        return line;
    }

    /** Reads what the server says until it names its address; the rest is read so that it never waits to be heard. */
    private static String origin(Process process) throws IOException {
        var heard = new StringBuilder();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String said; (said = output.readLine()) != null; heard.append(said).append('\n')) {
            int at = said.indexOf("http://localhost:");
            if (at < 0) continue;
            Thread.startVirtualThread(() -> output.lines().forEach(line -> {}));
            return said.substring(at).strip();
        }
        throw new IllegalStateException("The server did not open: " + heard);
    }

    String origin() {
        return origin;
    }

    /** From the start of the process to the first answered page. */
    double seconds() {
        return seconds;
    }

    /** The memory that the process holds now, in megabytes; NaN where the system does not tell. */
    double megabytes() throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) return Double.NaN;
        try (var lines = Files.lines(status)) {
            return lines.filter(l -> l.startsWith("VmRSS:")).mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(Double.NaN);
        }
    }

    /** kill -9, of it and of all that it started. */
    void kill() {
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(p -> p.onExit().join());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
