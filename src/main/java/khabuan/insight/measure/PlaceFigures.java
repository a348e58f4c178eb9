package khabuan.insight.measure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import org.springframework.stereotype.Component;

/** The figures on the page of a place: the places below it in lines, the main measures in columns, each figure a link to its own page. */
@Component
class PlaceFigures implements PlacePanel {

    private static final List<String> SHOWN = List.of("units", "council.registered", "council.members", "organisation.registered", "welfare.registered", "welfare.members", "council.undocumented", "council.term-unreviewed");
    /** A share of the local units: of these measures only, in which a unit has at most one record. */
    private static final Map<String, String> SHARE_OF = Map.of("council.registered", "units");

    private final Measures measures;
    private final Places places;
    private final Clock clock;

    PlaceFigures(Measures measures, Places places, Clock clock) {
        this.measures = measures;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "measure/place";
    }

    /** To everybody: figures are open. */
    @Override
    public PlaceFiguresPanel show(Place place, Actor actor) {
        var declared = measures.all().stream().map(Measure::code).collect(Collectors.toSet());
        var codes = SHOWN.stream().filter(declared::contains).toList();
        var today = ThaiDate.today(clock);
        var asked = codes.stream().map(c -> new FigureRequest(c, place, place.level().below(), "", FiscalYear.of(today).start(), today, null)).toList();
        var answers = measures.ask(asked.stream().map(a -> a.question(false)).toList());
        var columns = IntStream.range(0, codes.size()).mapToObj(i -> new PlaceFiguresPanel.Column(measures.get(codes.get(i)),
                answers.get(i).total(0), asked.get(i).path(""), codes.indexOf(SHARE_OF.getOrDefault(codes.get(i), "")))).toList();
        return new PlaceFiguresPanel(place, today, columns, lines(place, asked, answers));
    }

    private List<PlaceFiguresPanel.Line> lines(Place place, List<FigureRequest> asked, List<Answer> answers) {
        var lines = new ArrayList<PlaceFiguresPanel.Line>();
        for (var child : places.tree().children(place)) {
            var cells = IntStream.range(0, asked.size())
                    .mapToObj(i -> new PlaceFiguresPanel.Cell(answers.get(i).at(child.code(), 0), asked.get(i).in(child).path(""))).toList();
            lines.add(new PlaceFiguresPanel.Line(child, cells));
        }
        return lines;
    }
}
