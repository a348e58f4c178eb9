package khabuan.base.intake;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The rows of a file one after the other, never all at once: a CSV in UTF-8 or in the Thai code page that older spreadsheets write, or the first sheet of an XLSX. */
final class Lines implements AutoCloseable {

    private static final int LOOK = 1 << 20;
    private static final Charset THAI_CODE_PAGE = Charset.forName("x-windows-874");

    /** @param number as a spreadsheet shows it, from 1; @param cells as text; numbers plain, days of a sheet as their serial number */
    record Line(int number, List<String> cells) {

        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    private final AutoCloseable source;
    private final Iterator<Line> lines;
    private int read;

    private Lines(AutoCloseable source, Stream<Line> lines) {
        this.source = source;
        this.lines = lines.filter(line -> !line.isEmpty()).iterator();
    }

    /** @throws Unreadable when it is neither of the two */
    static Lines of(Path file) {
        try {
            byte[] start = start(file);
            if (start.length == 0) throw new Unreadable(0, "intake.fault.file-empty");
            String sort = sort(start);
            if (!sort.isEmpty()) throw new Unreadable(0, "intake.fault.file-other", sort);
            return isZip(start) ? sheet(file) : csv(file, charset(start));
        } catch (IOException e) {
            throw new Unreadable(0, "intake.fault.file-damaged", "0");
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOK);
        }
    }

    private static boolean isZip(byte[] start) {
        return begins(start, "PK");
    }

    private static boolean begins(byte[] start, String with) {
        return new String(start, 0, Math.min(start.length, with.length()), StandardCharsets.ISO_8859_1).equalsIgnoreCase(with);
    }

    /** What people send by mistake, by its name; "" for what may be a table. */
    private static String sort(byte[] start) {
        if (begins(start, "%PDF")) return "PDF";
        if (begins(start, "\u00D0\u00CF\u0011\u00E0")) return "XLS (Excel 97–2003)";
        String text = new String(start, 0, Math.min(start.length, 200), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<html") || text.startsWith("<!doctype") || text.startsWith("<table")) return "HTML";
        if (!isZip(start) && !isUtf16(start))
            for (byte b : start) if (b == 0) return "–";
        return "";
    }

    private static boolean isUtf16(byte[] start) {
        return begins(start, "\u00FF\u00FE") || begins(start, "\u00FE\u00FF");
    }

    private static Lines sheet(Path file) throws IOException {
        try {
            var workbook = new ReadableWorkbook(file.toFile());
            return new Lines(workbook, workbook.getFirstSheet().openStream().map(row -> new Line(row.getRowNum(), texts(row))));
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(0, "intake.fault.file-other", "ZIP, DOCX");
        }
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) texts.add(row.getOptionalCell(i).map(Lines::text).orElse(""));
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) return cell.asNumber().stripTrailingZeros().toPlainString();
        if (cell.getType() == CellType.FORMULA) return cell.getRawValue() == null ? "" : cell.getRawValue();
        return cell.getText() == null ? "" : cell.getText();
    }

    private static Lines csv(Path file, Charset charset) throws IOException {
        var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), 1 << 16);
        in.mark(8192);
        if (in.read() != '\uFEFF') in.reset();
        in.mark(8192);
        String head = in.readLine();
        in.reset();
        var reader = CsvReader.builder().fieldSeparator(separator(head == null ? "" : head)).allowExtraFields(true).allowMissingFields(true).skipEmptyLines(false).ofCsvRecord(in);
        var number = new int[1];
        return new Lines(reader, reader.stream().map((CsvRecord record) -> new Line(++number[0], record.getFields())));
    }

    private static char separator(String head) {
        long commas = head.chars().filter(c -> c == ',').count();
        if (head.chars().filter(c -> c == '\t').count() > commas) return '\t';
        return head.chars().filter(c -> c == ';').count() > commas ? ';' : ',';
    }

    private static Charset charset(byte[] start) {
        if (isUtf16(start)) return StandardCharsets.UTF_16;
        if (is(StandardCharsets.UTF_8, start)) return StandardCharsets.UTF_8;
        if (is(THAI_CODE_PAGE, start)) return THAI_CODE_PAGE;
        throw new Unreadable(0, "intake.fault.file-encoding");
    }

    private static boolean is(Charset charset, byte[] start) {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), start.length < LOOK).isError();
    }

    /** @throws Unreadable when the file is damaged */
    boolean hasNext() {
        try {
            return lines.hasNext();
        } catch (RuntimeException e) {
            throw new Unreadable(read, "intake.fault.file-damaged", Integer.toString(read));
        }
    }

    Line next() {
        var line = lines.next();
        read = line.number;
        return line;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new Unreadable(read, "intake.fault.file-damaged", Integer.toString(read));
        }
    }
}
