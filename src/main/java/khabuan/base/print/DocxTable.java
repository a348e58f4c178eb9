package khabuan.base.print;

import java.math.BigInteger;
import khabuan.base.text.Digits;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/** Writes a table into a Word file: fixed columns, head rows that repeat, rows that stay whole. */
final class DocxTable {

    private static final String HEAD = "E8EEF5", TOTAL = "F4F6F8", LINE = "9AA3AD";
    private final TableBlock table;
    private final CTTbl into;
    private final Widths widths;
    private final DocxText text;
    private final Digits digits;

    DocxTable(TableBlock table, CTTbl into, double width, Digits digits) {
        this.table = table;
        this.into = into;
        this.widths = new Widths(table, width, digits);
        this.text = new DocxText(digits);
        this.digits = digits;
    }

    void write() {
        frame();
        var grid = table.headGrid();
        for (int r = 0; r < grid.length; r++) headRow(grid, r);
        for (int r = 0; r < table.rows().size(); r++) row(table.rows().get(r), staysWithNext(r));
    }

    /** A short table stays whole on its page, a long one leaves no single row behind; what is said below stands with the last row. */
    private boolean staysWithNext(int row) {
        int last = table.rows().size() - 1;
        return row == last ? !table.below().isEmpty() : table.isShort() || row < 2 || row == last - 1;
    }

    private void frame() {
        var frame = into.addNewTblPr();
        frame.addNewTblW().setType(STTblWidth.DXA);
        frame.getTblW().setW(twips(0, widths.columns.length));
        frame.addNewTblInd().setType(STTblWidth.DXA);
        frame.getTblInd().setW(BigInteger.ZERO);
        var borders = frame.addNewTblBorders();
        for (var side : new CTBorder[] {borders.addNewTop(), borders.addNewLeft(), borders.addNewBottom(), borders.addNewRight(), borders.addNewInsideH(), borders.addNewInsideV()}) line(side, 4, LINE);
        frame.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var margins = frame.addNewTblCellMar();
        for (var side : new org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth[] {margins.addNewTop(), margins.addNewLeft(), margins.addNewBottom(), margins.addNewRight()}) {
            side.setType(STTblWidth.DXA);
            side.setW(BigInteger.valueOf(60));
        }
        var grid = into.addNewTblGrid();
        for (int c = 0; c < widths.columns.length; c++) grid.addNewGridCol().setW(twips(c, 1));
    }

    private void headRow(TableBlock.Head[][] grid, int r) {
        var row = openRow(true, false);
        for (int c = 0; c < grid[r].length; c++) {
            var here = grid[r][c];
            int origin = here != null ? r : above(grid, r, c);
            if (origin < 0) continue;
            var head = grid[origin][c];
            var cell = openCell(row, c, head.columns(), HEAD);
            if (head.rows() > 1) cell.getTcPr().addNewVMerge().setVal(here != null ? STMerge.RESTART : STMerge.CONTINUE);
            cell.getTcPr().addNewVAlign().setVal(STVerticalJc.CENTER);
            var paragraph = DocxText.styled(cell.addNewP(), "TableText");
            paragraph.getPPr().addNewKeepNext();
            paragraph.getPPr().addNewJc().setVal(STJc.CENTER);
            if (here != null) text.write(paragraph, head.text(), true, widths.size);
        }
    }

    /** The row where the cell begins that covers this place from above; -1 when a cell at the left covers it. */
    private static int above(TableBlock.Head[][] grid, int r, int c) {
        for (int y = r - 1; y >= 0; y--) if (grid[y][c] != null) return grid[y][c].rows() > r - y ? y : -1;
        return -1;
    }

    private void row(TableBlock.Row row, boolean staysWithNext) {
        var written = openRow(false, row.isTall());
        boolean strong = row.kind() != TableBlock.RowKind.ORDINARY;
        int column = 0;
        for (var cell : row.cells()) {
            String ground = cell.shade() != TableBlock.Shade.NONE ? cell.shade().colour : strong ? TOTAL : null;
            var place = openCell(written, column, cell.columns(), ground);
            if (row.kind() == TableBlock.RowKind.TOTAL) line(place.getTcPr().addNewTcBorders().addNewTop(), 8, "6B7580");
            if (ground != null) shade(place, ground);
            if (cell.value() != null) place.getTcPr().addNewNoWrap();
            place.getTcPr().addNewVAlign().setVal(row.isTall() ? STVerticalJc.TOP : STVerticalJc.CENTER);
            words(place, widths.folded ? cell.folded() : cell, table.columns().get(column).align(), strong);
            if (staysWithNext) place.getPArray(0).getPPr().addNewKeepNext();
            for (var inner : cell.inner()) inner(place, inner, width(column, cell.columns()));
            column += cell.columns();
        }
    }

    /** A table within a cell; Word wants a paragraph after it. */
    private void inner(CTTc place, TableBlock inner, double width) {
        new DocxTable(inner, place.addNewTbl(), width - 8, digits).write();
        DocxText.styled(place.addNewP(), "TableText");
    }

    private void words(CTTc place, TableBlock.Cell cell, TableBlock.Align align, boolean strong) {
        var paragraph = DocxText.styled(place.addNewP(), "TableText");
        paragraph.getPPr().addNewJc().setVal(switch (align) {
            case LEFT -> STJc.LEFT;
            case CENTRE -> STJc.CENTER;
            case RIGHT -> STJc.RIGHT;
        });
        text.runs(paragraph, cell.runs(), strong || cell.flagged(), widths.size);
        if (cell.flagged()) for (var run : paragraph.getRList()) run.getRPr().addNewColor().setVal("8A2A16");
        if (!cell.mark().isEmpty()) text.raised(paragraph, cell.mark(), widths.size);
    }

    private CTRow openRow(boolean head, boolean tall) {
        var row = into.addNewTr();
        var properties = row.addNewTrPr();
        if (!tall) properties.addNewCantSplit();
        if (head) properties.addNewTblHeader();
        return row;
    }

    private CTTc openCell(CTRow row, int column, int columns, String ground) {
        var cell = row.addNewTc();
        var properties = cell.addNewTcPr();
        properties.addNewTcW().setType(STTblWidth.DXA);
        properties.getTcW().setW(twips(column, columns));
        if (columns > 1) properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
        if (HEAD.equals(ground)) shade(cell, ground);
        return cell;
    }

    private static void shade(CTTc cell, String colour) {
        if (cell.getTcPr().isSetShd()) return;
        var shade = cell.getTcPr().addNewShd();
        shade.setVal(STShd.CLEAR);
        shade.setColor("auto");
        shade.setFill(colour);
    }

    private static void line(CTBorder border, int eighths, String colour) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighths));
        border.setSpace(BigInteger.ZERO);
        border.setColor(colour);
    }

    private BigInteger twips(int column, int columns) {
        return BigInteger.valueOf(Math.round(width(column, columns) * 20));
    }

    /** In points. */
    private double width(int column, int columns) {
        double points = 0;
        for (int c = column; c < column + columns; c++) points += widths.columns[c];
        return points;
    }
}
