package khabuan.insight.correction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.evidence.Vault;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The file of a request: one, a PDF, JPEG or PNG by its content, small from the public; and given to be saved, never shown within a page. */
@Component
class Attachments {

    /** The greatest file of the public, in bytes: 5 MB. */
    static final int OF_THE_PUBLIC = 5 * 1024 * 1024;
    private static final Set<String> TAKEN = Set.of("application/pdf", "image/jpeg", "image/png");
    private final Vault vault;
    private final JdbcClient jdbc;

    Attachments(Vault vault, JdbcClient jdbc) {
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** A file as it was sent. @param name as its owner calls it */
    record Sent(byte[] bytes, String name) {

        /** @return null when none was chosen */
        static Sent of(MultipartFile file) {
            if (file == null || file.isEmpty()) return null;
            try {
                if (file.getSize() > Vault.LIMIT) throw CorrectionRefusal.FILE_LARGE.at("file", Vault.LIMIT >> 20);
                String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]|\\p{Cntrl}", "");
                return new Sent(file.getBytes(), name.isBlank() ? "file" : name.substring(Math.max(0, name.length() - 120)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean begins(int... first) {
            if (bytes.length < first.length) return false;
            for (int i = 0; i < first.length; i++) if ((bytes[i] & 0xff) != first[i]) return false;
            return true;
        }
    }

    /** Looks at it before anything of it touches the disk. */
    void demandSound(Actor actor, Sent file) {
        if (!actor.isSignedIn() && file.bytes().length > OF_THE_PUBLIC) throw CorrectionRefusal.FILE_LARGE.at("file", OF_THE_PUBLIC >> 20);
        if (!file.begins('%', 'P', 'D', 'F', '-') && !file.begins(0xff, 0xd8, 0xff) && !file.begins(0x89, 'P', 'N', 'G', '\r', '\n')) throw CorrectionRefusal.FILE_TYPE.at("file");
    }

    /** Keeps it, within the change of the request. @return the number of the file */
    long keep(Sent file) {
        var kept = vault.keep(new ByteArrayInputStream(file.bytes()), file.name());
        if (!TAKEN.contains(kept.mediaType())) throw CorrectionRefusal.FILE_TYPE.at("file");
        return kept.id();
    }

    /** The bytes of a request's file. */
    FileSystemResource of(long correction) {
        return jdbc.sql("select f.sha256 from correction c join file f on f.id = c.file_id where c.id = ?").param(correction).query(String.class).optional()
                .map(sha256 -> new FileSystemResource(vault.path(sha256))).filter(FileSystemResource::exists).orElseThrow(() -> new OutOfReach("file of correction " + correction));
    }
}
