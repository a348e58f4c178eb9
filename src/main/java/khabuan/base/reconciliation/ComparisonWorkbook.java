package khabuan.base.reconciliation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.print.SheetWriter;
import khabuan.base.reconciliation.ReconciliationPages.Fields;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** A comparison as a spreadsheet: each field of a row here and there, side by side, written as it is read. */
@Component
class ComparisonWorkbook {

    private static final List<String> FIRST = List.of("class", "line", "place", "code", "name", "what-differs", "choice", "faults");
    private final RowTable table;
    private final ReconciliationSheet sheet;

    ComparisonWorkbook(RowTable table, ReconciliationSheet sheet) {
        this.table = table;
        this.sheet = sheet;
    }

    void write(Actor actor, Reconciliation of, RowFilter filter, Words words, OutputStream out) throws IOException {
        var fields = sheet.fields(of, words, List.of());
        var columns = FIRST.stream().map(key -> new SheetWriter.Column(words.t("reconciliation.sheet." + key), key.equals("name") || key.equals("faults") ? 40 : 20)).collect(Collectors.toCollection(ArrayList::new));
        for (var key : fields.keys()) {
            columns.add(new SheetWriter.Column(words.t("reconciliation.sheet.here", fields.name(key)), 20));
            columns.add(new SheetWriter.Column(words.t("reconciliation.sheet.there", fields.name(key)), 20));
        }
        SheetWriter.write(out, words.t("reconciliation.title"), columns, new Reading(actor, of, filter, words));
    }

    /** Reads the rows a portion at a time. */
    private final class Reading implements Iterator<List<?>> {

        private final Actor actor;
        private final Reconciliation of;
        private final RowFilter filter;
        private final Words words;
        private final ArrayDeque<ComparedRow> portion = new ArrayDeque<>();
        private Fields fields;
        private int last;

        Reading(Actor actor, Reconciliation of, RowFilter filter, Words words) {
            this.actor = actor;
            this.of = of;
            this.filter = filter;
            this.words = words;
            next(0);
        }

        private void next(int after) {
            var rows = table.after(actor, of, filter, after);
            sheet.read(actor, of, rows);
            fields = sheet.fields(of, words, rows);
            portion.addAll(rows);
        }

        @Override
        public boolean hasNext() {
            if (portion.isEmpty() && last > 0) next(last);
            return !portion.isEmpty();
        }

        @Override
        public List<?> next() {
            var row = portion.remove();
            last = row.number();
            return line(row, fields, words);
        }
    }

    private static List<?> line(ComparedRow row, Fields fields, Words words) {
        String choice = row.outcome() != null ? words.t("reconciliation.state." + row.outcome()) : row.choice() != null ? words.t("reconciliation.chosen." + row.choice()) : "";
        var line = new ArrayList<Object>(Arrays.asList(words.t("reconciliation.class." + row.of()), row.line(), row.unit(), row.code(), row.name(), fields.names(row.differing()), choice,
                row.faults().stream().map(f -> fields.name(f.column()) + ": " + fields.fault(f)).collect(Collectors.joining("; "))));
        for (var key : fields.keys()) {
            boolean differs = row.differing().contains(key) || row.applied().contains(key);
            line.add(fields.told(key, differs ? row.here(key) : row.recordId() == null ? "" : row.there(key)));
            line.add(fields.told(key, row.there(key)));
        }
        return line;
    }
}
