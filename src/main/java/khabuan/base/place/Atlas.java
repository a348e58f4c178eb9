package khabuan.base.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the map of a place: the provinces of the country and of a region; below, the imported boundaries where there are some, and the points of its units. */
@Component
public class Atlas {

    private final Places places;
    private final ProvinceShapes shapes;
    private final Boundaries boundaries;
    private final JdbcClient jdbc;

    Atlas(Places places, ProvinceShapes shapes, Boundaries boundaries, JdbcClient jdbc) {
        this.places = places;
        this.shapes = shapes;
        this.boundaries = boundaries;
        this.jdbc = jdbc;
    }

    /** The map of a place; null when nothing of it is known. */
    public PlaceMap of(Place place) {
        return switch (place.level()) {
            case COUNTRY -> shapes.country(p -> new ProvinceShapes.Look(p.title(), "r" + regionNumber(p), p.path()));
            case REGION -> places.tree().children(place).isEmpty() ? null : provinces(places.tree().children(place), "inside");
            case PROVINCE -> bounded(place, boundaries.below(Level.PROVINCE, place.code()), Set.of());
            case DISTRICT -> bounded(place, boundaries.below(Level.DISTRICT, place.code()), Set.of());
            case UNIT -> bounded(place, boundaries.below(Level.DISTRICT, place.parent()), covered(place));
        };
    }

    /** The units of a province as points, each as the caller says; null when it is not known where any of them lies. @param drawn what becomes of a unit, by its code; null for one that is left out */
    public PlaceMap units(Place province, Function<String, ProvinceShapes.Look> drawn) {
        var outline = shapes.outline(province);
        var dots = dots("province_code", province.code(), drawn);
        return outline == null || dots.isEmpty() ? null : draw(outline.box(), List.of(new Drawn(province, "around", outline)), dots, false);
    }

    private int regionNumber(Place province) {
        var regions = places.at(Level.REGION).stream().map(Place::code).toList();
        return regions.indexOf(province.parent());
    }

    private Set<String> covered(Place unit) {
        return Set.copyOf(jdbc.sql("select tambon_code from unit_tambon where unit_code = ?").param(unit.code()).query(String.class).list());
    }

    private PlaceMap provinces(List<Place> within, String css) {
        return draw(shapes.box(within), within.stream().map(p -> new Drawn(p, css, shapes.outline(p))).filter(d -> d.outline() != null).toList(), List.of(), false);
    }

    private record Drawn(String title, String css, String link, Outline outline) {

        Drawn(Place place, String css, Outline outline) {
            this(place.title(), css, place.path(), outline);
        }
    }

    /** What is inside a place by its imported boundaries; without any, the place's province among its neighbours. */
    private PlaceMap bounded(Place place, List<Boundaries.Bounded> inside, Set<String> covered) {
        var dots = dots(place);
        if (inside.isEmpty()) {
            var province = places.tree().path(place).get(Level.PROVINCE.ordinal());
            var outline = shapes.outline(province);
            if (outline == null) return null;
            return draw(outline.box(), List.of(new Drawn(province, place.level() == Level.PROVINCE ? "here" : "inside", outline)), dots, false);
        }
        var drawn = inside.stream().map(b -> new Drawn(b.title(), covered.contains(b.code()) ? "here" : "inside",
                place.level() == Level.PROVINCE ? "/places/district/" + b.code() : "", b.outline())).toList();
        return draw(inside.stream().map(b -> b.outline().box()).reduce(Box.NONE, Box::with), drawn, dots, true);
    }

    private PlaceMap draw(Box inside, List<Drawn> drawn, List<PlaceMap.Dot> dots, boolean imported) {
        var seen = inside.grown(0.04).atLeastAsWideAs(0.75);
        double hundredth = seen.width() / 100;
        var areas = new ArrayList<PlaceMap.Area>();
        around(seen, drawn, areas);
        drawn.forEach(d -> areas.add(new PlaceMap.Area(d.outline().path(), d.title(), d.css(), d.link())));
        var labels = drawn.stream().filter(d -> drawn.size() > 1 && hasRoom(d, hundredth)).map(d -> new PlaceMap.Label(number(d.outline().box().x()), number(d.outline().box().y()), d.title())).toList();
        return new PlaceMap(seen.viewBox(), List.copyOf(areas), labels, dots, hundredth, imported);
    }

    /** The provinces that lie around, so that one sees where one is. */
    private void around(Box seen, List<Drawn> drawn, List<PlaceMap.Area> areas) {
        var inside = drawn.stream().map(Drawn::link).collect(Collectors.toSet());
        shapes.provinces().filter(p -> !inside.contains(p.path()) && shapes.outline(p).box().meets(seen))
                .forEach(p -> areas.add(shapes.area(p, new ProvinceShapes.Look(p.title(), "around", p.path()))));
    }

    /** Whether the name fits into the area, a letter being two hundredths of the map wide. */
    private static boolean hasRoom(Drawn drawn, double hundredth) {
        long letters = drawn.title().codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
        return letters * 2 * hundredth < drawn.outline().box().width() && 5 * hundredth < drawn.outline().box().height();
    }

    private List<PlaceMap.Dot> dots(Place place) {
        var tree = places.tree();
        Function<String, ProvinceShapes.Look> drawn = code -> new ProvinceShapes.Look(tree.find(Level.UNIT, code).orElseThrow().title(), code.equals(place.code()) ? "here" : "", "/places/unit/" + code);
        return switch (place.level()) {
            case PROVINCE -> dots("province_code", place.code(), drawn);
            case DISTRICT -> dots("district_code", place.code(), drawn);
            default -> dots("district_code", place.parent(), drawn).stream().sorted(Comparator.comparing(dot -> dot.css().equals("here"))).toList();
        };
    }

    private List<PlaceMap.Dot> dots(String column, String code, Function<String, ProvinceShapes.Look> drawn) {
        return jdbc.sql("select code, lat, lon from unit_now where lat is not null and lon is not null and ended_on is null and %s = ? order by code".formatted(column))
                .param(code).query((r, n) -> dot(Outline.x(r.getDouble("lon")), Outline.y(r.getDouble("lat")), drawn.apply(r.getString("code")))).list().stream().flatMap(Optional::stream).toList();
    }

    private static Optional<PlaceMap.Dot> dot(double x, double y, ProvinceShapes.Look look) {
        return Optional.ofNullable(look).map(l -> new PlaceMap.Dot(number(x), number(y), l.title(), l.link(), l.css()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
