package khabuan.insight.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import khabuan.base.record.Measure;
import khabuan.base.record.Moments;
import khabuan.base.record.Snapshot;
import org.springframework.stereotype.Component;

/** Answers questions to measures, exactly: an answer is kept, and given again only while nothing that it was read from has changed. */
@Component
public class Measures {

    private static final int KEPT = 4000;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Moments moments;
    private final FigureQuery query;
    private final Map<Question, Kept> answers = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
            return size() > KEPT;
        }
    };

    private record Kept(Snapshot snapshot, Answer answer) {}

    Measures(List<Measure> declared, Moments moments, FigureQuery query) {
        declared.stream().sorted(java.util.Comparator.comparing(Measure::code)).forEach(m -> {
            if (measures.put(m.code(), m) != null) throw new IllegalStateException("Two measures are called " + m.code() + ".");
        });
        this.moments = moments;
        this.query = query;
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

    /** Answers several questions, those that must be computed beside one another. */
    public List<Answer> ask(List<Question> questions) {
        var answers = new HashMap<Question, Answer>(stillTrue(questions));
        var open = questions.stream().distinct().filter(q -> !answers.containsKey(q)).toList();
        if (open.size() == 1) answers.put(open.getFirst(), compute(open.getFirst()));
        else if (!open.isEmpty()) computeAll(open, answers);
        return questions.stream().map(answers::get).toList();
    }

    private void computeAll(List<Question> open, Map<Question, Answer> answers) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new LinkedHashMap<Question, Future<Answer>>();
            for (var question : open) futures.put(question, workers.submit(() -> compute(question)));
            for (var e : futures.entrySet()) answers.put(e.getKey(), e.getValue().get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<Question, Answer> stillTrue(List<Question> questions) {
        var kept = new HashMap<Question, Kept>();
        synchronized (answers) {
            for (var q : questions) {
                var k = answers.get(q);
                if (k != null) kept.put(q, k);
            }
        }
        if (kept.isEmpty()) return Map.of();
        var news = moments.touchesSince(kept.values().stream().mapToLong(k -> k.snapshot.xmin()).min().orElseThrow());
        var still = new HashMap<Question, Answer>();
        kept.forEach((q, k) -> {
            var tables = query.tablesOf(get(q.code()));
            if (q.windows().stream().allMatch(w -> news.leavesUnchanged(tables, k.snapshot, w.knownAt()))) {
                still.put(q, k.answer);
                keep(q, news.now(), k.answer);
            }
        });
        return still;
    }

    private Answer compute(Question question) {
        var measure = get(question.code());
        var byKnowledge = new LinkedHashMap<Instant, List<Integer>>();
        for (int i = 0; i < question.windows().size(); i++)
            byKnowledge.computeIfAbsent(question.windows().get(i).knownAt(), k -> new ArrayList<>()).add(i);
        var cells = new HashMap<Answer.Key, long[]>();
        var oldest = new Snapshot[1];
        byKnowledge.forEach((knownAt, windows) -> moments.readWithSnapshot(knownAt, snapshot -> {
            if (oldest[0] == null) oldest[0] = snapshot;
            query.add(measure, question, windows, cells);
            return null;
        }));
        var answer = new Answer(cells);
        keep(question, oldest[0], answer);
        return answer;
    }

    private void keep(Question question, Snapshot snapshot, Answer answer) {
        synchronized (answers) {
            answers.put(question, new Kept(snapshot, answer));
        }
    }

    /** Forgets what is kept: for benchmarks of a cold start. */
    public void forget() {
        synchronized (answers) {
            answers.clear();
        }
    }
}
