package khabuan.insight.explore;

import java.util.Arrays;
import java.util.List;
import khabuan.base.text.Words;

/** The cells of a table of places, as compact as they go to a page's script.
 *  @param paths by column, the address of its figures with "*" for the key of the place
 *  @param rows for each line its label, what tells it from others, and the key of its place
 *  @param figures line by line; @param bases too, empty for none; @param shares too, percentages and money as printed */
public record Cells(List<String> paths, List<List<String>> rows, long[] figures, long[] bases, List<String> shares) {

    /** @param pivot of places */
    public static Cells of(Pivot pivot, Words words) {
        if (pivot.rows().isEmpty()) return new Cells(List.of(), List.of(), new long[0], new long[0], List.of());
        var first = pivot.rows().getFirst();
        var paths = pivot.numbers().mapToObj(c -> first.path(c).replace("within=" + key(first) + "&", "within=*&")).toList();
        var rows = pivot.rows().stream().map(r -> List.of(r.label(), r.where(), key(r))).toList();
        var figures = pivot.rows().stream().flatMapToLong(r -> Arrays.stream(r.figures())).toArray();
        var bases = pivot.rows().stream().flatMapToLong(r -> Arrays.stream(r.bases())).toArray();
        var shares = !first.isShare() && !first.hasMoney() ? List.<String>of() : pivot.rows().stream().flatMap(r -> pivot.numbers().mapToObj(c -> Drawing.text(r, c, words))).toList();
        return new Cells(paths, rows, figures, bases, shares);
    }

    private static String key(Pivot.Row row) {
        return row.place() == null ? "" : row.place().key();
    }
}
