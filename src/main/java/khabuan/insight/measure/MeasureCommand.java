package khabuan.insight.measure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.base.store.House;
import khabuan.base.text.Bundles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Prints the figures of a measure. */
@Command(name = "measure", description = "Prints the figures of a measure by place, as of a day and as known at a moment.", mixinStandardHelpOptions = true)
public class MeasureCommand implements Callable<Integer> {

    private final House house;

    @Spec
    CommandSpec spec;
    @Parameters(paramLabel = "CODE", arity = "0..1", description = "The measure: council.registered; --list tells them all.")
    String code;
    @Option(names = "--list", description = "Lists the measures.")
    boolean list;
    @Option(names = "--by", defaultValue = "country", paramLabel = "LEVEL", description = "country, region, province, district or unit (default: ${DEFAULT-VALUE}).")
    String by;
    @Option(names = "--as-of", paramLabel = "DAY", description = "The day as of which a stock stands: 2562-08-31 or 2019-08-31 (default: today).")
    String asOf;
    @Option(names = "--known-at", paramLabel = "DAY", description = "As it was known at the end of this day (default: as known now).")
    String knownAt;
    @Option(names = "--from", paramLabel = "DAY", description = "The first day of a flow (default: the start of the fiscal year).")
    String from;
    @Option(names = "--to", paramLabel = "DAY", description = "The last day of a flow; the same as --as-of.")
    String to;
    @Option(names = "--class", description = "By class, where the measure has classes.")
    boolean byClass;
    @Option(names = "--format", defaultValue = "table", paramLabel = "FORMAT", description = "table, csv or json (default: ${DEFAULT-VALUE}).")
    String format;

    MeasureCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (list || code == null) out.print(listing());
        else out.print(figures());
        out.flush();
        return 0;
    }

    private String listing() {
        var words = house.get(Bundles.class).in(Bundles.THAI);
        var text = new StringWriter();
        for (var m : house.get(Measures.class).all())
            text.append("%-28s %-6s %s%n".formatted(m.code(), m.period().name().toLowerCase(java.util.Locale.ROOT), words.t("measure." + m.code() + ".name")));
        return text.toString();
    }

    private record Line(Place place, String clazz, long figure) {}

    private String figures() {
        var measure = house.get(Measures.class).get(code);
        var level = level();
        LocalDate last = day(to != null ? to : asOf, ThaiDate.today(house.get(Clock.class)));
        LocalDate first = day(from, FiscalYear.of(last).start());
        Instant known = knownAt == null ? null : ThaiDate.endOf(day(knownAt, null));
        var question = new Question(code, level, Place.COUNTRY, byClass, List.of(new Window(first, last, known)));
        var lines = lines(measure, level, house.get(Measures.class).ask(question));
        return switch (format) {
            case "table" -> table(lines);
            case "csv" -> csv(lines);
            case "json" -> json(measure, last, lines);
            default -> throw new IllegalArgumentException("There is no format " + format + ": choose table, csv or json.");
        };
    }

    private Level level() {
        try {
            return Level.of(by);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("There is no level " + by + ": choose country, region, province, district or unit.");
        }
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return text == null ? otherwise : ThaiDate.demand(text);
    }

    private List<Line> lines(Measure measure, Level level, Answer answer) {
        var classes = byClass ? (measure.classes().isEmpty() ? answer.classes() : measure.classes()) : List.of("");
        var lines = new ArrayList<Line>();
        var places = house.get(Places.class);
        for (var place : Stream.concat(places.at(level).stream(), answer.endedUnits(level, places).stream()).toList())
            for (var clazz : classes) lines.add(new Line(place, clazz, answer.at(place.code(), clazz, 0)));
        return lines;
    }

    private String table(List<Line> lines) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        long total = 0;
        for (var line : lines) {
            out.printf("%-8s %-44s %s%,12d%n", line.place.code(), line.place.title(), byClass ? "%-12s".formatted(line.clazz) : "", line.figure);
            total += line.figure;
        }
        if (lines.size() > 1) out.printf("%-8s %-44s %s%,12d%n", "", "รวม", byClass ? " ".repeat(12) : "", total);
        return text.toString();
    }

    private String csv(List<Line> lines) {
        var text = new StringWriter();
        text.append(byClass ? "code,place,class,value\n" : "code,place,value\n");
        for (var line : lines)
            text.append(line.place.code()).append(',').append(line.place.title()).append(',').append(byClass ? line.clazz + "," : "").append(Long.toString(line.figure)).append('\n');
        return text.toString();
    }

    private String json(Measure measure, LocalDate last, List<Line> lines) {
        record Figure(String code, String place, String clazz, long value) {}
        record Figures(String measure, LocalDate asOf, String knownAt, List<Figure> figures) {}
        return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(new Figures(measure.code(), last, knownAt,
                lines.stream().map(l -> new Figure(l.place.code(), l.place.title(), l.clazz, l.figure)).toList())) + "\n";
    }
}
