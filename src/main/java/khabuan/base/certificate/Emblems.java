package khabuan.base.certificate;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import khabuan.base.access.Actor;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The emblem at the head of letters: one that an administrator chose (ตราครุฑ, ตราสถาบัน), or the product's own. A letter keeps the one with which it was numbered, as the fact {@link #WORD}. */
@Component
class Emblems {

    /** The fact of a letter that names its emblem by SHA-256; absent: the product's own. */
    static final String WORD = "emblem";
    /** The greatest picture that is read, in pixels a side, and the greatest that is kept: enough for three centimetres on paper, and little in each of 3,000 letters. */
    private static final int READ = 4000, KEPT = 480;
    /** The greatest file that is read, in bytes: 5 MB. */
    private static final int LIMIT = 5 << 20;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Vault vault;

    Emblems(JdbcClient jdbc, Changes changes, Vault vault) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.vault = vault;
    }

    /** The SHA-256 of the chosen one; empty for the product's own. */
    Optional<String> chosen() {
        return jdbc.sql("select f.sha256 from certificate_emblem e left join file f on f.id = e.file_id order by e.id desc limit 1").query((r, n) -> Optional.ofNullable(r.getString(1))).optional().flatMap(sha -> sha);
    }

    /** The picture of an emblem. @param sha256 as a letter keeps it; null for the product's own @return null for that */
    byte[] picture(String sha256) {
        try {
            return sha256 == null ? null : Files.readAllBytes(path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String sha256) {
        return vault.path(sha256);
    }

    /** Sets a picture at the head of letters from now on, made as small as paper needs it.
     *  @throws khabuan.base.access.Refusal.Thrown when it isn't a PNG or JPEG that can be read, or too large */
    void choose(Actor actor, InputStream content) {
        byte[] small = small(content);
        changes.make(actor.author(), "certificate.emblem", "", () -> {
            jdbc.sql("insert into certificate_emblem (file_id) values (?)").param(vault.keep(new ByteArrayInputStream(small), "emblem.png").id()).update();
        });
    }

    /** Goes back to the product's own. */
    void drop(Actor actor) {
        if (chosen().isPresent()) changes.make(actor.author(), "certificate.emblem", "", () -> { jdbc.sql("insert into certificate_emblem (file_id) values (null)").update(); });
    }

    private static byte[] small(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(LIMIT + 1);
            if (bytes.length == 0) throw CertificateRefusal.EMBLEM_MISSING.at("file");
            if (bytes.length > LIMIT) throw CertificateRefusal.EMBLEM_UNREADABLE.at("file");
            var out = new ByteArrayOutputStream();
            ImageIO.write(scaled(read(bytes)), "png", out);
            return out.toByteArray();
        } catch (IOException | IllegalArgumentException e) {
            throw CertificateRefusal.EMBLEM_UNREADABLE.at("file");
        }
    }

    /** Its size is looked at before its pixels are. */
    private static BufferedImage read(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw CertificateRefusal.EMBLEM_UNREADABLE.at("file");
            var reader = readers.next();
            try {
                reader.setInput(in);
                boolean taken = reader.getFormatName().equalsIgnoreCase("png") || reader.getFormatName().equalsIgnoreCase("jpeg");
                if (!taken || Math.max(reader.getWidth(0), reader.getHeight(0)) > READ) throw CertificateRefusal.EMBLEM_UNREADABLE.at("file");
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scaled(BufferedImage picture) {
        double scale = Math.min(1, KEPT / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
