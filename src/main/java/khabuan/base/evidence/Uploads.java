package khabuan.base.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import org.springframework.stereotype.Component;

/** Files on their way, in pieces: what has arrived stays when the connection breaks, and the rest follows. An upload that is never finished is forgotten when the server stops. */
@Component
class Uploads {

    /** @param size how long it will be; @param name as its owner calls it */
    private record Upload(Long accountId, String name, long size, Path draft) {}

    private final Map<String, Upload> open = new ConcurrentHashMap<>();
    private final Vault vault;

    Uploads(Vault vault) {
        this.vault = vault;
    }

    /** Begins. @return the upload's key */
    String begin(Actor actor, String name, long size) {
        if (size <= 0) throw EvidenceRefusal.FILE_MISSING.at("file");
        if (size > Vault.LIMIT) throw EvidenceRefusal.TOO_LARGE.at("file", Vault.LIMIT >> 20);
        String key = UUID.randomUUID().toString();
        open.put(key, new Upload(actor.accountId(), name, size, vault.draft()));
        return key;
    }

    /** How many bytes have arrived. @throws OutOfReach when there is no such upload of the actor's */
    long arrived(Actor actor, String key) {
        try {
            return Files.size(at(actor, key).draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upload at(Actor actor, String key) {
        var upload = open.get(key);
        if (upload == null || !upload.accountId.equals(actor.accountId())) throw new OutOfReach("upload " + key);
        return upload;
    }

    /** Adds a piece at an offset. @return how many bytes have arrived; unchanged when the offset is not where the upload stands */
    long add(Actor actor, String key, long offset, InputStream piece) throws IOException {
        var upload = at(actor, key);
        synchronized (upload) {
            if (Files.size(upload.draft) != offset) return Files.size(upload.draft);
            try (var out = Files.newOutputStream(upload.draft, StandardOpenOption.APPEND)) {
                var bytes = new byte[1 << 16];
                long room = upload.size - offset;
                for (int read = piece.read(bytes); read > 0 && room > 0; read = piece.read(bytes)) {
                    out.write(bytes, 0, (int) Math.min(read, room));
                    room -= read;
                }
            }
            return Files.size(upload.draft);
        }
    }

    /** Keeps a finished upload, within a change. */
    Vault.Kept finish(Actor actor, String key) {
        var upload = open.get(key);
        try {
            if (upload == null || !upload.accountId.equals(actor.accountId()) || Files.size(upload.draft) != upload.size) throw EvidenceRefusal.UPLOAD_UNFINISHED.at("file");
            var kept = vault.keep(upload.draft, upload.name);
            open.remove(key);
            Files.deleteIfExists(upload.draft);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
