package khabuan.insight.measure;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import khabuan.base.text.Percentage;

/** The figures of a place and of the places below it, as of a day. @param lines empty for a unit */
public record PlaceFiguresPanel(Place place, LocalDate asOf, List<Column> columns, List<Line> lines) {

    /** A measure. @param shareOf the column of which it is shown as a share; -1 for none */
    public record Column(Measure measure, long total, String path, int shareOf) {}

    public record Line(Place place, List<Cell> cells) {}

    public record Cell(long figure, String path) {}

    public Level below() {
        return place.level().below();
    }

    /** The share of the whole place in a column that has one. */
    public String share(int column) {
        return Percentage.of(columns.get(column).total(), columns.get(columns.get(column).shareOf()).total()).aligned();
    }

    /** The share of a line in a column that has one. */
    public String share(Line line, int column) {
        return Percentage.of(line.cells().get(column).figure(), line.cells().get(columns.get(column).shareOf()).figure()).aligned();
    }
}
