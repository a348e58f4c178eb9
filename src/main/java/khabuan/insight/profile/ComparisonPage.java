package khabuan.insight.profile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceHit;

/** Up to five places side by side.
 *  @param columns the places
 *  @param groups the figures by what they count, and what is missing
 *  @param typed what was typed to add a place; @param hits the places that answer to it
 *  @param full whether there is room for no other place */
public record ComparisonPage(LocalDate day, List<Column> columns, List<Group> groups, String typed, List<Hit> hits, boolean full) {

    /** @param without the address without this place */
    public record Column(Place place, String where, long units, String without) {}

    /** Figures under one title. */
    public record Group(String title, List<Row> rows) {}

    /** @param code of a measure */
    public record Row(String code, String unit, List<Cell> cells) {

        /** How far the places lie apart, from 0 for alike to 1: what the least lacks of the most, for each hundred local units where places are not of one size. */
        double apart() {
            var values = cells.stream().mapToDouble(Cell::weight).summaryStatistics();
            return values.getMax() <= 0 ? 0 : (values.getMax() - values.getMin()) / values.getMax();
        }

        /** Whether enough was counted to tell a difference from chance. */
        private boolean isTelling() {
            return cells.stream().mapToDouble(c -> c.figure().doubleValue()).max().orElse(0) >= FEWEST;
        }
    }

    private static final int DIFFERING = 6, FEWEST = 10;

    /** The figures in which the places lie farthest apart, the farthest first; none for a single place. */
    public List<Row> differing() {
        if (columns.size() < 2) return List.of();
        return groups.stream().flatMap(g -> g.rows().stream()).filter(r -> !r.code().equals("units") && r.isTelling() && r.apart() > 0).sorted(Comparator.comparingDouble(Row::apart).reversed()).limit(DIFFERING).toList();
    }

    /** @param figure in the unit of its measure: money in baht @param perHundred for each hundred local units of the place; null for a single unit */
    public record Cell(BigDecimal figure, BigDecimal perHundred, String path) {

        private double weight() {
            return perHundred == null ? figure.doubleValue() : perHundred.doubleValue();
        }
    }

    /** @param with the address with this place added */
    public record Hit(PlaceHit place, String with) {}
}
