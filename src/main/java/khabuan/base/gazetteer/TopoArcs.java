package khabuan.base.gazetteer;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The arcs of a TopoJSON file, which neighbours share: a ring names the arcs that it is made of, -1 - n for the arc n run backwards. */
record TopoArcs(List<List<double[]>> arcs) {

    /** A file with a transform writes points as whole steps, each from the one before. */
    static TopoArcs of(JsonNode root) {
        var transform = root.path("transform");
        boolean steps = transform.isObject();
        double scaleX = steps ? transform.path("scale").path(0).asDouble() : 1, scaleY = steps ? transform.path("scale").path(1).asDouble() : 1;
        double left = transform.path("translate").path(0).asDouble(0), bottom = transform.path("translate").path(1).asDouble(0);
        var arcs = new ArrayList<List<double[]>>(root.path("arcs").size());
        for (var arc : root.path("arcs")) {
            var points = new ArrayList<double[]>(arc.size());
            double x = 0, y = 0;
            for (var point : arc) {
                x = point.path(0).asDouble() + (steps ? x : 0);
                y = point.path(1).asDouble() + (steps ? y : 0);
                points.add(new double[] {x * scaleX + left, y * scaleY + bottom});
            }
            arcs.add(points);
        }
        return new TopoArcs(arcs);
    }

    /** @throws IndexOutOfBoundsException when the geometry names an arc that isn't there */
    Shape shape(JsonNode geometry) {
        var named = geometry.path("arcs");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> new Shape(List.of(polygon(named)));
            case "MultiPolygon" -> new Shape(named.valueStream().map(this::polygon).toList());
            default -> Shape.NONE;
        };
    }

    private List<List<double[]>> polygon(JsonNode rings) {
        return rings.valueStream().map(this::ring).toList();
    }

    /** The arcs one behind the other; where two meet, the point is written once. */
    private List<double[]> ring(JsonNode named) {
        var ring = new ArrayList<double[]>();
        for (var name : named) {
            int number = name.asInt();
            var arc = number < 0 ? arcs.get(~number).reversed() : arcs.get(number);
            ring.addAll(ring.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return ring;
    }
}
