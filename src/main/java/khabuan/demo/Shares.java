package khabuan.demo;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers divided so that both margins of a table come out exactly. */
final class Shares {

    private Shares() {}

    /** A table with these sums of its rows and of its columns; each column falls to the rows in proportion to what they still want.
     *  @throws IllegalArgumentException when the margins don't have one sum */
    static long[][] of(long[] rows, long[] columns) {
        if (Arrays.stream(rows).sum() != Arrays.stream(columns).sum()) throw new IllegalArgumentException(Arrays.toString(rows) + " and " + Arrays.toString(columns));
        var left = rows.clone();
        var table = new long[rows.length][columns.length];
        for (int column = 0; column < columns.length; column++) {
            var parts = divide(columns[column], left);
            for (int row = 0; row < rows.length; row++) left[row] -= table[row][column] = parts[row];
        }
        return table;
    }

    /** A sum divided in proportion to weights, by the largest remainders. */
    static long[] divide(long sum, long[] weights) {
        var whole = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new long[weights.length];
        if (whole.signum() == 0) return parts;
        var rests = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            var divided = BigInteger.valueOf(sum).multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(whole);
            parts[i] = divided[0].longValueExact();
            rests[i] = divided[1].negate();
        }
        long left = sum - Arrays.stream(parts).sum();
        IntStream.range(0, weights.length).boxed().sorted(Comparator.comparing(i -> rests[i])).limit(left).forEach(i -> parts[i]++);
        return parts;
    }

    /** A table like another one, fitted to these sums of its rows and of its columns: scaled row by row and column by column in turn, then rounded, the rest put where both still want something.
     *  @param like nothing below nothing; where it is nothing it stays so as far as the rest allows
     *  @throws IllegalArgumentException when the margins don't have one sum, or want less than nothing */
    static long[][] fitted(double[][] like, long[] rows, long[] columns) {
        if (Arrays.stream(rows).sum() != Arrays.stream(columns).sum() || Arrays.stream(rows).anyMatch(r -> r < 0) || Arrays.stream(columns).anyMatch(c -> c < 0))
            throw new IllegalArgumentException(Arrays.toString(columns) + " of " + Arrays.stream(rows).sum());
        var scaled = Arrays.stream(like).map(double[]::clone).toArray(double[][]::new);
        for (int round = 0; round < 40; round++) {
            for (int c = 0; c < columns.length; c++) {
                double sum = 0;
                for (var row : scaled) sum += row[c];
                if (sum > 0) for (var row : scaled) row[c] *= columns[c] / sum;
            }
            for (int r = 0; r < rows.length; r++) {
                double sum = Arrays.stream(scaled[r]).sum();
                if (sum > 0) for (int c = 0; c < columns.length; c++) scaled[r][c] *= rows[r] / sum;
            }
        }
        return rounded(scaled, rows, columns);
    }

    private static long[][] rounded(double[][] scaled, long[] rows, long[] columns) {
        var rowLeft = rows.clone();
        var columnLeft = columns.clone();
        var table = new long[rows.length][columns.length];
        for (int r = 0; r < rows.length; r++) for (int c = 0; c < columns.length; c++) put(table, r, c, (long) Math.floor(scaled[r][c]), rowLeft, columnLeft);
        for (int r = 0; r < rows.length; r++) for (int c = 0; c < columns.length; c++) if (scaled[r][c] > 0) put(table, r, c, Long.MAX_VALUE, rowLeft, columnLeft);
        for (int r = 0; r < rows.length; r++) for (int c = 0; c < columns.length; c++) put(table, r, c, Long.MAX_VALUE, rowLeft, columnLeft);
        return table;
    }

    private static void put(long[][] table, int row, int column, long wanted, long[] rowLeft, long[] columnLeft) {
        long part = Math.min(wanted, Math.min(rowLeft[row], columnLeft[column]));
        table[row][column] += part;
        rowLeft[row] -= part;
        columnLeft[column] -= part;
    }
}
