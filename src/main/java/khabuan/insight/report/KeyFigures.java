package khabuan.insight.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.gap.Gap;
import khabuan.base.page.NavigationEntry;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import org.springframework.stereotype.Component;

/** The key figures of each room (ข้อมูลสำคัญ): every measure that it declares, the gaps excepted, which have lists of their own. */
@Component
class KeyFigures {

    /** @param code the word of the room, with which its measures begin; @param nameKey the message key of its name */
    record Room(String code, String nameKey, List<Measure> measures) {}

    private final List<Room> rooms;
    private final Measures measures;

    KeyFigures(Measures measures, List<Gap> gaps, List<NavigationEntry> entries) {
        this.measures = measures;
        var missing = gaps.stream().map(Gap::measure).collect(Collectors.toSet());
        rooms = entries.stream().filter(e -> !e.room().isEmpty()).sorted(Comparator.comparing(NavigationEntry::order))
                .map(e -> new Room(e.room(), e.key(), measures.all().stream().filter(m -> m.code().startsWith(e.room() + ".") && !missing.contains(m.code())).sorted(Measures.MAIN_FIRST).toList()))
                .filter(room -> !room.measures().isEmpty()).toList();
    }

    List<Room> rooms() {
        return rooms;
    }

    /** All their codes. */
    List<String> codes() {
        return rooms.stream().flatMap(r -> r.measures().stream()).map(Measure::code).toList();
    }

    /** The figures of a room in a region at a moment, by measure. */
    Map<String, Long> of(Room room, Place region, ReportMoment moment) {
        return byRegion(room, moment).getOrDefault(region.code(), Map.of());
    }

    /** The figures of a room, by region and measure. */
    Map<String, Map<String, Long>> byRegion(Room room, ReportMoment moment) {
        var answers = measures.ask(room.measures().stream().map(m -> new Question(m.code(), Level.REGION, List.of(moment.now()))).toList());
        var figures = new LinkedHashMap<String, Map<String, Long>>();
        for (int i = 0; i < answers.size(); i++) {
            var code = room.measures().get(i).code();
            answers.get(i).cells().forEach((key, values) -> figures.computeIfAbsent(key.place(), p -> new TreeMap<>()).put(code, values[0]));
        }
        return figures;
    }
}
