package khabuan.base.gazetteer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a TopoJSON or GeoJSON file holds. @param credit whose work it is, as the file says; "" when it doesn't */
record GeoFile(List<Feature> features, String credit) {

    /** @param code the official code of the place, "" when none was found; @param shape empty when it is no polygon */
    record Feature(String code, Shape shape) {}

    /** It is neither. */
    static final class Unreadable extends Exception {}

    private static final Pattern CODE = Pattern.compile("(?:TH-?)?(\\d{6}|\\d{4}|\\d{2})");
    /** The properties in which files write the code, those of the smallest places first. */
    private static final List<String> CODE_PROPERTIES = List.of("code", "pcode", "adm3_pcode", "tam_code", "tambon_code", "tambon", "subdistrict_code", "adm2_pcode", "amp_code", "amphoe_code", "amphoe",
            "district_code", "adm1_pcode", "pro_code", "prov_code", "province_code", "province", "id");
    private static final List<String> CREDIT_PROPERTIES = List.of("credit", "attribution", "copyright", "source");

    static GeoFile read(Path file) throws Unreadable {
        try {
            var root = new JsonMapper().readTree(file.toFile());
            String credit = CREDIT_PROPERTIES.stream().map(root::path).filter(JsonNode::isString).map(JsonNode::asString).findFirst().orElse("");
            return switch (root.path("type").asString("")) {
                case "Topology" -> new GeoFile(ofTopology(root), credit);
                case "FeatureCollection" -> new GeoFile(ofCollection(root), credit);
                default -> throw new Unreadable();
            };
        } catch (JacksonException | IndexOutOfBoundsException e) {
            throw new Unreadable();
        }
    }

    private static List<Feature> ofTopology(JsonNode root) {
        var arcs = TopoArcs.of(root);
        var features = new ArrayList<Feature>();
        root.path("objects").forEach(layer -> collect(layer, arcs, features));
        return features;
    }

    private static void collect(JsonNode geometry, TopoArcs arcs, List<Feature> features) {
        if (geometry.path("type").asString("").equals("GeometryCollection")) geometry.path("geometries").forEach(g -> collect(g, arcs, features));
        else features.add(new Feature(code(geometry), arcs.shape(geometry)));
    }

    private static List<Feature> ofCollection(JsonNode root) {
        var features = new ArrayList<Feature>();
        root.path("features").forEach(f -> features.add(new Feature(code(f), shape(f.path("geometry")))));
        return features;
    }

    private static Shape shape(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> new Shape(List.of(polygon(coordinates)));
            case "MultiPolygon" -> new Shape(coordinates.valueStream().map(GeoFile::polygon).toList());
            default -> Shape.NONE;
        };
    }

    private static List<List<double[]>> polygon(JsonNode rings) {
        return rings.valueStream().map(ring -> ring.valueStream().map(p -> new double[] {p.path(0).asDouble(), p.path(1).asDouble()}).toList()).toList();
    }

    /** By its properties, whatever the case of their names, else by its id. */
    private static String code(JsonNode feature) {
        var properties = new TreeMap<String, String>();
        feature.path("properties").properties().forEach(p -> properties.put(p.getKey().toLowerCase(Locale.ROOT), p.getValue().asString("")));
        properties.putIfAbsent("id", feature.path("id").asString(""));
        for (var name : CODE_PROPERTIES) {
            var match = CODE.matcher(properties.getOrDefault(name, ""));
            if (match.matches()) return match.group(1);
        }
        return "";
    }
}
