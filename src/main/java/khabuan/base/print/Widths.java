package khabuan.base.print;

import khabuan.base.text.Digits;

/** How wide the columns of a table come out, so that no number is broken and paper and Word agree. */
final class Widths {

    private static final double[] SIZES = {11.5, 10.5, 9.5, 8.5, 8, 7.5}, SMALL = {8, 7.5};
    /** Below this, type is made smaller only when numbers would not fit. */
    private static final double READABLE = 9.5;
    /** In points; they sum to the width given. */
    final double[] columns;
    /** The size of type, in points, at which all numbers fit, or the smallest. */
    final double size;
    /** Whether percentages stand on a line of their own under their numbers, so that the type stays readable. */
    final boolean folded;

    Widths(TableBlock table, double width, Digits digits) {
        var flat = fit(table, width, digits, false);
        var fit = flat.columns != null && flat.size >= READABLE ? flat : fit(table, width, digits, true);
        folded = fit != flat && fit.columns != null && (flat.columns == null || fit.size > flat.size);
        size = folded ? fit.size : flat.size;
        var found = folded ? fit.columns : flat.columns;
        columns = found != null ? found : scaled(table.shares(), width);
    }

    /** @param columns null when the numbers don't fit at the smallest size */
    private record Fit(double[] columns, double size) { }

    private static Fit fit(TableBlock table, double width, Digits digits, boolean folded) {
        Fit fit = null;
        for (double size : table.fine() ? SMALL : SIZES) {
            fit = new Fit(fitted(table.shares(), needs(table, size, digits, folded), width), size);
            if (fit.columns != null && (size <= READABLE || roomy(fit.columns, table.shares(), width))) break;
        }
        return fit;
    }

    /** Whether no column has given up more than a seventh of what it asked for. */
    private static boolean roomy(double[] columns, double[] shares, double width) {
        for (int c = 0; c < columns.length; c++) if (columns[c] < shares[c] * width * 0.85) return false;
        return true;
    }

    /** What each column needs at least: its widest number, or its widest word. */
    private static double[] needs(TableBlock table, double size, Digits digits, boolean folded) {
        var needs = new double[table.columns().size()];
        var grid = table.headGrid();
        for (var row : grid)
            for (int c = 0; c < row.length; c++) if (row[c] != null && row[c].columns() == 1) needs[c] = Math.max(needs[c], head(row[c].text(), size, digits));
        for (var row : table.rows()) {
            int c = 0;
            for (var cell : row.cells()) {
                if (cell.columns() == 1) needs[c] = Math.max(needs[c], need(folded ? cell.folded() : cell, size, digits, row.kind() != TableBlock.RowKind.ORDINARY || cell.flagged()));
                c += cell.columns();
            }
        }
        return needs;
    }

    /** A head cell takes three lines, or four: more is a tower. */
    private static double head(String text, double size, Digits digits) {
        return Math.max(word(text, size, digits, true), width(text, size, digits, true) * 1.15 / 3 + padding(size));
    }

    private static double need(TableBlock.Cell cell, double size, Digits digits, boolean bold) {
        String text = Run.text(cell.runs());
        return cell.value() == null ? word(text, size, digits, bold) : (text + cell.mark()).lines().mapToDouble(line -> width(line, size, digits, bold)).max().orElse(0) + padding(size);
    }

    /** What stands between the letters of a cell and its lines, on both sides. */
    private static double padding(double size) {
        return size < READABLE ? 8 : 12;
    }

    private static double word(String text, double size, Digits digits, boolean bold) {
        double widest = 0;
        int start = 0;
        for (int end : Lines.ends(text)) {
            widest = Math.max(widest, width(text.substring(start, end).strip(), size, digits, bold));
            start = end;
        }
        return widest + padding(size);
    }

    private static double width(String text, double size, Digits digits, boolean bold) {
        return (bold ? Typeface.BOLD : Typeface.REGULAR).width(digits.in(text), size);
    }

    /** The columns as asked, but none narrower than it needs; the others give what it takes. @return null when all together need too much */
    private static double[] fitted(double[] shares, double[] needs, double width) {
        var fixed = new boolean[shares.length];
        while (true) {
            double left = width, weight = 0;
            for (int c = 0; c < shares.length; c++) {
                if (fixed[c]) left -= needs[c];
                else weight += shares[c];
            }
            if (left < 0) return null;
            boolean settled = true;
            for (int c = 0; c < shares.length; c++)
                if (!fixed[c] && shares[c] * left / weight < needs[c]) {
                    fixed[c] = true;
                    settled = false;
                }
            if (!settled) continue;
            var columns = new double[shares.length];
            for (int c = 0; c < shares.length; c++) columns[c] = fixed[c] ? needs[c] : shares[c] * left / weight;
            return weight == 0 && left > 0 ? scaled(needs, width) : columns;
        }
    }

    private static double[] scaled(double[] parts, double width) {
        double whole = 0;
        for (double part : parts) whole += part;
        var columns = new double[parts.length];
        for (int c = 0; c < parts.length; c++) columns[c] = parts[c] * width / whole;
        return columns;
    }
}
