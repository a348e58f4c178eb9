package khabuan.insight.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.base.text.Words;
import khabuan.insight.explore.Pivot.Column;
import khabuan.insight.explore.Pivot.Row;
import khabuan.insight.indicator.Scores;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.ClassWords;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import org.springframework.stereotype.Component;

/** Makes pivots: asks the measures and the indicators, and lays their figures out in lines and columns. */
@Component
public class Pivots {

    private final Measures measures;
    private final Kpis kpis;
    private final Places places;

    Pivots(Measures measures, Kpis kpis, Places places) {
        this.kpis = kpis;
        this.measures = measures;
        this.places = places;
    }

    /** What is laid out. @param bases one answer, or none */
    private record Asked(Choices choices, List<Period> periods, List<Answer> answers, List<Answer> bases, Kpis.Boards boards, Level level) {

        private Answer answer(Measure measure) {
            return answers.get(choices.measures().indexOf(measure));
        }
    }

    /** A line before its figures are read. @param clazz "" for the column's, @param period −1 for the column's
     *  @param site whose indicators it tells: the place's, or those of all that is chosen, or the centre's, which has measures where it spent money of its own */
    private record Line(String label, String where, Place place, String clazz, int period, String site) {

        private boolean isCentre() {
            return site.equals(Scores.CENTRE) && place == null;
        }
    }

    /** The figures that were chosen. @param words for headings */
    public Pivot of(Choices choices, Words words) {
        var periods = Period.of(choices, words);
        var level = choices.rows().isPlace() ? choices.rows().level() : choices.within().level();
        var windows = periods.stream().map(Period::window).toList();
        var questions = new ArrayList<>(choices.measures().stream().map(m -> new Question(m.code(), level, choices.within(), choices.byClass(), windows)).toList());
        if (choices.base() != null) questions.add(new Question(choices.base().code(), level, choices.within(), false, windows));
        var answers = measures.ask(questions);
        int own = choices.measures().size();
        var asked = new Asked(choices, periods, answers.subList(0, own), answers.subList(own, answers.size()), kpis.boards(choices, periods), level);
        var columns = columns(asked, words);
        var rows = sorted(choices, lines(asked, words).stream().map(line -> row(asked, columns, line, words)).toList());
        return new Pivot(choices, columns, rows, total(asked, columns, rows, words));
    }

    private static List<Column> columns(Asked asked, Words words) {
        var columns = new ArrayList<Column>();
        for (var measure : asked.choices.measures()) {
            if (asked.choices.columns().isTime()) IntStream.range(0, asked.periods.size()).forEach(p -> columns.add(Column.of(measure, asked.periods.get(p).label(), "", p)));
            else if (asked.choices.columns() == Axis.CLASS) {
                var classes = classes(asked, measure);
                classes.forEach(c -> columns.add(Column.of(measure, ClassWords.of(words, measure.code(), c), c, -1)));
                if (classes.size() > 1) columns.add(Column.of(measure, words.t("figures.total"), "", -1));
            } else columns.add(Column.of(measure, "", "", -1));
        }
        for (var kpi : asked.choices.kpis()) columnsOf(asked, kpi, words, columns);
        return List.copyOf(columns);
    }

    private static void columnsOf(Asked asked, Kpi kpi, Words words, List<Column> columns) {
        boolean byTime = asked.choices.columns().isTime();
        for (int p = 0; p < (byTime ? asked.periods.size() : 1); p++)
            for (var aspect : asked.choices.aspects()) columns.add(new Column(null, kpi, aspect, ((byTime ? asked.periods.get(p).label() + " " : "") + words.t(aspect.key())), "", byTime ? p : -1));
    }

    private static List<String> classes(Asked asked, Measure measure) {
        if (!asked.choices.clazz().isEmpty()) return List.of(asked.choices.clazz());
        var classes = new LinkedHashSet<>(measure.classes());
        asked.answer(measure).classes().forEach(classes::add);
        return List.copyOf(classes);
    }

    private List<Line> lines(Asked asked, Words words) {
        var choices = asked.choices;
        if (choices.rows().isPlace()) return places(asked, words);
        if (choices.rows().isTime()) return IntStream.range(0, asked.periods.size()).mapToObj(p -> new Line(asked.periods.get(p).label(), "", null, "", p, choices.within().code())).toList();
        var measure = choices.measures().getFirst();
        return classes(asked, measure).stream().map(c -> new Line(ClassWords.of(words, measure.code(), c), "", null, c, -1, "")).toList();
    }

    /** The places in lines: those of now, offices and units that are no more and have a figure; and the centre, where it reports indicators beside the regions. */
    private List<Line> places(Asked asked, Words words) {
        var tree = places.tree();
        var within = asked.choices.within();
        var now = tree.at(asked.level).stream().filter(p -> within.level() == Level.COUNTRY || tree.contains(within, p)).toList();
        boolean centre = asked.boards.haveCentre(asked.choices.kpis());
        var offices = offices(asked, tree, now);
        var lines = Stream.of(now, ended(asked, tree), offices).flatMap(List::stream).map(p -> new Line(p.title(), where(p, tree), p, "", -1, centre && offices.contains(p) ? Scores.CENTRE : p.code()));
        if (!centre || !offices.isEmpty()) return lines.toList();
        return Stream.concat(lines, Stream.of(new Line(words.t("indicator.centre"), "", null, "", -1, Scores.CENTRE))).toList();
    }

    /** The offices beside the regions that have a figure of their own: what the centre spends itself. */
    private static List<Place> offices(Asked asked, PlaceTree tree, List<Place> now) {
        if (asked.level != Level.REGION) return List.of();
        return asked.answers.stream().flatMap(a -> a.cells().keySet().stream()).map(Answer.Key::place).distinct().flatMap(code -> tree.find(Level.REGION, code).stream())
                .filter(office -> !now.contains(office) && tree.contains(asked.choices.within(), office)).toList();
    }

    private List<Place> ended(Asked asked, PlaceTree tree) {
        if (asked.level != Level.UNIT) return List.of();
        var gone = asked.answers.stream().flatMap(a -> a.cells().keySet().stream()).map(Answer.Key::place).filter(code -> tree.find(Level.UNIT, code).isEmpty()).distinct().toList();
        return gone.isEmpty() ? List.of() : places.ended(gone);
    }

    private static String where(Place place, PlaceTree tree) {
        if (place.level().ordinal() < Level.DISTRICT.ordinal()) return "";
        var above = new ArrayList<String>();
        for (var at = tree.find(place.level() == Level.UNIT ? Level.DISTRICT : Level.PROVINCE, place.parent()); at.isPresent() && at.get().level().ordinal() >= Level.PROVINCE.ordinal();
                at = tree.find(Level.values()[at.get().level().ordinal() - 1], at.get().parent())) above.add(at.get().title());
        return String.join(" · ", above);
    }

    private static Row row(Asked asked, List<Column> columns, Line line, Words words) {
        var figures = new long[columns.size()];
        var bases = new long[asked.bases.isEmpty() ? 0 : columns.size()];
        var requests = new ArrayList<FigureRequest>(columns.size());
        var told = new ArrayList<Told>();
        var place = line.place == null ? asked.choices.within() : line.place;
        for (int c = 0; c < figures.length; c++) {
            var column = columns.get(c);
            int period = line.period >= 0 ? line.period : Math.max(column.period(), 0);
            String clazz = !line.clazz.isEmpty() ? line.clazz : !column.clazz().isEmpty() ? column.clazz() : asked.choices.clazz();
            if (!asked.choices.kpis().isEmpty()) told.add(column.kpi() != null ? asked.boards.tell(column.kpi(), column.aspect(), line.site, asked.periods.get(period), words) : line.isCentre() ? Told.NOTHING : null);
            if (column.kpi() != null || line.isCentre()) {
                requests.add(null);
                continue;
            }
            figures[c] = figure(asked, column.measure(), place, clazz, period);
            if (bases.length > 0) bases[c] = asked.bases.getFirst().at(place.code(), period);
            var window = asked.periods.get(period).window();
            requests.add(new FigureRequest(column.measure().code(), place, place.level().below(), clazz, window.from(), window.to(), window.knownAt()));
        }
        return new Row(line.label, line.where, line.place, figures, bases, requests, told, columns);
    }

    private static long figure(Asked asked, Measure measure, Place place, String clazz, int period) {
        var answer = asked.answer(measure);
        if (!clazz.isEmpty() || !asked.choices.byClass()) return answer.at(place.code(), clazz, period);
        long sum = 0;
        for (var each : classes(asked, measure)) sum += answer.at(place.code(), each, period);
        return sum;
    }

    private static List<Row> sorted(Choices choices, List<Row> rows) {
        int column = choices.sort() - 1;
        if (column < 0 || rows.isEmpty() || column >= rows.getFirst().figures().length) return rows;
        Comparator<Row> most = Comparator.comparing((Row r) -> r.isShare(column) || r.told(column) != null ? Drawing.value(r, column) : null, Comparator.nullsFirst(Comparator.naturalOrder()));
        return rows.stream().sorted(most.thenComparingLong(r -> r.figures()[column]).reversed()).toList();
    }

    /** The sums, which are as large as the place itself: of places and classes, not of times. An indicator tells the country's own. */
    private static Row total(Asked asked, List<Column> columns, List<Row> rows, Words words) {
        if (asked.choices.rows().isTime() || rows.size() < 2) return null;
        var whole = row(asked, columns, new Line(words.t("figures.total"), "", null, "", -1, asked.choices.within().code()), words);
        var figures = new long[columns.size()];
        var bases = new long[whole.bases().length];
        for (int c = 0; c < figures.length; c++) {
            int column = c;
            figures[c] = rows.stream().mapToLong(r -> r.figures()[column]).sum();
            if (bases.length > 0) bases[c] = asked.choices.rows() == Axis.CLASS ? rows.getFirst().bases()[c] : rows.stream().mapToLong(r -> r.bases()[column]).sum();
        }
        return new Row(whole.label(), "", null, figures, bases, whole.requests(), whole.told(), columns);
    }
}
