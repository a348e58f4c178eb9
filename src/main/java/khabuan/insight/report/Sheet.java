package khabuan.insight.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.text.Percentage;
import khabuan.insight.measure.Answer;
import khabuan.insight.measure.FigureRequest;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;

/** The figures of a report: asked all at once, then read by name, each with the address of its records. */
final class Sheet {

    /** A figure: its number and where it opens. */
    record Figure(long value, String link) {

        Run run() {
            return Run.figure(count(value), link);
        }

        Cell cell() {
            return Cell.of(value, run());
        }

        /** A figure of money, which is kept in satang. */
        Run baht() {
            return Run.figure(new Baht(value).toString(), link);
        }

        Cell bahtCell() {
            return Cell.of(new Baht(value).amount(), baht());
        }
    }

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    /** Asks a measure by region under a name. */
    Sheet by(String name, String code, boolean byClass, List<Window> windows) {
        questions.put(name, new Question(code, Level.REGION, Place.COUNTRY, byClass, windows));
        return this;
    }

    void answer(Measures measures) {
        var asked = List.copyOf(questions.entrySet());
        var given = measures.ask(asked.stream().map(Map.Entry::getValue).toList());
        for (int i = 0; i < asked.size(); i++) answers.put(asked.get(i).getKey(), given.get(i));
    }

    /** A figure of a region, or of the country. @param clazz "" for measures asked without classes */
    Figure at(String name, Place place, String clazz, int window) {
        var question = questions.get(name);
        long value = 0;
        for (var e : answers.get(name).cells().entrySet())
            if ((place.level() == Level.COUNTRY || e.getKey().place().equals(place.code())) && e.getKey().clazz().equals(clazz)) value += e.getValue()[window];
        var w = question.windows().get(window);
        var by = place.level() == Level.COUNTRY ? Level.REGION : Level.PROVINCE;
        return new Figure(value, new FigureRequest(question.code(), place, by, clazz, w.from(), w.to(), w.knownAt()).path(""));
    }

    Figure at(String name, Place place, int window) {
        return at(name, place, "", window);
    }

    Figure at(String name, Place place) {
        return at(name, place, "", 0);
    }

    static String count(long value) {
        return NumberFormat.getIntegerInstance(Locale.US).format(value);
    }

    /** "1,178 (100.17%)*": a number with its share, marked when the share is over a hundred. */
    static Cell withShare(Figure figure, long of) {
        var share = Percentage.of(figure.value(), of);
        if (!share.isDefined()) return figure.cell();
        var cell = Cell.of(figure.value(), figure.run(), Run.plain(" (" + share.text() + "%)")).sharing(share.value());
        return share.isOverHundred() ? cell.flagged("*") : cell;
    }

    /** "-" for nothing, as the tables print it. */
    static Cell orDash(long value) {
        return value == 0 ? Cell.of(0, Run.plain("-")) : Cell.of(value, Run.plain(count(value)));
    }

    static Cell amount(BigDecimal value) {
        return value == null ? Cell.text("-") : Cell.of(value, Run.plain(count(value.longValue())));
    }
}
