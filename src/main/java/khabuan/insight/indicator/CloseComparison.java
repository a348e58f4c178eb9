package khabuan.insight.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.place.Place;
import khabuan.base.record.Moments;
import khabuan.base.text.Words;
import khabuan.insight.indicator.AgreementPages.Beside;
import khabuan.insight.indicator.AgreementPages.ComparisonPage;
import khabuan.insight.indicator.AgreementPages.Differing;
import khabuan.insight.indicator.Closings.Change;
import khabuan.insight.indicator.Results.Result;
import khabuan.insight.measure.Difference;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** What two closes of a quarter differ in, and why: the records behind a measure, who recorded and certified a result, which adjustment moved a target. */
@Component
class CloseComparison {

    private static final int NAMED = 50;
    private final Closings closings;
    private final Agreements agreements;
    private final Targets targets;
    private final Results results;
    private final Moments moments;
    private final Difference difference;
    private final Sites sites;

    CloseComparison(Closings closings, Agreements agreements, Targets targets, Results results, Moments moments, Difference difference, Sites sites) {
        this.closings = closings;
        this.agreements = agreements;
        this.targets = targets;
        this.results = results;
        this.moments = moments;
        this.difference = difference;
        this.sites = sites;
    }

    private record Line(long indicator, int quarter) {}

    ComparisonPage of(Agreement agreement, FiscalQuarter quarter, Close before, Close after, Actor actor, Words words) {
        int year = agreement.fiscalYear();
        var byId = new HashMap<Long, Indicator>();
        agreements.indicators(year).forEach(i -> byId.put(i.id(), i));
        var lines = new LinkedHashMap<Line, List<Change>>();
        for (var change : closings.compare(before, after)) lines.computeIfAbsent(new Line(change.any().indicator(), change.any().quarter()), l -> new ArrayList<>()).add(change);
        var recordedBefore = recorded(year, before.knownAt());
        var recordedAfter = recorded(year, after.knownAt());
        var adjustedBefore = adjusted(year, before.knownAt());
        var adjustedAfter = adjusted(year, after.knownAt());
        var differing = new ArrayList<Differing>();
        lines.forEach((line, changes) -> {
            var indicator = byId.get(line.indicator());
            var because = Stream.concat(adjusted(indicator, adjustedBefore, adjustedAfter, words), told(indicator, line.quarter(), recordedBefore, recordedAfter, words)).toList();
            differing.add(new Differing(indicator, line.quarter(), changes.stream().map(c -> beside(indicator, c, words)).toList(), because, explained(indicator, quarter, line.quarter(), before, after, actor)));
        });
        return new ComparisonPage(agreement, quarter, before, after, differing);
    }

    private Map<Long, List<Result>> recorded(int year, Instant knownAt) {
        return moments.read(knownAt, () -> results.of(year));
    }

    private Beside beside(Indicator indicator, Change change, Words words) {
        String targetBefore = change.before() == null ? "–" : indicator.write(change.before().target()), targetAfter = change.after() == null ? "–" : indicator.write(change.after().target());
        boolean moved = !targetBefore.equals(targetAfter);
        return new Beside(sites.of(change.any().place(), words), figure(indicator, change.before(), words), figure(indicator, change.after(), words), moved ? targetBefore : "", moved ? targetAfter : "");
    }

    private static String figure(Indicator indicator, Closings.Cell cell, Words words) {
        if (cell == null) return "–";
        return cell.said() == Said.FIGURE ? indicator.write(cell.result()) : words.t(cell.said().key());
    }

    private Targets.Book adjusted(int year, Instant knownAt) {
        return moments.read(knownAt, () -> targets.book(year));
    }

    private static Stream<String> adjusted(Indicator indicator, Targets.Book before, Targets.Book after, Words words) {
        var known = before.of(indicator.id());
        return after.of(indicator.id()).stream().filter(a -> known.stream().noneMatch(k -> k.id() == a.id())).map(a -> words.t("indicator.adjusted-by", a.decidedOn(), a.body(), a.reason()));
    }

    /** Which results were recorded or certified anew, place by place; of the year, in any quarter. */
    private Stream<String> told(Indicator indicator, int quarter, Map<Long, List<Result>> before, Map<Long, List<Result>> after, Words words) {
        return after.getOrDefault(indicator.id(), List.of()).stream().filter(r -> quarter == Targets.YEAR || r.quarter() == quarter)
                .filter(r -> before.getOrDefault(indicator.id(), List.of()).stream().noneMatch(b -> b.id() == r.id() && b.version() == r.version()))
                .map(r -> words.t("indicator.recorded-anew", sites.of(r.place(), words).title(), r.quarter(), r.amount() == null ? words.t(Said.NOTHING_NEW.key()) : indicator.write(r.amount()), r.recordedName(), r.recordedOn(),
                        r.isCertified() ? words.t("indicator.certified-by", r.certifiedName(), r.certifiedOn()) : words.t("indicator.not-certified")));
    }

    private Difference.Explained explained(Indicator indicator, FiscalQuarter closed, int quarter, Close before, Close after, Actor actor) {
        if (indicator.source() != Source.MEASURE) return null;
        var of = quarter == Targets.YEAR ? closed : closed.year().quarter(quarter);
        var from = quarter == Targets.YEAR || !indicator.measuring().addsUp() ? closed.year().start() : of.start();
        return difference.of(indicator.measureCode(), Place.COUNTRY, "", new Window(from, of.end(), before.knownAt()), new Window(from, of.end(), after.knownAt()), actor.may(Right.READ) ? NAMED : 0);
    }
}
