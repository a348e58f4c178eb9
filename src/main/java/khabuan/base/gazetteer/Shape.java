package khabuan.base.gazetteer;

import java.util.ArrayList;
import java.util.List;

/** The polygons of a place: each a list of rings, the first around it and the others its holes; a ring is a list of points of longitude and latitude, its last the same as its first. */
record Shape(List<List<List<double[]>>> polygons) {

    static final Shape NONE = new Shape(List.of());
    /** A hundred-thousandth of a degree is about a metre. */
    private static final long PER_DEGREE = 100_000;

    boolean isEmpty() {
        return polygons.isEmpty();
    }

    Shape with(Shape other) {
        var all = new ArrayList<>(polygons);
        all.addAll(other.polygons);
        return new Shape(List.copyOf(all));
    }

    /** Whether it lies where Thailand does; what doesn't is measured in something else than degrees, or has latitude first. */
    boolean isInThailand() {
        return polygons.stream().flatMap(List::stream).flatMap(List::stream).allMatch(p -> p[0] > 95 && p[0] < 108 && p[1] > 3 && p[1] < 23);
    }

    /** As the coordinates of a GeoJSON MultiPolygon, to the metre. */
    String coordinates() {
        var text = new StringBuilder("[");
        for (var polygon : polygons) {
            text.append(text.length() > 1 ? ",[" : "[");
            for (int ring = 0; ring < polygon.size(); ring++) {
                text.append(ring > 0 ? ",[" : "[");
                var points = polygon.get(ring);
                for (int i = 0; i < points.size(); i++) {
                    if (i > 0) text.append(',');
                    text.append('[').append(rounded(points.get(i)[0])).append(',').append(rounded(points.get(i)[1])).append(']');
                }
                text.append(']');
            }
            text.append(']');
        }
        return text.append(']').toString();
    }

    private static double rounded(double degrees) {
        return (double) Math.round(degrees * PER_DEGREE) / PER_DEGREE;
    }
}
