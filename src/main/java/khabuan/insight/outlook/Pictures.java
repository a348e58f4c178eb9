package khabuan.insight.outlook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceMap;
import khabuan.base.place.ProvinceShapes;
import khabuan.base.text.Words;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Scoreboard;
import khabuan.insight.indicator.Source;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.ProvinceFigures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.insight.outlook.Outlook.Region;
import org.springframework.stereotype.Component;

/** Draws an indicator on the map. */
@Component
class Pictures {

    private final ProvinceShapes shapes;
    private final Measures measures;

    Pictures(ProvinceShapes shapes, Measures measures) {
        this.shapes = shapes;
        this.measures = measures;
    }

    /** @param code the indicator asked for; one that has no regions, or "", gives the one that is least likely to be met
     *  @return null when no indicator has regions */
    Picture of(Outlook outlook, String code, Words words) {
        var lines = outlook.drawable();
        var line = lines.stream().filter(l -> l.indicator().code().equals(code)).findFirst().or(() -> outlook.atRisk(1).stream().filter(lines::contains).findFirst()).or(() -> lines.stream().findFirst()).orElse(null);
        if (line == null) return null;
        var byCode = line.regions().stream().collect(Collectors.toMap(Region::code, r -> r));
        String link = outlook.board().link(line.indicator()) + "#places";
        var regions = shapes.country(p -> look(p, byCode.get(p.parent()), line.indicator(), link, words));
        if (line.indicator().source() != Source.MEASURE) return new Picture(line, regions, null, List.of());
        return provinces(line, regions, outlook.board(), words);
    }

    private static ProvinceShapes.Look look(Place province, Region region, Indicator indicator, String link, Words words) {
        if (region == null || region.reached() == null) return new ProvinceShapes.Look(province.title() + ": –", "light-none", "");
        return new ProvinceShapes.Look(region.name() + " (" + province.title() + "): " + told(region, indicator, words), region.light().area(), link);
    }

    /** "107 / 534 20.04% แดง". */
    private static String told(Region region, Indicator indicator, Words words) {
        String figure = OutlookWords.figure(indicator, region.reached());
        if (region.percent() == null || !region.percent().isDefined()) return figure;
        return figure + " / " + OutlookWords.figure(indicator, region.aim()) + " " + region.percent().text() + "% " + words.t(region.light().key());
    }

    private Picture provinces(Outlook.Line line, PlaceMap regions, Scoreboard board, Words words) {
        var window = new Window(board.quarter().year().start(), board.asOf(), board.knownAt());
        var answer = measures.ask(new Question(line.indicator().measureCode(), Level.PROVINCE, List.of(window)));
        var values = new HashMap<String, BigDecimal>();
        answer.cells().keySet().forEach(key -> values.put(key.place(), BigDecimal.valueOf(answer.at(key.place(), 0))));
        var shades = ProvinceFigures.shades(values);
        var map = shapes.country(p -> {
            var value = values.getOrDefault(p.code(), BigDecimal.ZERO);
            String path = new FigureRequest(line.indicator().measureCode(), p, Level.DISTRICT, "", window.from(), window.to(), window.knownAt()).path("");
            return new ProvinceShapes.Look(p.title() + ": " + words.number(value), values.containsKey(p.code()) ? ProvinceFigures.css(value, shades) : "none", path);
        });
        return new Picture(line, regions, map, shades);
    }
}
