package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** Prints the tables of a document, and the numbers of its charts, as a workbook to reckon with: a sheet for each, and one that lists them. */
@Component
public class XlsxPrinter implements Printer {

    private static final Pattern NUMBERED = Pattern.compile("\\p{L}[\\p{L}\\p{M}.]*\\s?[0-9๐-๙.]*[0-9๐-๙]");

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public void print(Document document, OutputStream out) throws IOException {
        var book = new Workbook(out, "Khabuan", null);
        book.setGlobalDefaultFont(Typeface.FAMILY, 11);
        book.properties().setTitle(document.digits().in(document.title()));
        var taken = new HashSet<String>();
        String first = document.all(Block.Contents.class).stream().map(Block.Contents::title).findFirst().orElse(document.title());
        var list = book.newWorksheet(unique(document.digits().in(first), taken));
        var tables = tables(document);
        var names = new ArrayList<String>();
        for (var table : tables) {
            names.add(unique(document.digits().in(shortName(table.caption(), names.size() + 1)), taken));
            new XlsxTable(table, book.newWorksheet(names.getLast()), document.digits()).write();
        }
        contents(list, document, tables, names);
        book.finish();
    }

    private static List<TableBlock> tables(Document document) {
        var tables = new ArrayList<TableBlock>();
        for (var block : document.flat()) {
            if (block instanceof TableBlock table) tables.add(table);
            if (block instanceof ChartBlock chart) tables.add(numbers(chart));
        }
        return tables;
    }

    private static TableBlock numbers(ChartBlock chart) {
        var columns = new ArrayList<>(List.of(new TableBlock.Column(3, TableBlock.Align.LEFT)));
        var head = new ArrayList<>(List.of(TableBlock.Head.of("")));
        chart.series().forEach(series -> {
            columns.add(new TableBlock.Column(1.2, TableBlock.Align.RIGHT));
            head.add(TableBlock.Head.of(series.name()));
        });
        var rows = new ArrayList<TableBlock.Row>();
        for (int c = 0; c < chart.categories().size(); c++) {
            var cells = new ArrayList<>(List.of(TableBlock.Cell.text(chart.categories().get(c))));
            for (var series : chart.series()) cells.add(TableBlock.Cell.of(series.points().get(c).value(), Run.plain(series.points().get(c).printed())));
            rows.add(new TableBlock.Row(TableBlock.RowKind.ORDINARY, cells));
        }
        return new TableBlock(chart.caption(), columns, List.of(head), rows, chart.below());
    }

    private static void contents(Worksheet sheet, Document document, List<TableBlock> tables, List<String> names) {
        sheet.width(0, 18);
        sheet.width(1, 100);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        int row = 0;
        for (var line : document.cover().isEmpty() ? List.of(document.title()) : document.cover()) {
            sheet.value(row, 0, cell(document.digits().in(line)));
            sheet.style(row, 0).bold().fontSize(row == 0 ? 16 : 13).set();
            row++;
        }
        if (!document.notice().isEmpty()) sheet.value(row++, 0, cell(document.digits().in(document.notice())));
        row++;
        for (int t = 0; t < tables.size(); t++, row++) {
            sheet.hyperlink(row, 0, HyperLink.internal("'" + names.get(t).replace("'", "''") + "'!A1", names.get(t)));
            sheet.style(row, 0).fontColor("174A7C").underlined().set();
            sheet.value(row, 1, cell(document.digits().in(tables.get(t).caption())));
        }
    }

    /** "ตารางที่ 1" of "ตารางที่ 1 แสดง…"; the beginning of a caption without a number. */
    private static String shortName(String caption, int number) {
        var numbered = NUMBERED.matcher(caption);
        return numbered.lookingAt() ? numbered.group() : caption.isBlank() ? "" + number : caption;
    }

    private static String unique(String name, Set<String> taken) {
        String free = sheetName(name);
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            String mark = " (" + n + ")", stem = sheetName(name);
            free = stem.substring(0, Math.min(stem.length(), 31 - mark.length())) + mark;
        }
        return free;
    }

    /** What Excel takes as a sheet's name. */
    static String sheetName(String name) {
        String clean = name.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ").strip().replaceAll("^'+|'+$", "");
        return clean.isEmpty() ? "1" : clean.substring(0, Math.min(clean.length(), 31)).strip();
    }

    /** Without the characters that the format forbids, and no longer than a cell holds. */
    static String cell(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return clean.length() <= 32_767 ? clean : clean.substring(0, 32_767);
    }
}
