package khabuan.insight.explore;

import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import khabuan.base.text.Percentage;
import khabuan.insight.measure.FigureRequest;

/** A table of figures: a line for each place, class or period, a column for each measure and class or period.
 *  @param total the sums of the columns; null where lines can't be summed */
public record Pivot(Choices choices, List<Column> columns, List<Row> rows, Row total) {

    /** A column. @param heading the class or period; "" for the measure alone
     *  @param clazz "" for all or those of the line
     *  @param period its number; −1 when the line tells it */
    public record Column(Measure measure, String heading, String clazz, int period) {}

    /** A line.
     *  @param label what stands at its head, @param where what tells it from others of that name; "" for nothing
     *  @param place null where lines are no places
     *  @param figures by column
     *  @param bases by column, what the figures are set against; empty for none
     *  @param requests by column, the page of each figure */
    public record Row(String label, String where, Place place, long[] figures, long[] bases, List<FigureRequest> requests) {

        /** The figure in percent of its base. */
        public Percentage share(int column) {
            return Percentage.of(figures[column], bases[column]);
        }

        public boolean isShare() {
            return bases.length > 0;
        }

        /** The page of a figure. */
        public String path(int column) {
            return requests.get(column).path("");
        }
    }

    public int cells() {
        return rows.size() * columns.size();
    }

    /** The columns under each measure, in order. */
    public List<List<Column>> groups() {
        return choices.measures().stream().map(m -> columns.stream().filter(c -> c.measure().equals(m)).toList()).toList();
    }

    /** The numbers of the columns, from 0. */
    IntStream numbers() {
        return IntStream.range(0, columns.size());
    }
}
