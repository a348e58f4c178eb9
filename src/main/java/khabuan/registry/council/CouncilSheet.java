package khabuan.registry.council;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.text.Words;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The list of councils as a spreadsheet, written as it is read. */
@Component
class CouncilSheet {

    private static final List<String> COLUMNS = List.of("code", "name", "unit", "unit-code", "district", "province", "region", "registered", "new", "members", "documented", "certified",
            "concrete", "capacity", "term-due", "surplus");
    private final CouncilTable table;

    CouncilSheet(CouncilTable table) {
        this.table = table;
    }

    void write(CouncilFilter filter, Place within, PlaceTree tree, LocalDate today, Words words, OutputStream out) throws IOException {
        var present = FiscalYear.of(today);
        var book = new Workbook(out, "Khabuan", "1.0");
        var sheet = book.newWorksheet(words.t("council.list.title"));
        sheet.value(0, 0, words.t("council.list.sheet-title", within.title(), words.longDay(today), Integer.toString(filter.yearOr(present).year())));
        for (int i = 0; i < COLUMNS.size(); i++) sheet.value(2, i, words.t("council.column." + COLUMNS.get(i)));
        sheet.range(2, 0, 2, COLUMNS.size() - 1).style().bold().fillColor("E3F1ED").set();
        sheet.freezePane(0, 3);
        var line = new int[] {3};
        table.each(filter, within, present, today, row -> write(sheet, line[0]++, row, tree, filter.yearOr(present), words));
        for (int i = 0; i < COLUMNS.size(); i++) sheet.width(i, i == 1 ? 48 : i < 7 && i > 1 ? 24 : 14);
        book.finish();
    }

    private static void write(Worksheet sheet, int line, CouncilTable.Row row, PlaceTree tree, FiscalYear year, Words words) {
        var path = tree.find(Level.UNIT, row.unitCode()).map(tree::path).orElse(List.of());
        sheet.value(line, 0, row.code());
        sheet.value(line, 1, row.name());
        sheet.value(line, 2, title(path, Level.UNIT));
        sheet.value(line, 3, row.unitCode());
        sheet.value(line, 4, title(path, Level.DISTRICT));
        sheet.value(line, 5, title(path, Level.PROVINCE));
        sheet.value(line, 6, title(path, Level.REGION));
        sheet.value(line, 7, words.day(row.registeredOn()));
        sheet.value(line, 8, yes(FiscalYear.of(row.registeredOn()).equals(year), words));
        sheet.value(line, 9, row.members());
        sheet.value(line, 10, yes(row.documented(), words));
        sheet.value(line, 11, yes(row.certified(), words));
        sheet.value(line, 12, yes(row.concrete(), words));
        sheet.value(line, 13, yes(row.capacity(), words));
        sheet.value(line, 14, words.day(row.termDueOn()));
        sheet.value(line, 15, yes(row.surplus(), words));
    }

    private static String title(List<Place> path, Level level) {
        return path.stream().filter(p -> p.level() == level).map(Place::title).findFirst().orElse("");
    }

    private static String yes(boolean answer, Words words) {
        return words.t(answer ? "council.yes" : "council.no");
    }
}
