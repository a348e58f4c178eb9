package khabuan.base.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import khabuan.base.access.Doors;
import khabuan.base.access.OutOfReach;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A kept file as an answer: shown by the browser where that is safe, else taken down. Who asks for it has judged who may see it. */
@Component
public class ShownFile {

    private final Vault vault;

    ShownFile(Vault vault) {
        this.vault = vault;
    }

    /** @throws OutOfReach when there is no such file */
    public ResponseEntity<FileSystemResource> answer(String sha256, HttpServletResponse response) {
        var file = vault.find(sha256).orElseThrow(() -> new OutOfReach("file " + sha256));
        if (!Files.exists(vault.path(sha256))) throw new OutOfReach("bytes of file " + sha256);
        boolean shown = Arrays.stream(FileType.values()).anyMatch(t -> t.shown && t.mediaType.equals(file.mediaType()));
        if (shown) Doors.framable(response);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()))
                .header("Content-Disposition", (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .header("Cache-Control", "private, max-age=3600").body(new FileSystemResource(vault.path(sha256)));
    }
}
