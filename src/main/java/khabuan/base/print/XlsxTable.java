package khabuan.base.print;

import khabuan.base.text.Digits;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table onto a sheet: its numbers as numbers, the percentages printed beside them in columns of their own. */
final class XlsxTable {

    /** In points: no row of a workbook is higher. */
    private static final double HIGHEST = 409;
    private final TableBlock table;
    private final Worksheet sheet;
    private final Digits digits;
    /** Where each column of the table begins on the sheet; one more entry for the end. */
    private final int[] at;
    private int row;

    XlsxTable(TableBlock table, Worksheet sheet, Digits digits) {
        this.table = table;
        this.sheet = sheet;
        this.digits = digits;
        this.at = places(table);
    }

    private static int[] places(TableBlock table) {
        var shared = new boolean[table.columns().size()];
        for (var row : table.rows()) {
            int column = 0;
            for (var cell : row.cells()) {
                if (cell.share() != null) shared[column] = true;
                column += cell.columns();
            }
        }
        var at = new int[shared.length + 1];
        for (int c = 0; c < shared.length; c++) at[c + 1] = at[c] + (shared[c] ? 2 : 1);
        return at;
    }

    void write() {
        for (int c = 0; c < table.columns().size(); c++)
            for (int x = at[c]; x < at[c + 1]; x++) sheet.width(x, width(c) / (at[c + 1] - at[c]));
        words(row, 0, table.caption());
        sheet.style(row++, 0).bold().fontSize(13).set();
        head();
        sheet.freezePane(1, row);
        onPaper();
        table.rows().forEach(this::row);
        for (var line : table.below()) {
            words(row, 0, line);
            sheet.style(row++, 0).fontSize(10).fontColor("444444").set();
        }
    }

    /** Of a column of the table, in letters. */
    private double width(int column) {
        double asked = Math.max(10 * (at[column + 1] - at[column]), table.shares()[column] * Math.max(95, 11 * table.columns().size()));
        return column == 0 ? Math.max(asked, longestRowName()) : asked;
    }

    private double longestRowName() {
        return table.rows().stream().map(row -> row.cells().getFirst()).filter(cell -> cell.columns() == 1)
                .mapToDouble(cell -> Typeface.BOLD.width(Run.text(cell.runs()), 11) / 5.4 + 2).map(width -> Math.min(width, 60)).max().orElse(0);
    }

    private void onPaper() {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        if (row > 1) sheet.repeatRows(1, row - 1);
        sheet.footer("&A  -  &P / &N", Position.CENTER, Typeface.FAMILY, 10);
    }

    /** High enough for the lines that its cells take; a workbook doesn't find this out for merged cells. */
    private double height(TableBlock.Head[] heads) {
        int lines = 1;
        for (int c = 0; c < heads.length; c++) {
            if (heads[c] == null) continue;
            double width = 0;
            for (int x = c; x < c + heads[c].columns(); x++) width += width(x);
            int needs = Lines.wrap(digits.in(heads[c].text()), width * 5.2, 11.5).size();
            lines = Math.max(lines, (needs + heads[c].rows() - 1) / heads[c].rows());
        }
        return 6 + 17.0 * lines;
    }

    private void head() {
        var grid = table.headGrid();
        for (int r = 0; r < grid.length; r++) sheet.rowHeight(row + r, height(grid[r]));
        for (int r = 0; r < grid.length; r++)
            for (int c = 0; c < grid[r].length; c++) if (grid[r][c] != null) head(grid[r][c], row + r, c);
        row += grid.length;
    }

    private void head(TableBlock.Head head, int top, int column) {
        int left = at[column], right = at[column + head.columns()] - 1, bottom = top + head.rows() - 1;
        words(top, left, head.text());
        var area = sheet.range(top, left, bottom, right);
        area.style().bold().fillColor("E8EEF5").horizontalAlignment("center").verticalAlignment("center").wrapText(true).borderStyle("thin").borderColor("9AA3AD").set();
        if (left != right || top != bottom) area.merge();
    }

    /** As high as its longest words need. */
    private void height(TableBlock.Row line) {
        int column = 0, lines = 1;
        for (var cell : line.cells()) {
            double width = 0;
            for (int c = column; c < column + cell.columns(); c++) width += width(c);
            if (cell.value() == null) lines = Math.max(lines, Lines.wrap(digits.in(cell.lines()), width * 5.2, 11.5).size());
            column += cell.columns();
        }
        if (lines > 1) sheet.rowHeight(row, Math.min(HIGHEST, 4 + 17.0 * lines));
    }

    private void row(TableBlock.Row line) {
        height(line);
        int column = 0;
        for (var cell : line.cells()) {
            boolean strong = line.kind() != TableBlock.RowKind.ORDINARY;
            int left = at[column], right = at[column + cell.columns()] - 1;
            if (cell.value() == null) words(row, left, cell.lines() + cell.mark());
            else sheet.value(row, left, cell.value());
            var align = cell.value() != null ? "right" : table.columns().get(column).align() == TableBlock.Align.CENTRE ? "center" : "left";
            for (int x = left; x <= right; x++) look(cell, strong, x).horizontalAlignment(align).format(x > left && cell.share() != null ? percentage() : number(cell)).set();
            if (cell.share() != null && cell.columns() == 1) sheet.value(row, right, cell.share().movePointLeft(2));
            if (cell.columns() > 1) sheet.range(row, left, row, right).merge();
            column += cell.columns();
        }
        row++;
    }

    private StyleSetter look(TableBlock.Cell cell, boolean strong, int x) {
        var style = sheet.style(row, x).borderStyle("thin").borderColor("9AA3AD").verticalAlignment("center").wrapText(cell.value() == null);
        String ground = cell.shade() != TableBlock.Shade.NONE ? cell.shade().colour : strong ? "F4F6F8" : null;
        if (ground != null) style.fillColor(ground);
        if (strong || cell.flagged()) style.bold();
        if (cell.flagged()) style.fontColor("8A2A16");
        return style;
    }

    /** How a number looks: with its sign where the plus is printed too, its decimals, its footnote's mark, and in the document's digits. */
    private String number(TableBlock.Cell cell) {
        if (cell.value() == null) return "@";
        int decimals = Math.max(0, cell.value().stripTrailingZeros().scale());
        String number = "#,##0" + (decimals > 0 ? "." + "0".repeat(Math.min(decimals, 6)) : "") + (cell.mark().isEmpty() ? "" : "\"" + cell.mark().replace("\"", "") + "\"");
        return Run.text(cell.runs()).startsWith("+") ? language() + "+" + number + ";" + language() + "-" + number : language() + number;
    }

    private String percentage() {
        return language() + "0.00%";
    }

    private String language() {
        return digits == Digits.THAI ? "[$-D00041E]" : "";
    }

    private void words(int row, int column, String text) {
        sheet.value(row, column, XlsxPrinter.cell(digits.in(text)));
    }
}
