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
import java.util.stream.Stream;
import khabuan.base.store.Refused;
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

    private Lines(AutoCloseable source, Stream<Line> lines) {
        this.source = source;
        this.lines = lines.filter(line -> !line.isEmpty()).iterator();
    }

    /** @throws Refused when it is neither of the two */
    static Lines of(Path file) {
        try {
            return isZip(file) ? sheet(file) : csv(file);
        } catch (IOException | RuntimeException e) {
            throw new Refused("The file " + file.getFileName() + " can't be read: " + e.getMessage());
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K';
        }
    }

    private static Lines sheet(Path file) throws IOException {
        var workbook = new ReadableWorkbook(file.toFile());
        return new Lines(workbook, workbook.getFirstSheet().openStream().map(row -> new Line(row.getRowNum(), texts(row))));
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

    private static Lines csv(Path file) throws IOException {
        var in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset(file)), 1 << 16);
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

    private static Charset charset(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOK);
        }
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = decoder.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), start.length < LOOK);
        return result.isError() ? THAI_CODE_PAGE : StandardCharsets.UTF_8;
    }

    /** @throws Refused when the file is damaged */
    boolean hasNext() {
        try {
            return lines.hasNext();
        } catch (RuntimeException e) {
            throw new Refused("The file can't be read to its end: " + e.getMessage());
        }
    }

    Line next() {
        return lines.next();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new Refused("The file can't be read to its end: " + e.getMessage());
        }
    }
}
