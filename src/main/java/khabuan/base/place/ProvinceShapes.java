package khabuan.base.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The shapes of the provinces that the product brings, and maps of them. */
@Component
public class ProvinceShapes {

    private static final Box COUNTRY = new Box(0, 0, 560, 1025);
    private final Map<String, Outline> shapes = new LinkedHashMap<>();
    private final Places places;

    ProvinceShapes(Places places) {
        this.places = places;
        try (var csv = CsvReader.builder().maxBufferSize(1 << 20).ofNamedCsvRecord(new InputStreamReader(ProvinceShapes.class.getResourceAsStream("province-shapes.csv"), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : csv) shapes.put(row.getField("code"), Outline.shipped(row.getField("path")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole country, each province as the caller says. @param drawn what becomes of a province: its title, class and link */
    public PlaceMap country(Function<Place, Look> drawn) {
        var areas = provinces().map(p -> area(p, drawn.apply(p))).toList();
        return new PlaceMap(COUNTRY.viewBox(), areas, List.of(), List.of(), COUNTRY.width() / 100, false);
    }

    /** Some provinces and what is seen around them, each as the caller says. */
    public PlaceMap around(List<Place> inside, Function<Place, Look> drawn) {
        var seen = box(inside).grown(0.04).atLeastAsWideAs(0.75);
        var areas = provinces().filter(p -> outline(p).box().meets(seen)).map(p -> area(p, drawn.apply(p))).toList();
        return new PlaceMap(seen.viewBox(), areas, List.of(), List.of(), seen.width() / 100, false);
    }

    /** How a province is drawn; see {@link PlaceMap.Area}. */
    public record Look(String title, String css, String link) {}

    PlaceMap.Area area(Place province, Look look) {
        return new PlaceMap.Area(shapes.get(province.code()).path(), look.title(), look.css(), look.link());
    }

    /** The provinces of now that have a shape. */
    Stream<Place> provinces() {
        return places.at(Level.PROVINCE).stream().filter(p -> shapes.containsKey(p.code()));
    }

    Outline outline(Place province) {
        return shapes.get(province.code());
    }

    /** What several provinces take of the map. */
    Box box(List<Place> provinces) {
        return provinces.stream().filter(p -> shapes.containsKey(p.code())).map(p -> shapes.get(p.code()).box()).reduce(Box.NONE, Box::with);
    }
}
