package khabuan.insight.measure;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import khabuan.base.record.Measure;
import org.springframework.stereotype.Component;

/** Answers questions to measures, exactly: every answer is summed from sheets of figures by unit, which are always as if they had been counted now. */
@Component
public class Measures {

    /** What is counted at first, places and what is registered, before what is counted of it. */
    public static final Comparator<Measure> MAIN_FIRST = Comparator.comparing((Measure m) -> !m.code().equals("units")).thenComparing(m -> !m.code().endsWith(".registered"));

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Sheets sheets;
    private final Rungs rungs;

    Measures(List<Measure> declared, Sheets sheets, Rungs rungs) {
        declared.stream().sorted(Comparator.comparing(Measure::code)).forEach(m -> {
            if (measures.put(m.code(), m) != null) throw new IllegalStateException("Two measures are called " + m.code() + ".");
        });
        this.sheets = sheets;
        this.rungs = rungs;
    }

    /** All measures, by code. */
    public List<Measure> all() {
        return List.copyOf(measures.values());
    }

    /** @throws NoSuchElementException when there is no such measure */
    public Measure get(String code) {
        var measure = measures.get(code);
        if (measure == null) throw new NoSuchElementException("There is no measure " + code + ".");
        return measure;
    }

    public Answer ask(Question question) {
        return ask(List.of(question)).getFirst();
    }

    /** Answers several questions, what must be counted for them beside one another. */
    public List<Answer> ask(List<Question> questions) {
        var wanted = new LinkedHashMap<Sheet.Name, Measure>();
        for (var q : questions) for (var w : q.windows()) wanted.put(Sheet.Name.of(get(q.code()), q.byClass(), w), get(q.code()));
        var found = sheets.get(wanted);
        var ladders = new HashMap<Instant, Rungs.Ladder>();
        for (var q : questions) for (var w : q.windows()) if (!ladders.containsKey(w.knownAt())) ladders.put(w.knownAt(), rungs.ladder(w.knownAt()));
        return questions.stream().map(q -> sum(q, found, ladders)).toList();
    }

    private Answer sum(Question question, Map<Sheet.Name, Sheet> found, Map<Instant, Rungs.Ladder> ladders) {
        var cells = new HashMap<Answer.Key, long[]>();
        var last = question.windows().getLast();
        for (int w = 0; w < question.windows().size(); w++) {
            var window = question.windows().get(w);
            var ladder = ladders.get(window.knownAt());
            var within = ladder.at(question.within().level(), last.to());
            var sheet = found.get(Sheet.Name.of(get(question.code()), question.byClass(), window));
            add(sheet, ladder.at(question.by(), window.to()), within, within.codes().indexOf(question.within().code()), question.windows().size(), w, cells);
        }
        return new Answer(cells);
    }

    private static void add(Sheet sheet, Rungs.Rung by, Rungs.Rung within, int place, int windows, int window, Map<Answer.Key, long[]> cells) {
        if (place < 0) return;
        sheet.figures().forEach((clazz, figures) -> {
            var sums = new long[by.codes().size()];
            for (int unit = 0; unit < figures.length; unit++)
                if (figures[unit] != 0 && within.of(unit) == place && by.of(unit) >= 0) sums[by.of(unit)] += figures[unit];
            for (int p = 0; p < sums.length; p++)
                if (sums[p] != 0) cells.computeIfAbsent(new Answer.Key(by.codes().get(p), clazz), k -> new long[windows])[window] = sums[p];
        });
    }

    /** Forgets what is kept: for benchmarks of a cold start. */
    public void forget() {
        sheets.forget();
    }
}
