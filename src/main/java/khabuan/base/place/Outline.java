package khabuan.base.place;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The outline of a place on the map.
 *  @param path as the d of an SVG path, in units of the map */
record Outline(String path, Box box) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    /** The shipped map is a Mercator projection; these make its units of degrees. */
    private static final double PER_DEGREE = 67.3994251, LEFT = -6560.6257662, PER_RADIAN = -3839.69374481, TOP = 1401.65934648;

    static double x(double lon) {
        return lon * PER_DEGREE + LEFT;
    }

    static double y(double lat) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2)) * PER_RADIAN + TOP;
    }

    /** A shipped path: rings of one point and whole steps from there, "M217 457l1 0 2 1z". */
    static Outline shipped(String path) {
        var box = Box.NONE;
        for (var ring : path.split("z")) {
            var numbers = NUMBER.matcher(ring).results().mapToInt(m -> Integer.parseInt(m.group())).toArray();
            int x = 0, y = 0;
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                x += numbers[i];
                y += numbers[i + 1];
                box = box.with(x, y);
            }
        }
        return new Outline(path, box);
    }

    /** An imported boundary. @param polygons the coordinates of a GeoJSON MultiPolygon, longitude first */
    static Outline of(JsonNode polygons) {
        var path = new StringBuilder();
        var box = Box.NONE;
        for (var polygon : polygons)
            for (var ring : polygon) {
                char step = 'M';
                for (var point : ring) {
                    double x = x(point.get(0).asDouble()), y = y(point.get(1).asDouble());
                    box = box.with(x, y);
                    path.append(step).append(String.format(Locale.ROOT, "%.2f %.2f", x, y));
                    step = 'L';
                }
                path.append('z');
            }
        return new Outline(path.toString(), box);
    }
}
