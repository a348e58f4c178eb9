package khabuan.insight.measure;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Choice;
import khabuan.base.page.Frame;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.ProvinceShapes;
import khabuan.base.text.Percentage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Any measure on the map of the provinces. */
@Controller
@Needs(Right.READ_OPEN)
class MapController {

    private final Measures measures;
    private final Places places;
    private final ProvinceShapes shapes;
    private final Clock clock;

    MapController(Measures measures, Places places, ProvinceShapes shapes, Clock clock) {
        this.measures = measures;
        this.places = places;
        this.shapes = shapes;
        this.clock = clock;
    }

    @GetMapping("/map")
    ModelAndView map(@RequestParam(defaultValue = "council.registered") String measure, @RequestParam(required = false) String from, @RequestParam(name = "as-of", required = false) String asOf,
                     @RequestParam(name = "known-at", required = false) String knownAt, @RequestParam(defaultValue = "") String share, @ModelAttribute("frame") Frame frame) {
        var today = ThaiDate.today(clock);
        var request = FigureRequest.read(measures.get(measure).code(), null, Level.PROVINCE.word(), "", from, asOf, knownAt, today, places);
        return new ModelAndView("measure/map", Map.of("page", page(request, share.equals("units") && !measure.equals("units"), frame)));
    }

    private ProvinceFigures page(FigureRequest request, boolean share, Frame frame) {
        var values = values(request, share);
        var known = new HashMap<>(values);
        known.values().removeIf(v -> v == null);
        var shades = ProvinceFigures.shades(known);
        var tree = places.tree();
        var lines = tree.at(Level.REGION).stream().flatMap(region -> tree.children(region).stream().map(p -> new ProvinceFigures.Line(region, p, values.get(p.code()),
                ProvinceFigures.css(values.get(p.code()), shades), request.in(p).path("")))).toList();
        var byProvince = new HashMap<Place, ProvinceFigures.Line>();
        lines.forEach(line -> byProvince.put(line.province(), line));
        var map = shapes.country(p -> look(byProvince.get(p), frame));
        var choices = measures.all().stream().map(m -> new Choice(m.code(), frame.t("measure." + m.code() + ".name"))).toList();
        return new ProvinceFigures(measures.get(request.code()), request, share, choices, map, shades, lines);
    }

    private static ProvinceShapes.Look look(ProvinceFigures.Line line, Frame frame) {
        String value = line.value() == null ? "–" : frame.words().number(line.value());
        return new ProvinceShapes.Look(line.province().title() + ": " + value, line.css(), line.path());
    }

    private Map<String, BigDecimal> values(FigureRequest request, boolean share) {
        var answers = measures.ask(List.of(request.question(false), new Question("units", Level.PROVINCE, List.of(request.window()))));
        var values = new HashMap<String, BigDecimal>();
        for (var province : places.at(Level.PROVINCE)) {
            long figure = answers.get(0).at(province.code(), 0);
            var percentage = Percentage.of(figure, answers.get(1).at(province.code(), 0));
            values.put(province.code(), !share ? measures.get(request.code()).amount(figure) : percentage.isDefined() ? percentage.value() : null);
        }
        return values;
    }
}
