package khabuan.insight.measure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Choice;
import khabuan.base.page.Frame;
import khabuan.base.place.Atlas;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceMap;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.place.ProvinceShapes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which local units a registry reaches, and which it doesn't yet: from the country down to a province, whose units are seen one by one. */
@Controller
@Needs(Right.READ_OPEN)
class CoverageController {

    private final Measures measures;
    private final Places places;
    private final Atlas atlas;
    private final ProvinceShapes shapes;
    private final Clock clock;

    CoverageController(Measures measures, Places places, Atlas atlas, ProvinceShapes shapes, Clock clock) {
        this.measures = measures;
        this.places = places;
        this.atlas = atlas;
        this.shapes = shapes;
        this.clock = clock;
    }

    @GetMapping("/coverage")
    ModelAndView coverage(@RequestParam(defaultValue = "council.registered") String measure, @RequestParam(defaultValue = "") String within, @RequestParam(required = false) String from,
                          @RequestParam(name = "as-of", required = false) String asOf, @ModelAttribute("frame") Frame frame) {
        var request = FigureRequest.read(measures.get(measure).code(), within, Level.UNIT.word(), "", from, asOf, null, ThaiDate.today(clock), places);
        return new ModelAndView("measure/coverage", Map.of("page", page(request, frame)));
    }

    private CoveragePage page(FigureRequest request, Frame frame) {
        var tree = places.tree();
        var within = request.within();
        var answer = measures.ask(request.question(false));
        var lines = within.level().ordinal() >= Level.DISTRICT.ordinal() ? List.<CoveragePage.Line>of() : tree.children(within).stream().map(p -> line(p, tree, answer, request)).toList();
        boolean near = within.level().ordinal() >= Level.PROVINCE.ordinal();
        var provinces = near ? List.<CoveragePage.Line>of() : provinces(within, tree, answer, request);
        var shades = ProvinceFigures.shades(near ? figures(tree.units(within), answer) : shares(provinces));
        var tiles = near ? tiles(within, tree, answer, shades) : List.<CoveragePage.District>of();
        var choices = measures.all().stream().filter(m -> !m.code().equals("units")).map(m -> new Choice(m.code(), frame.t("measure." + m.code() + ".name"))).toList();
        var map = near ? near(within, tiles, frame) : far(provinces, shades, frame);
        return new CoveragePage(measures.get(request.code()), request, choices, tree.path(within), line(within, tree, answer, request), lines, tiles, shades, map);
    }

    private static CoveragePage.Line line(Place place, PlaceTree tree, Answer answer, FigureRequest request) {
        var figures = tree.units(place).stream().mapToLong(u -> answer.at(u.code(), 0)).toArray();
        long reached = 0, records = 0;
        for (long figure : figures) {
            if (figure > 0) reached++;
            records += figure;
        }
        return new CoveragePage.Line(place, reached, figures.length, records, CoveragePage.path(request, place));
    }

    private static List<CoveragePage.Line> provinces(Place within, PlaceTree tree, Answer answer, FigureRequest request) {
        return tree.at(Level.PROVINCE).stream().filter(p -> tree.contains(within, p)).map(p -> line(p, tree, answer, request)).toList();
    }

    private static Map<String, BigDecimal> shares(List<CoveragePage.Line> provinces) {
        var shares = new HashMap<String, BigDecimal>();
        provinces.stream().filter(p -> p.units() > 0).forEach(p -> shares.put(p.place().code(), p.shade()));
        return shares;
    }

    /** The figures of the units that have one. */
    private static Map<String, BigDecimal> figures(List<Place> units, Answer answer) {
        return units.stream().filter(u -> answer.at(u.code(), 0) > 0).collect(Collectors.toMap(Place::code, u -> BigDecimal.valueOf(answer.at(u.code(), 0))));
    }

    private static List<CoveragePage.District> tiles(Place within, PlaceTree tree, Answer answer, List<ProvinceFigures.Shade> shades) {
        var districts = within.level() == Level.PROVINCE ? tree.children(within) : List.of(tree.path(within).get(Level.DISTRICT.ordinal()));
        return districts.stream().map(d -> new CoveragePage.District(d, tree.children(d).stream().map(u -> tile(u, answer.at(u.code(), 0), shades)).toList())).toList();
    }

    private static CoveragePage.Tile tile(Place unit, long figure, List<ProvinceFigures.Shade> shades) {
        return new CoveragePage.Tile(unit, figure, figure == 0 ? "none" : ProvinceFigures.css(BigDecimal.valueOf(figure), shades), unit.path());
    }

    private PlaceMap far(List<CoveragePage.Line> provinces, List<ProvinceFigures.Shade> shades, Frame frame) {
        if (provinces.isEmpty()) return null;
        var lines = provinces.stream().collect(Collectors.toMap(CoveragePage.Line::place, l -> l));
        return shapes.around(provinces.stream().map(CoveragePage.Line::place).toList(), p -> {
            var line = lines.get(p);
            return line == null ? new ProvinceShapes.Look(p.title(), "around", "")
                    : new ProvinceShapes.Look(frame.t("coverage.on-map", p.title(), frame.words().number(line.reached()), frame.words().number(line.units())), ProvinceFigures.css(line.shade(), shades), line.path());
        });
    }

    private PlaceMap near(Place within, List<CoveragePage.District> districts, Frame frame) {
        var tiles = districts.stream().flatMap(d -> d.tiles().stream()).collect(Collectors.toMap(t -> t.unit().code(), t -> t));
        return atlas.units(places.tree().path(within).get(Level.PROVINCE.ordinal()), code -> {
            var tile = tiles.get(code);
            return tile == null ? null : new ProvinceShapes.Look(tile.unit().title() + ": " + frame.words().number(tile.figure()), tile.css(), tile.path());
        });
    }
}
