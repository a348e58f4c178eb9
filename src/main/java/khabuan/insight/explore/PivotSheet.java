package khabuan.insight.explore;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import khabuan.base.print.SheetWriter;
import khabuan.base.text.Words;
import khabuan.insight.explore.Pivot.Row;

/** A pivot as a file: its lines, for percentages with what was divided by what. */
record PivotSheet(Pivot pivot, Words words) {

    /** @param ending "csv" or "xlsx" */
    void write(String ending, OutputStream out) throws IOException {
        if (ending.equals("csv")) csv(out);
        else SheetWriter.write(out, words.t("explore.title"), headings().stream().map(h -> new SheetWriter.Column(h, h.length() > 12 ? 24 : 14)).toList(), pivot.rows().stream().map(this::values).iterator());
    }

    private void csv(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(headings());
            for (var row : pivot.rows()) csv.writeRecord(values(row).stream().map(v -> harmless(Objects.toString(v, ""))).toList());
        }
    }

    /** No spreadsheet takes it for a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }

    private boolean isShare() {
        return pivot.choices().base() != null;
    }

    private List<String> headings() {
        var headings = new ArrayList<>(List.of(words.t("explore.axis." + pivot.choices().rows().word()), words.t("explore.where"), words.t("explore.code")));
        for (var column : pivot.columns()) {
            var name = Drawing.name(column, true, words);
            headings.add(name);
            if (isShare() && column.kpi() == null) headings.addAll(List.of(words.t("explore.base-of", words.t("measure." + pivot.choices().base().code() + ".name"), column.heading()).strip(), words.t("explore.percent-of", name)));
        }
        return headings;
    }

    private List<Object> values(Row row) {
        var values = new ArrayList<Object>();
        values.add(row.label());
        values.add(row.where());
        values.add(row.place() == null ? "" : row.place().code());
        pivot.numbers().forEach(c -> {
            var told = row.told(c);
            if (told != null) values.add(told.value() == null || pivot.columns().get(c).aspect() == Aspect.RESULT && told.isWord() ? told.text() : told.value());
            else values.add(row.amount(c));
            if (isShare() && pivot.columns().get(c).kpi() == null) {
                values.add(row.bases()[c]);
                values.add(Drawing.value(row, c));
            }
        });
        return values;
    }
}
