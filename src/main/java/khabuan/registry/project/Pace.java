package khabuan.registry.project;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.text.Words;
import khabuan.registry.project.PacePages.Line;
import khabuan.registry.project.PacePages.Month;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plan against actual (S-curve): what instalments of projects were to be paid by the end of each month of the fiscal year, and what was, both added up; paid less returned, from the ledger. */
@Component
class Pace {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Projects projects;
    private final Programmes programmes;
    private final Places places;
    private final Reach reach;

    Pace(JdbcClient jdbc, Ledger ledger, Projects projects, Programmes programmes, Places places, Reach reach) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.projects = projects;
        this.programmes = programmes;
        this.places = places;
        this.reach = reach;
    }

    /** An amount of a frame in a month. */
    record Flow(String programme, String office, YearMonth month, Baht amount) {}

    /** The flows of a budget year. */
    record Flows(int year, List<Flow> planned, List<Flow> paid) {}

    Flows flows(int year, Actor actor) {
        String own = own(actor);
        var planned = jdbc.sql("""
                select f.programme, f.office, date_trunc('month', i.due_on)::date, sum(i.amount)::bigint from instalment i join project p on p.id = i.project_id join frame f on f.id = p.frame_id
                where f.budget_year = :year and i.cancelled_on is null and (:own = '' or f.office = :own) group by 1, 2, 3""").param("year", year).param("own", own)
                .query((r, n) -> new Flow(r.getString(1), r.getString(2), YearMonth.from(r.getObject(3, LocalDate.class)), new Baht(r.getLong(4)))).list();
        return new Flows(year, planned, paid(year, own));
    }

    /** The office whose money a person sees; "" for all. */
    private String own(Actor actor) {
        return BudgetBook.seesAll(actor) ? "" : places.tree().path(reach.of(actor)).get(1).code();
    }

    private List<Flow> paid(int year, String own) {
        return ledger.monthsOfRecords(Programme.BOOK, List.of("9400", "9500"), year).stream().filter(m -> own.isEmpty() || own.equals(m.account().office()))
                .map(m -> new Flow(m.account().programme(), m.account().office(), YearMonth.from(m.month()), m.amount())).toList();
    }

    /** Month by month of the fiscal year, added up; what is paid stands empty after this month. What was before the year counts into its first month. */
    List<Month> months(Flows flows, String programme, String office) {
        Predicate<Flow> asked = f -> (programme.isEmpty() || f.programme().equals(programme)) && (office.isEmpty() || f.office().equals(office));
        var first = YearMonth.from(new FiscalYear(flows.year()).start());
        var now = YearMonth.from(projects.today());
        return IntStream.range(0, 12).mapToObj(first::plusMonths).map(m -> new Month(ThaiDate.brief(m.atDay(1)).replaceFirst("^\\d+ ", ""), until(flows.planned(), asked, m), m.isAfter(now) ? null : until(flows.paid(), asked, m))).toList();
    }

    /** What will be paid by the end of the year; null when it is over or has not begun. */
    PacePages.Outlook outlook(Flows flows, Actor actor, Words words) {
        String own = own(actor);
        var end = new YearEnd(flows, YearEnd.before(flows.year()).map(y -> new Flows(y, List.of(), paid(y, own))).toList(), projects.today());
        if (!end.isRunning() || end.isYoung()) return end.isRunning() ? new PacePages.Outlook(null, List.of()) : null;
        var names = programmes.all().stream().collect(Collectors.toMap(Programme::code, p -> p.title(words)));
        return new PacePages.Outlook(end.point(), end.rows(names::get, offices()));
    }

    /** The names of offices, with the tree of places asked once. */
    private Function<String, String> offices() {
        var tree = places.tree();
        return code -> tree.find(Level.REGION, code).map(Place::title).orElse(code);
    }

    static Baht until(List<Flow> flows, Predicate<Flow> asked, YearMonth month) {
        return flows.stream().filter(asked).filter(f -> !f.month().isAfter(month)).map(Flow::amount).reduce(Baht.ZERO, Baht::plus);
    }

    /** Programme by programme and office by office: what was to be paid by the end of this month, what was, what is planned in all; the furthest behind first. */
    List<Line> lines(Flows flows, Words words) {
        var last = YearMonth.from(new FiscalYear(flows.year()).end());
        var now = YearMonth.from(projects.today());
        var until = now.isAfter(last) ? last : now;
        var names = programmes.all().stream().collect(Collectors.toMap(Programme::code, p -> p.title(words)));
        var offices = offices();
        Map<List<String>, Line> lines = new TreeMap<>(Comparator.comparing(Object::toString));
        for (var f : flows.planned()) lines.merge(List.of(f.programme(), f.office()), new Line(names.get(f.programme()), offices.apply(f.office()), f.month().isAfter(until) ? Baht.ZERO : f.amount(), Baht.ZERO, f.amount()), Line::plus);
        for (var f : flows.paid()) lines.merge(List.of(f.programme(), f.office()), new Line(names.get(f.programme()), offices.apply(f.office()), Baht.ZERO, f.month().isAfter(until) ? Baht.ZERO : f.amount(), Baht.ZERO), Line::plus);
        return lines.values().stream().sorted(Comparator.comparing(Line::behind).reversed()).toList();
    }
}
