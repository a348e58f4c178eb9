package khabuan.base.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.openpdf.text.pdf.PdfReader;

/** What a file really is, by its content and never by its name. */
enum FileType {
    PDF("application/pdf", true), JPEG("image/jpeg", true), PNG("image/png", true), HEIC("image/heic", false),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false);

    private static final Tika TIKA = new Tika();
    final String mediaType;
    /** Whether browsers show it within a page. */
    final boolean shown;

    FileType(String mediaType, boolean shown) {
        this.mediaType = mediaType;
        this.shown = shown;
    }

    /** @return empty when it is none of those that are taken */
    static Optional<FileType> of(Path file) throws IOException {
        String found;
        try (var in = Files.newInputStream(file)) {
            found = TIKA.detect(in.readNBytes(64 * 1024));
        }
        if (found.contains("zip") || found.contains("ooxml")) return office(file);
        if (found.equals("image/heif")) return Optional.of(HEIC);
        for (var type : values()) if (type.mediaType.equals(found)) return Optional.of(type);
        return Optional.empty();
    }

    /** Whether a PDF can be opened and has a page. */
    static boolean hasPages(Path pdf) {
        try (var reader = new PdfReader(pdf.toString())) {
            return reader.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static Optional<FileType> office(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null) return Optional.empty();
            if (zip.getEntry("word/document.xml") != null) return Optional.of(DOCX);
            return zip.getEntry("xl/workbook.xml") != null ? Optional.of(XLSX) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
