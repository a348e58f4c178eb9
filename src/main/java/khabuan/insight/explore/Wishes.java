package khabuan.insight.explore;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Measure;
import khabuan.base.text.Words;
import khabuan.insight.measure.ClassWords;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** Understands what a person wishes to see, and says what there is to choose from. */
@Component
public class Wishes {

    private static final int MOST_COLUMNS = 60, PERIODS = 4;
    private final Measures measures;
    private final Kpis kpis;
    private final Places places;
    private final Clock clock;

    Wishes(Measures measures, Kpis kpis, Places places, Clock clock) {
        this.kpis = kpis;
        this.measures = measures;
        this.places = places;
        this.clock = clock;
    }

    private LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @return null when something is wrong, which is then a fault at its field */
    public Choices read(Wish wish, Faults faults) {
        var indicators = kpis(wish, faults);
        var chosen = measures(wish, faults);
        var base = wish.base().isEmpty() ? null : measure(wish.base(), "base", faults);
        var within = within(wish, faults);
        var rows = Axis.of(wish.rows(), Axis.ROWS);
        var columns = Axis.of(wish.columns(), Axis.COLUMNS);
        if (rows == null) faults.add("rows", "explore.side-unknown");
        if (columns == null) faults.add("columns", "explore.side-unknown");
        var to = notToCome("as-of", Objects.requireNonNullElse(faults.day("as-of", wish.asOf(), ""), today()), faults);
        var from = Objects.requireNonNullElse(faults.day("from", wish.from(), ""), FiscalYear.of(to).start());
        if (!wish.from().isEmpty() && from.isAfter(to)) faults.add("from", "explore.from-after", to);
        var knownAt = knownAt(wish, faults);
        if (!faults.isEmpty()) return null;
        if (wish.form().equals("map")) rows = indicators.isEmpty() ? Axis.PROVINCE : Axis.REGION;
        int periods = sides(wish, rows, columns, chosen, within, faults);
        if (!indicators.isEmpty()) sidesOfKpis(wish, rows, columns, chosen.size(), indicators, periods, within, faults);
        if (!faults.isEmpty()) return null;
        int sort = wish.sort().matches("[1-9]\\d?") ? Integer.parseInt(wish.sort()) : 0;
        return new Choices(chosen, indicators, aspects(wish), chosen.isEmpty() ? null : base, rows, columns, periods, within, wish.clazz(), from, to, knownAt, sort);
    }

    private List<Measure> measures(Wish wish, Faults faults) {
        if (wish.measure().isEmpty()) faults.add("measure-1", "explore.measure-missing");
        if (wish.measure().size() > Wish.MEASURES) faults.add("measure-1", "explore.measures-many", String.valueOf(Wish.MEASURES));
        var chosen = new ArrayList<Measure>();
        for (int i = 0; i < Math.min(wish.measure().size(), Wish.MEASURES); i++) {
            if (wish.measure().get(i).startsWith(Kpi.PREFIX)) continue;
            var measure = measure(wish.measure().get(i), "measure-" + (i + 1), faults);
            if (measure != null) chosen.add(measure);
        }
        return chosen;
    }

    private List<Kpi> kpis(Wish wish, Faults faults) {
        if (!wish.hasKpi()) return List.of();
        var all = kpis.all();
        var chosen = new ArrayList<Kpi>();
        for (int i = 0; i < Math.min(wish.measure().size(), Wish.MEASURES); i++) {
            String value = wish.measure().get(i);
            if (!value.startsWith(Kpi.PREFIX)) continue;
            var kpi = all.stream().filter(k -> k.value().equals(value)).findFirst();
            if (kpi.isEmpty()) faults.add("measure-" + (i + 1), "explore.kpi-unknown");
            kpi.ifPresent(chosen::add);
        }
        return chosen;
    }

    private static List<Aspect> aspects(Wish wish) {
        return Stream.of(Aspect.values()).filter(wish::shows).toList();
    }

    /** Whether indicators can answer: they are known by region, quarter and year, and nothing is guessed. */
    private static void sidesOfKpis(Wish wish, Axis rows, Axis columns, int measures, List<Kpi> chosen, int periods, Place within, Faults faults) {
        if (rows != Axis.REGION && rows != Axis.QUARTER && rows != Axis.YEAR) faults.add("rows", "explore.kpi-rows");
        if (columns == Axis.CLASS || columns == Axis.MONTH) faults.add("columns", "explore.kpi-columns");
        if (within.level().ordinal() > Level.REGION.ordinal()) faults.add("within", "explore.kpi-within", within.title());
        if (!wish.clazz().isEmpty()) faults.add("class", "explore.kpi-class");
        var aspects = aspects(wish);
        if (aspects.isEmpty()) faults.add("show", "explore.kpi-show");
        if (wish.show().contains(Aspect.CARRIED.word()) && rows != Axis.QUARTER && columns != Axis.QUARTER) faults.add("show", "explore.kpi-carried");
        if (columns.isTime() && periods * (measures + chosen.size() * aspects.size()) > MOST_COLUMNS && !faults.has("span")) faults.add("span", "explore.columns-many", String.valueOf(Math.max(1, MOST_COLUMNS / (measures + chosen.size() * aspects.size()))));
    }

    private Measure measure(String code, String field, Faults faults) {
        var measure = measures.all().stream().filter(m -> m.code().equals(code)).findFirst().orElse(null);
        if (measure == null) faults.add(field, "explore.measure-unknown");
        return measure;
    }

    private Place within(Wish wish, Faults faults) {
        try {
            return places.ofKey(wish.within(), Place.COUNTRY);
        } catch (NoSuchElementException e) {
            faults.add("within", "explore.place-unknown");
            return Place.COUNTRY;
        }
    }

    private LocalDate notToCome(String field, LocalDate day, Faults faults) {
        if (day.isAfter(today())) faults.add(field, "explore.day-to-come", ThaiDate.full(today()));
        return day;
    }

    private Instant knownAt(Wish wish, Faults faults) {
        var day = faults.day("known-at", wish.knownAt(), "");
        return day == null ? null : ThaiDate.endOf(notToCome("known-at", day, faults));
    }

    /** Whether the sides go together. @return how many periods stand side by side */
    private static int sides(Wish wish, Axis rows, Axis columns, List<Measure> measures, Place within, Faults faults) {
        if (rows.isPlace() && rows.level().ordinal() <= within.level().ordinal() && rows.level() != Level.UNIT) faults.add(wish.form().equals("map") ? "within" : "rows", "explore.rows-above", within.title());
        if (rows == columns || rows.isTime() && columns.isTime()) faults.add("columns", "explore.sides-alike");
        if (measures.size() > 1 && (rows == Axis.CLASS || columns == Axis.CLASS)) faults.add(rows == Axis.CLASS ? "rows" : "columns", "explore.class-of-one");
        if (!wish.clazz().isEmpty() && !measures.isEmpty()) classAsked(wish, measures, faults);
        var time = rows.isTime() ? rows : columns;
        if (!time.isTime()) return 1;
        var periods = wish.span().isEmpty() ? Integer.valueOf(PERIODS) : faults.whole("span", wish.span(), "explore.span-unreadable");
        if (periods == null) return 1;
        if (periods < 1 || periods > time.mostPeriods()) faults.add("span", "explore.span-outside", String.valueOf(time.mostPeriods()));
        else if (columns.isTime() && !measures.isEmpty() && periods * measures.size() > MOST_COLUMNS) faults.add("span", "explore.columns-many", String.valueOf(MOST_COLUMNS / measures.size()));
        return periods;
    }

    private static void classAsked(Wish wish, List<Measure> measures, Faults faults) {
        if (measures.size() > 1) faults.add("class", "explore.class-of-one");
        else if (!measures.getFirst().classes().isEmpty() && !measures.getFirst().classes().contains(wish.clazz())) faults.add("class", "explore.class-unknown");
    }

    /** The measures to choose from, by what their records are. */
    Map<String, List<Choice>> measures(Words words) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        measures.all().stream().sorted(Measures.MAIN_FIRST).forEach(m -> groups.computeIfAbsent(words.has("kind." + m.recordKind()) ? words.t("kind." + m.recordKind()) : words.t("explore.other"), k -> new ArrayList<>())
                .add(new Choice(m.code(), words.t("measure." + m.code() + ".name"))));
        return groups;
    }

    /** The chosen indicators that are counted from a measure, which answers by smaller places too. */
    List<Kpi> counted(Wish wish) {
        return wish.hasKpi() ? kpis.all().stream().filter(k -> k.measureCode() != null && wish.measure().contains(k.value())).toList() : List.of();
    }

    /** Measures and indicators, to choose from in one list. */
    Map<String, List<Choice>> all(Words words) {
        var groups = measures(words);
        groups.putAll(kpis.choices(words));
        return groups;
    }

    /** The places to look within: regions with their provinces, and the one that is chosen. */
    Map<String, List<Choice>> places(String chosen) {
        var tree = places.tree();
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (var region : tree.at(Level.REGION)) {
            var choices = new ArrayList<Choice>();
            choices.add(new Choice(region.key(), region.title()));
            tree.children(region).forEach(p -> choices.add(new Choice(p.key(), p.title())));
            groups.put(region.title(), choices);
        }
        if (chosen.startsWith("district:") || chosen.startsWith("unit:"))
            tree.find(Level.of(chosen.substring(0, chosen.indexOf(':'))), chosen.substring(chosen.indexOf(':') + 1)).ifPresent(p -> groups.put("–", List.of(new Choice(p.key(), p.title()))));
        return groups;
    }

    /** The classes of a measure that is chosen alone; empty for none. */
    List<Choice> classes(Wish wish, Words words) {
        if (wish.measure().size() != 1 || measures.all().stream().noneMatch(m -> m.code().equals(wish.measure().getFirst()))) return List.of();
        var measure = measures.get(wish.measure().getFirst());
        var window = new Window(FiscalYear.of(today()).start(), today(), null);
        var classes = !measure.classes().isEmpty() ? measure.classes()
                : StreamSupport.stream(measures.ask(new Question(measure.code(), Level.COUNTRY, Place.COUNTRY, true, List.of(window))).classes().spliterator(), false).toList();
        return classes.stream().filter(c -> !c.isEmpty()).map(c -> new Choice(c, ClassWords.of(words, measure.code(), c))).toList();
    }
}
