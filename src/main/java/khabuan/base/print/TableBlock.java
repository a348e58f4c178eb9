package khabuan.base.print;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with its caption above and its notes below.
 *
 * @param caption "ตารางที่ 1 แสดง…"; "" for none
 * @param head    rows that are repeated on every page; a cell covered by a span of another is left out
 * @param below   small lines under the table: as-of date, source, footnotes
 * @param fine    whether it is set in small type from the outset, because much is written in it
 */
public record TableBlock(String caption, List<Column> columns, List<List<Head>> head, List<Row> rows, List<String> below, boolean fine) implements Block {

    public TableBlock(String caption, List<Column> columns, List<List<Head>> head, List<Row> rows, List<String> below) {
        this(caption, columns, head, rows, below, false);
    }

    /** The same in small type. */
    public TableBlock inSmallType() {
        return new TableBlock(caption, columns, head, rows, below, true);
    }

    /** The same with more lines below. */
    public TableBlock below(List<String> more) {
        return new TableBlock(caption, columns, head, rows, Stream.concat(below.stream(), more.stream()).toList(), fine);
    }

    public enum Align { LEFT, CENTRE, RIGHT }

    public enum RowKind { ORDINARY, GROUP, TOTAL }

    /** The ground of a cell. The colour is never the only sign: the text says the same. */
    public enum Shade {
        NONE(null), GREY("EEF0F2"), BLUE("DCE9F5"), GREEN("DDEFD9"), AMBER("FCEBC4"), RED("F9D9D4");

        /** RRGGBB, or null for none. */
        final String colour;

        Shade(String colour) {
            this.colour = colour;
        }
    }

    /** @param width its share of the table's width, in any unit */
    public record Column(double width, Align align) { }

    public record Head(String text, int columns, int rows) {
        public static Head of(String text) {
            return new Head(text, 1, 1);
        }
    }

    public record Row(RowKind kind, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(RowKind.ORDINARY, List.of(cells));
        }

        boolean isTall() {
            return cells.stream().anyMatch(Cell::isTall);
        }

        public static Row total(Cell... cells) {
            return new Row(RowKind.TOTAL, List.of(cells));
        }
    }

    /**
     * A cell.
     *
     * @param value   the number that the runs print, for a workbook; null for words
     * @param share   the percentage printed beside it, 97.97 for 97.97 %; null for none
     * @param mark    a footnote's mark, "*"; "" for none
     * @param flagged something is to be looked at: the mark or the text says what, the printers make it seen
     * @param inner   small tables under the words, which have none in theirs; a workbook writes them as lines
     */
    public record Cell(List<Run> runs, BigDecimal value, BigDecimal share, String mark, boolean flagged, Shade shade, int columns, List<TableBlock> inner) {
        public Cell {
            runs = List.copyOf(runs);
            inner = List.copyOf(inner);
        }

        public static Cell words(List<Run> runs) {
            return new Cell(runs, null, null, "", false, Shade.NONE, 1, List.of());
        }

        public Cell with(List<TableBlock> tables) {
            return new Cell(runs, value, share, mark, flagged, shade, columns, tables);
        }

        /** Its words, and those of the tables in it, a line for each row. */
        String lines() {
            var all = new StringBuilder(Run.text(runs));
            for (var table : inner)
                for (var row : table.rows())
                    all.append('\n').append(row.cells().stream().map(Cell::lines).filter(t -> !t.isEmpty()).collect(Collectors.joining(" · ")));
            return all.toString();
        }

        /** Whether it may take more than a few lines, so that its row may be parted over two pages. */
        boolean isTall() {
            return !inner.isEmpty() || Run.text(runs).length() > 240;
        }

        public static Cell text(String text) {
            return words(List.of(Run.plain(text)));
        }

        /** A number as printed, and as it is. */
        public static Cell of(BigDecimal value, Run... printed) {
            return new Cell(List.of(printed), value, null, "", false, Shade.NONE, 1, List.of());
        }

        public static Cell of(long value, Run... printed) {
            return of(BigDecimal.valueOf(value), printed);
        }

        /** With the percentage that is printed beside the number, for a workbook to keep in a column of its own. */
        public Cell sharing(BigDecimal percentage) {
            return new Cell(runs, value, percentage, mark, flagged, shade, columns, inner);
        }

        public Cell flagged(String mark) {
            return new Cell(runs, value, share, mark, true, shade, columns, inner);
        }

        public Cell shaded(Shade ground) {
            return new Cell(runs, value, share, mark, flagged, ground, columns, inner);
        }

        /** With the percentage on a line of its own, if there is one: "2,410" above "(42.40%)". */
        Cell folded() {
            if (share == null) return this;
            var two = runs.stream().map(run -> run.text().startsWith(" (") ? Run.plain("\n" + run.text().strip()) : run).toList();
            return new Cell(two, value, share, mark, flagged, shade, columns, inner);
        }

        public Cell over(int columns) {
            return new Cell(runs, value, share, mark, flagged, shade, columns, inner);
        }
    }

    public TableBlock {
        columns = List.copyOf(columns);
        head = head.stream().map(List::copyOf).toList();
        rows = List.copyOf(rows);
        below = List.copyOf(below);
        for (var row : rows) {
            int covered = row.cells().stream().mapToInt(Cell::columns).sum();
            if (covered != columns.size()) throw new IllegalArgumentException("A row of " + covered + " columns in a table of " + columns.size() + ": " + caption);
        }
    }

    /** Whether it is short enough not to be parted over two pages. */
    boolean isShort() {
        return rows.size() <= 14 && rows.stream().noneMatch(Row::isTall);
    }

    /** The share of the whole width that each column takes; they sum to 1. */
    double[] shares() {
        double whole = columns.stream().mapToDouble(Column::width).sum();
        return columns.stream().mapToDouble(column -> column.width() / whole).toArray();
    }

    /** Where each head cell stands: [row][column] of the cell that begins there, null where a span covers. */
    Head[][] headGrid() {
        var grid = new Head[head.size()][columns.size()];
        var taken = new boolean[head.size()][columns.size()];
        for (int r = 0; r < head.size(); r++) {
            int c = 0;
            for (var cell : head.get(r)) {
                while (c < columns.size() && taken[r][c]) c++;
                if (c + cell.columns() > columns.size() || r + cell.rows() > head.size())
                    throw new IllegalArgumentException("The head cell '" + cell.text() + "' does not fit its table: " + caption);
                grid[r][c] = cell;
                for (int y = r; y < r + cell.rows(); y++) for (int x = c; x < c + cell.columns(); x++) taken[y][x] = true;
            }
        }
        return grid;
    }
}
