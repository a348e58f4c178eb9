package khabuan.base.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import khabuan.base.store.Home;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The files, each under its SHA-256 (files/ab/cd/abcd…) and on the disk before its row is written. Files are added and never removed. */
@Component
public class Vault {

    /** The greatest file that is taken, in bytes: 25 MB. */
    public static final long LIMIT = 25L * 1024 * 1024;
    private final Home home;
    private final JdbcClient jdbc;

    Vault(Home home, JdbcClient jdbc) {
        this.home = home;
        this.jdbc = jdbc;
    }

    /** A file that is kept. @param bytes its length */
    public record Kept(long id, String sha256, String name, String mediaType, long bytes) {}

    /** A new empty file within the home, to write an upload into. */
    Path draft() {
        try {
            Files.createDirectories(home.files());
            return Files.createTempFile(home.files(), "upload-", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what a stream gives, within a change. The same bytes again are the same file.
     *  @param name as its owner calls it; it decides nothing
     *  @throws khabuan.base.access.Refusal.Thrown when it is too large or of a type that isn't taken */
    public Kept keep(InputStream content, String name) {
        var draft = draft();
        try {
            try (var out = Files.newOutputStream(draft)) {
                var limited = content.readNBytes((int) LIMIT + 1);
                if (limited.length > LIMIT) throw EvidenceRefusal.TOO_LARGE.at("file", LIMIT >> 20);
                out.write(limited);
            }
            return keep(draft, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(draft);
        }
    }

    /** Keeps what a form brought, within a change, as {@link #keep(InputStream, String)} does. */
    public Kept keep(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return keep(content, file.getOriginalFilename());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps bytes that the product made itself or has read whole, such as a file for the bank, within a change: their type is the caller's word. */
    public Kept keepMade(byte[] content, String name, String mediaType) {
        var draft = draft();
        try {
            Files.write(draft, content);
            return keep(draft, name, mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(draft);
        }
    }

    /** Keeps a drafted file, within a change; the draft is moved away when it is new. */
    Kept keep(Path draft, String name) throws IOException {
        long bytes = Files.size(draft);
        if (bytes == 0) throw EvidenceRefusal.FILE_MISSING.at("file");
        if (bytes > LIMIT) throw EvidenceRefusal.TOO_LARGE.at("file", LIMIT >> 20);
        var type = FileType.of(draft).orElseThrow(() -> EvidenceRefusal.WRONG_TYPE.at("file", name));
        if (type == FileType.PDF && !FileType.hasPages(draft)) throw EvidenceRefusal.NO_PAGES.at("file", name);
        return keep(draft, name, type.mediaType);
    }

    private Kept keep(Path draft, String name, String mediaType) throws IOException {
        long bytes = Files.size(draft);
        String sha256 = sha256(draft);
        store(draft, path(sha256));
        jdbc.sql("insert into file (sha256, name, media_type, bytes) values (?, ?, ?, ?) on conflict (sha256) do nothing").params(sha256, name, mediaType, bytes).update();
        return find(sha256).orElseThrow();
    }

    /** The bytes reach the disk, then the name, then the folder: a cut of the power leaves the whole file or none. */
    private static void store(Path draft, Path place) throws IOException {
        if (Files.exists(place)) return;
        Files.createDirectories(place.getParent());
        sync(draft);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        sync(place.getParent());
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Kept> find(String sha256) {
        return jdbc.sql("select id, sha256, name, media_type, bytes from file where sha256 = ?").param(sha256)
                .query((r, n) -> new Kept(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5))).optional();
    }

    /** Where the bytes of a file lie. */
    public Path path(String sha256) {
        return home.files().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** The files that are missing on the disk or no longer hold what they held, by SHA-256. */
    public List<String> broken() {
        var broken = new ArrayList<String>();
        for (var sha256 : jdbc.sql("select sha256 from file order by id").query(String.class).list()) {
            try {
                if (!Files.exists(path(sha256)) || !sha256(path(sha256)).equals(sha256)) broken.add(sha256);
            } catch (IOException e) {
                broken.add(sha256);
            }
        }
        return broken;
    }

    /** The name that bytes are kept under. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
