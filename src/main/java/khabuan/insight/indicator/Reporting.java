package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.insight.indicator.Owed.State;
import khabuan.insight.indicator.Quarters.Deadline;
import khabuan.insight.indicator.Results.Result;
import khabuan.insight.indicator.Targets.Book;
import org.springframework.stereotype.Component;

/** Who owes which result. A place owes the entered results of the indicators for which it has a target or has reported in this year; where there is no such place, those that
 *  reported in the year before, and of what nobody has ever reported the centre. Of milestones and narratives the centre owes the country's story. */
@Component
class Reporting {

    private final Agreements agreements;
    private final Targets targets;
    private final Results results;
    private final Stories stories;
    private final Quarters quarters;
    private final Sites sites;
    private final Clock clock;

    Reporting(Agreements agreements, Targets targets, Results results, Stories stories, Quarters quarters, Sites sites, Clock clock) {
        this.agreements = agreements;
        this.targets = targets;
        this.results = results;
        this.stories = stories;
        this.quarters = quarters;
        this.sites = sites;
        this.clock = clock;
    }

    /** A quarter whose results are asked for. */
    record Asked(int fiscalYear, Deadline deadline) {}

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    Deadline deadline(int fiscalYear, int quarter) {
        return quarters.of(fiscalYear, quarter);
    }

    /** The quarters whose results are asked for today, the first first: of the year that runs and the one before, signed, still open, and in their last month or over. */
    List<Asked> asked() {
        int running = FiscalYear.of(today()).year();
        return Stream.of(running - 1, running).filter(y -> agreements.of(y).filter(Agreement::isSigned).isPresent())
                .flatMap(y -> quarters.of(y).stream().filter(d -> !d.closed() && !today().isBefore(asking(y, d))).map(d -> new Asked(y, d))).toList();
    }

    /** The first day of a quarter's last month. */
    private static LocalDate asking(int fiscalYear, Deadline deadline) {
        return new FiscalYear(fiscalYear).quarter(deadline.quarter()).end().withDayOfMonth(1);
    }

    /** What is owed for quarters of one year, in the order of the quarters, what hinders most first. */
    List<Owed> owed(int fiscalYear, List<Deadline> deadlines) {
        var book = targets.book(fiscalYear);
        var entered = results.of(fiscalYear);
        var earlier = reporters(fiscalYear - 1);
        var told = stories.of(fiscalYear);
        var sitesNow = sites.codes().toList();
        var owed = new ArrayList<Owed>();
        for (var indicator : agreements.indicators(fiscalYear)) {
            var theirs = entered.getOrDefault(indicator.id(), List.of());
            var places = indicator.isEntered() ? places(indicator, sitesNow, book, theirs, earlier) : Set.<String>of();
            for (var deadline : deadlines) {
                places.forEach(place -> result(indicator, deadline, place, theirs).ifPresent(owed::add));
                if (!indicator.measuring().isCounted() && told.getOrDefault(indicator.id(), List.of()).stream().noneMatch(s -> s.quarter() == deadline.quarter()))
                    owed.add(new Owed(indicator, deadline, Scores.CENTRE, State.UNTOLD, null));
            }
        }
        return owed.stream().sorted(Comparator.comparing((Owed o) -> o.deadline().quarter()).thenComparing(Owed::state)).toList();
    }

    /** The codes of the indicators whose entered results a place reports. */
    Set<String> reportedBy(int fiscalYear, String place) {
        var book = targets.book(fiscalYear);
        var entered = results.of(fiscalYear);
        var earlier = reporters(fiscalYear - 1);
        var sitesNow = sites.codes().toList();
        return agreements.indicators(fiscalYear).stream().filter(i -> i.isEntered() && places(i, sitesNow, book, entered.getOrDefault(i.id(), List.of()), earlier).contains(place)).map(Indicator::code)
                .collect(Collectors.toSet());
    }

    private static Optional<Owed> result(Indicator indicator, Deadline deadline, String place, List<Result> entered) {
        var result = entered.stream().filter(r -> r.quarter() == deadline.quarter() && r.place().equals(place)).findFirst().orElse(null);
        if (result != null && result.isCertified()) return Optional.empty();
        var state = result == null ? State.MISSING : result.returnedBecause().isEmpty() ? State.WAITING : State.RETURNED;
        return Optional.of(new Owed(indicator, deadline, place, state, result));
    }

    /** Which places reported an indicator in a year, by its code. */
    private Map<String, Set<String>> reporters(int fiscalYear) {
        var entered = results.of(fiscalYear);
        return agreements.indicators(fiscalYear).stream().collect(Collectors.toMap(Indicator::code, i -> entered.getOrDefault(i.id(), List.of()).stream().map(Result::place).collect(Collectors.toSet())));
    }

    private Set<String> places(Indicator indicator, List<String> sites, Book book, List<Result> entered, Map<String, Set<String>> earlier) {
        var places = new TreeSet<>(entered.stream().map(Result::place).toList());
        sites.stream().filter(place -> IntStream.rangeClosed(Targets.YEAR, 4).mapToObj(q -> book.amount(indicator.id(), q, place)).anyMatch(Reporting::isSomething)).forEach(places::add);
        if (places.isEmpty()) places.addAll(earlier.getOrDefault(indicator.code(), Set.of()));
        if (places.isEmpty()) places.add(Scores.CENTRE);
        return places;
    }

    private static boolean isSomething(BigDecimal target) {
        return target != null && target.signum() > 0;
    }
}
