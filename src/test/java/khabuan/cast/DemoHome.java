package khabuan.cast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import khabuan.Khabuan;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A copy, of this run's own, of a home that was once filled with the simulated records; filled again when what makes them has changed. */
class DemoHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path HOMES = Path.of("target/demo-world").toAbsolutePath();
    private static final List<Path> MAKERS = List.of(Path.of("target/classes/khabuan/demo"), Path.of("target/classes/khabuan/base/place"), Path.of("target/classes/db/migration"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var filled = HOMES.resolve("of-" + state());
        clearBut(filled);
        if (!Files.exists(filled.resolve("filled"))) fill(filled);
        var home = HOMES.resolve("run-" + ProcessHandle.current().pid());
        copy(filled, home);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo home", Map.of("khabuan.home", home.toString(), "khabuan.database-url", "")));
    }

    private static void fill(Path home) {
        remove(home);
        new SpringApplicationBuilder(Khabuan.class).web(WebApplicationType.NONE).lazyInitialization(true)
                .run("--khabuan.home=" + home, "--khabuan.database-url=", "--khabuan.demonstration=true", "--khabuan.books=3").close();
        try {
            Files.createFile(home.resolve("filled"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var folder : MAKERS)
                try (var all = Files.walk(folder)) {
                    for (var file : all.filter(Files::isRegularFile).sorted().toList()) digest.update(Files.readAllBytes(file));
                }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void clearBut(Path filled) {
        if (!Files.isDirectory(HOMES)) return;
        try (var homes = Files.list(HOMES)) {
            homes.filter(home -> !home.equals(filled) && !isLivedIn(home.getFileName().toString())).forEach(DemoHome::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLivedIn(String name) {
        return name.startsWith("run-") && ProcessHandle.of(Long.parseLong(name.substring(4))).isPresent();
    }

    private static void copy(Path from, Path to) {
        remove(to);
        try (var all = Files.walk(from)) {
            for (var file : all.toList())
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path home) {
        if (!Files.exists(home)) return;
        try (var all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
