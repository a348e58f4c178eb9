package khabuan.insight.measure;

import java.math.BigDecimal;
import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceMap;
import khabuan.base.record.Measure;
import khabuan.base.text.Percentage;

/** How much of a place a registry reaches: in which of its local units there is a record.
 *  @param path the places above, the place itself last
 *  @param lines the places below, down to districts
 *  @param tiles the units, by district; only within a province
 *  @param map null where nothing can be drawn */
public record CoveragePage(Measure measure, FigureRequest request, List<Choice> measures, List<Place> path, Line total, List<Line> lines, List<District> tiles,
                           List<ProvinceFigures.Shade> shades, PlaceMap map) {

    /** @param reached the units that have a record, of all units; @param records in them; @param path where it is seen more nearly, "" for nowhere */
    public record Line(Place place, long reached, long units, long records, String path) {

        public Percentage share() {
            return Percentage.of(reached, units);
        }

        BigDecimal shade() {
            return share().isDefined() ? share().value() : null;
        }
    }

    public record District(Place place, List<Tile> tiles) {}

    /** A unit. @param css the group of its figure */
    public record Tile(Place unit, long figure, String css, String path) {}

    public Place place() {
        return request.within();
    }

    /** Whether it shows units one by one. */
    public boolean isNear() {
        return !tiles.isEmpty();
    }

    /** The coverage of a place by a figure. */
    public static String path(FigureRequest request, Place within) {
        return "/coverage?measure=" + request.code() + "&within=" + within.key() + "&from=" + request.from() + "&as-of=" + request.to();
    }
}
