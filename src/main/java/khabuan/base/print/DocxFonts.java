package khabuan.base.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Puts the typeface into a Word file, so that it looks the same where Sarabun is not installed. */
final class DocxFonts {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    private DocxFonts() { }

    static void embed(XWPFDocument file) throws IOException {
        try {
            var table = file.getPackage().createPart(PackagingURIHelper.createPartName("/word/fontTable.xml"), TYPE + "wordprocessingml.fontTable+xml");
            file.getPackagePart().addRelationship(table.getPartName(), TargetMode.INTERNAL, RELATION + "fontTable");
            var entries = new StringBuilder();
            for (var typeface : Typeface.values()) entries.append(entry(file, table, typeface));
            try (var out = table.getOutputStream()) {
                out.write("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                        <w:font w:name="%s"><w:altName w:val="TH Sarabun New"/><w:charset w:val="DE"/><w:family w:val="auto"/><w:pitch w:val="variable"/>%s</w:font></w:fonts>"""
                        .formatted(Typeface.FAMILY, entries).getBytes(StandardCharsets.UTF_8));
            }
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String entry(XWPFDocument file, PackagePart table, Typeface typeface) throws IOException, InvalidFormatException {
        var key = UUID.nameUUIDFromBytes(typeface.postScript.getBytes(StandardCharsets.UTF_8)).toString().toUpperCase(java.util.Locale.ROOT);
        var part = file.getPackage().createPart(PackagingURIHelper.createPartName("/word/fonts/" + typeface.postScript + ".odttf"), TYPE + "obfuscatedFont");
        try (var out = part.getOutputStream()) {
            out.write(obscured(typeface.bytes(), key));
        }
        var relation = table.addRelationship(part.getPartName(), TargetMode.INTERNAL, RELATION + "font");
        return "<w:embed%s r:id=\"%s\" w:fontKey=\"{%s}\"/>".formatted(typeface == Typeface.BOLD ? "Bold" : "Regular", relation.getId(), key);
    }

    /** As the format demands: the first 32 bytes are crossed with the key, read from its end. */
    private static byte[] obscured(byte[] font, String key) {
        var bytes = HexFormat.of().parseHex(key.replace("-", ""));
        for (int i = 0; i < 32; i++) font[i] ^= bytes[15 - i % 16];
        return font;
    }
}
