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

    private static final int LONGEST_NAME = 31;

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
        for (var titled : tables) {
            names.add(unique(document.digits().in(shortName(titled.title())), taken));
            new XlsxTable(titled.table(), book.newWorksheet(names.getLast()), document.digits()).write();
        }
        contents(list, document, tables, names);
        book.finish();
    }

    /** @param title its caption, or the heading that it stands under */
    private record Titled(String title, TableBlock table) {}

    private static List<Titled> tables(Document document) {
        var tables = new ArrayList<Titled>();
        String heading = document.title();
        for (var block : document.flat()) {
            if (block instanceof Block.Heading next) heading = next.line();
            var table = block instanceof TableBlock given ? given : block instanceof ChartBlock chart ? numbers(chart) : null;
            if (table != null) tables.add(new Titled(table.caption().isBlank() ? heading : table.caption(), table));
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

    private static void contents(Worksheet sheet, Document document, List<Titled> tables, List<String> names) {
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
            sheet.value(row, 1, cell(document.digits().in(tables.get(t).title())));
        }
    }

    /** "ตารางที่ 1" of "ตารางที่ 1 แสดง…"; a title without a number as it is. */
    private static String shortName(String title) {
        var numbered = NUMBERED.matcher(title);
        return numbered.lookingAt() ? numbered.group() : title;
    }

    private static String unique(String name, Set<String> taken) {
        String free = sheetName(name);
        for (int n = 2; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
            String mark = " (" + n + ")";
            free = begun(sheetName(name), LONGEST_NAME - mark.length()) + mark;
        }
        return free;
    }

    /** What Excel takes as a sheet's name; a long one ends with a word. */
    static String sheetName(String name) {
        String clean = name.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ").strip().replaceAll("^'+|'+$", "");
        return clean.isEmpty() ? "1" : begun(clean, LONGEST_NAME);
    }

    /** The words of a text that fit into so many characters; the beginning of the first when not even that does. */
    private static String begun(String text, int most) {
        if (text.length() <= most) return text;
        int end = Lines.ends(text).stream().filter(e -> e <= most).reduce((one, later) -> later).orElse(most);
        return text.substring(0, end).strip().replaceAll("[\\s(/·–-]+$", "");
    }

    /** Without the characters that the format forbids, and no longer than a cell holds. */
    static String cell(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return clean.length() <= 32_767 ? clean : clean.substring(0, 32_767);
    }
}
