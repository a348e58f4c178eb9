package khabuan.insight.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import khabuan.base.text.Percentage;
import khabuan.base.text.Words;
import khabuan.insight.measure.FigureRequest;

/** A table of figures: a line for each place, class or period, a column for each measure and class or period, and for each indicator, what is shown of it, and period.
 *  @param total the sums of the columns; null where lines can't be summed */
public record Pivot(Choices choices, List<Column> columns, List<Row> rows, Row total) {

    /** A column.
     *  @param measure null where it is of an indicator
     *  @param kpi null where it is of a measure, as is aspect
     *  @param heading the class or period and what is shown; "" for the measure alone
     *  @param clazz "" for all or those of the line
     *  @param period its number; −1 when the line tells it */
    public record Column(Measure measure, Kpi kpi, Aspect aspect, String heading, String clazz, int period) {

        static Column of(Measure measure, String heading, String clazz, int period) {
            return new Column(measure, null, null, heading, clazz, period);
        }

        /** What it shows, without its heading. */
        public String subject(Words words) {
            return kpi == null ? words.t("measure." + measure.code() + ".name") : kpi.heading();
        }

        private boolean isOf(Column other) {
            return Objects.equals(measure, other.measure) && Objects.equals(kpi, other.kpi);
        }
    }

    /** A line.
     *  @param label what stands at its head, @param where what tells it from others of that name; "" for nothing
     *  @param place null where lines are no places
     *  @param figures by column
     *  @param bases by column, what the figures are set against; empty for none
     *  @param requests by column, the page of each figure of a measure; null of an indicator's
     *  @param told by column, what indicators tell; null of a measure's; empty where no indicator was asked
     *  @param columns the table's */
    public record Row(String label, String where, Place place, long[] figures, long[] bases, List<FigureRequest> requests, List<Told> told, List<Column> columns) {

        /** The figure of a measure in its unit. */
        public BigDecimal amount(int column) {
            return columns.get(column).measure().amount(figures[column]);
        }

        /** Whether some figure is not to be read as it is counted: money, which is counted in satang. */
        boolean hasMoney() {
            return columns.stream().anyMatch(c -> c.measure() != null && c.measure().isMoney());
        }

        /** What an indicator tells in a column; null in a column of a measure. */
        public Told told(int column) {
            return told.isEmpty() ? null : told.get(column);
        }

        /** The figure in percent of its base. */
        public Percentage share(int column) {
            return Percentage.of(figures[column], bases[column]);
        }

        public boolean isShare() {
            return bases.length > 0;
        }

        /** The same of a column: those of indicators have targets of their own. */
        public boolean isShare(int column) {
            return isShare() && told(column) == null;
        }

        /** The page of a figure. */
        public String path(int column) {
            var told = told(column);
            return told == null ? requests.get(column).path("") : told.path();
        }
    }

    public int cells() {
        return rows.size() * columns.size();
    }

    /** The columns under each measure and each indicator, in order. */
    public List<List<Column>> groups() {
        var groups = new ArrayList<List<Column>>();
        for (var column : columns) {
            if (groups.isEmpty() || !groups.getLast().getFirst().isOf(column)) groups.add(new ArrayList<>());
            groups.getLast().add(column);
        }
        return groups;
    }

    /** The numbers of the columns, from 0. */
    IntStream numbers() {
        return IntStream.range(0, columns.size());
    }
}
