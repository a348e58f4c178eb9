package khabuan.base.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import khabuan.base.store.Home;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** Where files lie that were sent to be taken in: kept under their SHA-256, so that a change can be followed back to its file; and the lists of their faults and notes. */
@Component
public class Tray {

    private final Path folder;

    Tray(Home home) {
        folder = home.path().resolve("intake");
    }

    /** Keeps a file. @return its SHA-256 */
    public String keep(InputStream content) {
        try {
            Files.createDirectories(folder);
            var arriving = Files.createTempFile(folder, "arriving", "");
            Files.copy(content, arriving, StandardCopyOption.REPLACE_EXISTING);
            String sha256 = Sha256.of(arriving);
            Files.move(arriving, file(sha256), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return sha256;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file that holds personal numbers for a day at most; those that lie longer are deleted. @return its SHA-256 */
    String keepBriefly(InputStream content) {
        String sha256 = keep(content);
        try {
            Files.createDirectories(briefly());
            Files.move(folder.resolve(sha256), briefly().resolve(sha256), StandardCopyOption.REPLACE_EXISTING);
            try (var there = Files.list(briefly())) {
                for (var one : there.toList()) if (Files.getLastModifiedTime(one).toInstant().isBefore(Instant.now().minus(Duration.ofDays(1)))) Files.deleteIfExists(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256;
    }

    private Path briefly() {
        return folder.resolve("briefly");
    }

    /** Deletes a file that was kept briefly. */
    void drop(String sha256) {
        try {
            Files.deleteIfExists(briefly().resolve(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the file of a SHA-256 lies. */
    public Path file(String sha256) {
        return Files.exists(briefly().resolve(sha256)) ? briefly().resolve(sha256) : folder.resolve(sha256);
    }

    Path faults(long job) {
        return folder.resolve(job + "-faults.csv");
    }

    Path notes(long job) {
        return folder.resolve(job + "-notes.csv");
    }

    /** Writes all faults or notes for a spreadsheet: row, column, what is to be told. @param heading the key of the last column's heading */
    void keep(Path list, List<LineFault> told, String heading, Headings headings, Words words) {
        try (var out = Files.newBufferedWriter(list)) {
            out.write('\uFEFF' + words.t("intake.faults.row") + "," + words.t("intake.faults.column") + "," + words.t(heading) + "\r\n");
            for (var fault : told) out.write(fault.line() + "," + quoted(headings.of(fault.column())) + "," + quoted(fault.message(words)) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell that no spreadsheet takes for a formula. */
    private static String quoted(String text) {
        return '"' + (text.matches("^[=+@-].*") ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
