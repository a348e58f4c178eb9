package khabuan.base.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import khabuan.base.text.Words;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty workbook to fill in: a sheet with the headings, and one that explains each column. */
final class Template {

    private static final int ROWS = 5000;
    private static final String HEAD = "0B5D4E";

    private Template() {}

    static void write(RowIntake kind, Words words, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Khabuan", "1.0")) {
            workbook.setGlobalDefaultFont("Sarabun", 11);
            var sheet = workbook.newWorksheet(words.t("intake.kind." + kind.word()).replaceAll("[\\\\/*?:\\[\\]]", " "));
            var columns = kind.columns();
            for (int i = 0; i < columns.size(); i++) heading(sheet, i, columns.get(i), kind, words);
            sheet.freezePane(0, 1);
            explain(workbook.newWorksheet(words.t("intake.template.explanation")), kind, words);
        }
    }

    /** The headings alone, as a CSV that spreadsheets open as UTF-8. */
    static void headings(RowIntake kind, Words words, OutputStream out) throws IOException {
        var text = new StringWriter().append('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(kind.columns().stream().map(c -> heading(c, kind, words)).toList());
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String heading(Column column, IntakeKind kind, Words words) {
        return first(column.heading(kind, words)) + (column.required() ? " *" : "");
    }

    private static void heading(Worksheet sheet, int at, Column column, IntakeKind kind, Words words) {
        String heading = heading(column, kind, words);
        sheet.value(0, at, heading);
        sheet.style(0, at).bold().fontColor("FFFFFF").fillColor(HEAD).set();
        sheet.width(at, Math.max(14, Math.min(40, heading.length() * 1.3 + 4)));
        var cells = sheet.range(1, at, ROWS, at);
        if (!column.choices().isEmpty())
            cells.validateWithListByFormula("\"" + String.join(",", column.choices().stream().map(c -> column.spellings(kind, c, words).getFirst()).toList()) + "\"");
        if (column.type() == Column.Type.TEXT || column.type() == Column.Type.DATE || column.type() == Column.Type.UNIT) cells.style().format("@").set();
    }

    private static void explain(Worksheet sheet, RowIntake kind, Words words) {
        row(sheet, 0, List.of("heading", "english", "required", "type", "meaning", "example").stream().map(k -> words.t("intake.template." + k)).toList());
        sheet.range(0, 0, 0, 5).style().bold().fontColor("FFFFFF").fillColor(HEAD).set();
        int at = 1;
        for (var column : kind.columns())
            row(sheet, at++, List.of(first(column.heading(kind, words)), column.key(), column.required() ? words.t("intake.template.yes") : "",
                    words.t("intake.type." + column.type().name().toLowerCase(java.util.Locale.ROOT)), meaning(column, kind, words), column.example()));
        double[] widths = {28, 20, 12, 22, 70, 34};
        for (int i = 0; i < widths.length; i++) sheet.width(i, widths[i]);
        sheet.range(1, 0, at, 5).style().wrapText(true).verticalAlignment("top").set();
        row(sheet, at + 1, List.of(words.t("intake.template.rules")));
    }

    /** What a column means, with what may stand in it where that is to be chosen. */
    static String meaning(Column column, IntakeKind kind, Words words) {
        if (column.choices().isEmpty()) return column.hint(kind, words);
        return column.hint(kind, words) + ": " + String.join(" / ", column.choices().stream().map(c -> column.spellings(kind, c, words).getFirst()).toList());
    }

    private static void row(Worksheet sheet, int at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) sheet.value(at, i, cells.get(i));
    }

    private static String first(String heading) {
        return heading.split("\\|")[0];
    }
}
