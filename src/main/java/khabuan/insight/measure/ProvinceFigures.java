package khabuan.insight.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.page.Choice;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceMap;
import khabuan.base.record.Measure;

/** A measure on the map of provinces.
 *  @param share whether it is set against the number of units, in percent
 *  @param lines the provinces in print order of their regions
 *  @param classes the groups that the colours stand for, from low to high */
public record ProvinceFigures(Measure measure, FigureRequest request, boolean share, List<Choice> measures, PlaceMap map, List<Shade> classes, List<Line> lines) {

    /** @param value what is shown: a count, or a share in percent; null where there is nothing to divide by */
    public record Line(Place region, Place province, BigDecimal value, String css, String path) {}

    /** @param from the lowest value in it, @param to the highest */
    public record Shade(String css, BigDecimal from, BigDecimal to, int provinces) {}

    /** The lines of each region. */
    public Collection<List<Line>> regions() {
        return lines.stream().collect(Collectors.groupingBy(Line::region, LinkedHashMap::new, Collectors.toList())).values();
    }

    /** Five groups of about as many provinces each; equal values always stand in one group, so that there may be fewer. @param values by province code */
    public static List<Shade> shades(Map<String, BigDecimal> values) {
        var sorted = values.values().stream().sorted().toList();
        var shades = new ArrayList<Shade>();
        int start = 0;
        for (int group = 1; group <= 5 && start < sorted.size(); group++) {
            int end = Math.max(start + 1, sorted.size() * group / 5);
            while (end < sorted.size() && sorted.get(end).compareTo(sorted.get(end - 1)) == 0) end++;
            if (end <= start) continue;
            shades.add(new Shade("c" + shades.size(), sorted.get(start), sorted.get(end - 1), end - start));
            start = end;
        }
        return shades;
    }

    /** The shade of a value; "none" for null. */
    public static String css(BigDecimal value, List<Shade> shades) {
        if (value == null) return "none";
        return shades.stream().filter(s -> value.compareTo(s.to()) <= 0).findFirst().orElseThrow().css();
    }
}
