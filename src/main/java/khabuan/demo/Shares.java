package khabuan.demo;

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
        long whole = Arrays.stream(weights).sum();
        var parts = new long[weights.length];
        if (whole == 0) return parts;
        for (int i = 0; i < weights.length; i++) parts[i] = sum * weights[i] / whole;
        long left = sum - Arrays.stream(parts).sum();
        IntStream.range(0, weights.length).boxed().sorted(Comparator.comparingLong((Integer i) -> -(sum * weights[i] % whole))).limit(left).forEach(i -> parts[i]++);
        return parts;
    }
}
