package khabuan.insight.measure;

import java.util.List;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;

/** The page of a figure: what it is, how much, where, and the records behind it.
 *  @param records null when the person may not read records
 *  @param limited whether the records are only those in the person's scope */
public record FigurePage(Measure measure, FigureRequest request, long total, List<Place> path, List<String> classes, List<Line> lines,
                         List<Counted> records, Pager pager, boolean limited) {

    /** @param figures one for each class, or a single one */
    public record Line(Place place, List<Long> figures, long sum, String path) {}

    /** The sum of a class over all lines. */
    public long sum(int clazz) {
        return lines.stream().mapToLong(l -> l.figures().get(clazz)).sum();
    }
}
