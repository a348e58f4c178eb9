package khabuan.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few files that stand for all the scanned papers of the simulation: a page each that says what it stands for, shared by many records. */
final class SimulatedFiles {

    static final String[] REGISTRATION = {"js02", "js03"};
    static final String[] CAPACITY = {"problem-report", "letter-copy", "follow-up"};
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("js02", "จส.02 (จำลอง).pdf");
        NAMES.put("js03", "จส.03 (จำลอง).pdf");
        NAMES.put("problem-report", "รายงานปัญหาและข้อเสนอ (จำลอง).pdf");
        NAMES.put("letter-copy", "สำเนาจดหมายที่เสนอต่อหน่วยงาน (จำลอง).pdf");
        NAMES.put("follow-up", "รายงานผลการติดตามข้อเสนอ (จำลอง).pdf");
        NAMES.put("annual-report", "รายงานประจำปีของสภา (จำลอง).pdf");
        NAMES.put("fund-report", "รายงานประจำปีของกองทุน (จำลอง).pdf");
        NAMES.put("fund-regulations", "ระเบียบกองทุน (จำลอง).pdf");
        NAMES.put("fund-one-page", "ไฟล์องค์ความรู้รูปธรรม one page (จำลอง).pdf");
        NAMES.put("result", "รายงานผลการดำเนินงานตามตัวชี้วัด (จำลอง).pdf");
    }

    private final Map<String, Long> numbers = new LinkedHashMap<>();

    /** Writes the files into the place for files, named by their SHA-256 as the product names them, and enters them. */
    SimulatedFiles(Path place, Numbers next, Ledger ledger) {
        NAMES.forEach((kind, name) -> {
            byte[] content = page(kind);
            String sha256 = HexFormat.of().formatHex(digest(content));
            store(place.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256), content);
            long number = next.next();
            numbers.put(kind, number);
            ledger.enterOn(SimulatedUnits.ALWAYS, Sheet.FILE, number, sha256, name, "application/pdf", content.length);
        });
    }

    long number(String kind) {
        return numbers.get(kind);
    }

    private static void store(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PDF of one page, the same bytes each time. */
    private static byte[] page(String kind) {
        String drawn = """
                0.9 0.35 0.2 RG 4 w 40 40 515 762 re S
                BT /F1 34 Tf 90 640 Td (SIMULATED DOCUMENT) Tj 0 -60 Td /F1 22 Tf (%s) Tj
                0 -60 Td /F1 13 Tf (It stands for a scanned paper in the demonstration of Khabuan.) Tj
                0 -22 Td (It is not the paper of any council and names no person.) Tj ET
                """.formatted(kind);
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + drawn.length() + " >>\nstream\n" + drawn + "endstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(text.length());
            text.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = text.length();
        text.append("xref\n0 6\n0000000000 65535 f \n");
        offsets.forEach(o -> text.append("%010d 00000 n \n".formatted(o)));
        text.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
