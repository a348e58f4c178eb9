package khabuan.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A home of this run's own, under target; what earlier runs left is removed when nobody lives there any more. */
class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path HOMES = Path.of("target/test-home");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        clearLeft();
        var home = HOMES.resolve(Long.toString(ProcessHandle.current().pid()));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("fresh home", Map.of("khabuan.home", home.toString(), "khabuan.database-url", "")));
    }

    private static void clearLeft() {
        if (!Files.isDirectory(HOMES)) return;
        try (var homes = Files.list(HOMES)) {
            homes.filter(home -> ProcessHandle.of(Long.parseLong(home.getFileName().toString())).isEmpty()).forEach(FreshHome::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path home) {
        try (var all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
