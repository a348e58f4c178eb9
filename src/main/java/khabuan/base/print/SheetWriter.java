package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a list of any length as a workbook, row by row, with little memory; what an "export to XLSX" answers with.
 * Numbers and days stay numbers and days; words stay words, even when they begin with "=".
 */
public final class SheetWriter {

    /** A column's heading and its width in letters. */
    public record Column(String heading, double width) { }

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    /** "31 ส.ค. 2562": the era of the reader's calendar, kept as a day. */
    private static final String DAY = "[$-107041E]d mmm yyyy";

    private SheetWriter() { }

    /**
     * Writes the rows and finishes the workbook; the stream stays open.
     *
     * @param rows each with a value for each column: text, number, LocalDate, Boolean, or null for none
     */
    public static void write(OutputStream out, String sheet, List<Column> columns, Iterator<? extends List<?>> rows) throws IOException {
        var book = new Workbook(out, "Khabuan", null);
        book.setGlobalDefaultFont(Typeface.FAMILY, 11);
        int sheets = 0;
        do {
            String name = XlsxPrinter.sheetName(sheet);
            fill(book.newWorksheet(++sheets == 1 ? name : name + " (" + sheets + ")"), columns, rows);
        } while (rows.hasNext());
        book.finish();
    }

    private static void fill(Worksheet sheet, List<Column> columns, Iterator<? extends List<?>> rows) throws IOException {
        for (int c = 0; c < columns.size(); c++) {
            sheet.width(c, columns.get(c).width());
            sheet.value(0, c, columns.get(c).heading());
            sheet.style(0, c).bold().fillColor("E8EEF5").horizontalAlignment("center").verticalAlignment("center").wrapText(true).borderStyle("thin").borderColor("9AA3AD").set();
        }
        sheet.freezePane(1, 1);
        onPaper(sheet, columns);
        int row = 1;
        for (; rows.hasNext() && row < ROWS_OF_A_SHEET; row++) {
            var values = rows.next();
            for (int c = 0; c < values.size(); c++) put(sheet, row, c, values.get(c));
            if (row % 500 == 0) sheet.flush();
        }
        sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
        sheet.finish();
    }

    /** A4, as wide as the page, its headings on every page, the pages numbered. */
    private static void onPaper(Worksheet sheet, List<Column> columns) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation(columns.stream().mapToDouble(Column::width).sum() > 90 ? "landscape" : "portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0);
        sheet.footer("&P / &N", Position.CENTER, Typeface.FAMILY, 10);
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case null -> { }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).horizontalAlignment("center").set();
            }
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            default -> sheet.value(row, column, XlsxPrinter.cell(value.toString()));
        }
    }
}
