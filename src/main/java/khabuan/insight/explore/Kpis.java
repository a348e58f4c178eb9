package khabuan.insight.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.page.Choice;
import khabuan.base.place.Place;
import khabuan.base.text.Percentage;
import khabuan.base.text.Words;
import khabuan.insight.indicator.Agreements;
import khabuan.insight.indicator.Course;
import khabuan.insight.indicator.Heading;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Light;
import khabuan.insight.indicator.Measuring;
import khabuan.insight.indicator.Said;
import khabuan.insight.indicator.Score;
import khabuan.insight.indicator.Scoreboard;
import khabuan.insight.indicator.Scores;
import khabuan.insight.indicator.Source;
import org.springframework.stereotype.Component;

/** The indicators of the performance agreements, as a pivot takes them: from the same scoreboards as the matrix. They answer by region, quarter and year. */
@Component
class Kpis {

    private final Agreements agreements;
    private final Scores scores;

    Kpis(Agreements agreements, Scores scores) {
        this.agreements = agreements;
        this.scores = scores;
    }

    /** All that are counted, in print order, those of the newest year first. */
    List<Kpi> all() {
        var all = new LinkedHashMap<String, Kpi>();
        for (int year : agreements.years()) {
            var works = agreements.headings(year).stream().collect(Collectors.toMap(Heading::id, Heading::line));
            for (var i : agreements.indicators(year)) if (i.measuring().isCounted()) all.putIfAbsent(i.code(), new Kpi(i.code(), i.heading(), i.headingId() == null ? "" : works.getOrDefault(i.headingId(), ""), i.source() == Source.MEASURE ? i.measureCode() : null));
        }
        return List.copyOf(all.values());
    }

    /** To choose from, by work item. */
    Map<String, List<Choice>> choices(Words words) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (var kpi : all()) groups.computeIfAbsent(words.t("explore.kpi-group", kpi.work()).strip(), k -> new ArrayList<>()).add(new Choice(kpi.value(), kpi.heading()));
        return groups;
    }

    /** The scoreboards of the years that some periods touch. */
    Boards boards(Choices choices, List<Period> periods) {
        var byYear = new HashMap<Integer, Scoreboard>();
        if (!choices.kpis().isEmpty()) for (var period : periods.reversed()) {
            var quarter = FiscalQuarter.of(period.window().to());
            if (!byYear.containsKey(quarter.year().year())) byYear.put(quarter.year().year(), board(quarter, period));
        }
        return new Boards(byYear, choices.time() == Axis.QUARTER);
    }

    /** @return null when the year has no agreement, or had none then */
    private Scoreboard board(FiscalQuarter quarter, Period period) {
        try {
            return scores.at(quarter, period.window().to(), period.window().knownAt());
        } catch (OutOfReach none) {
            return null;
        }
    }

    /** What was asked of the indicators.
     *  @param quarterly whether quarters are told; years so far otherwise */
    record Boards(Map<Integer, Scoreboard> byYear, boolean quarterly) {

        /** Whether the centre reports beside the regions. */
        boolean haveCentre(List<Kpi> kpis) {
            return byYear.values().stream().anyMatch(b -> b != null && kpis.stream().anyMatch(k -> b.find(k.code()).filter(s -> s.places().containsKey(Scores.CENTRE)).isPresent()));
        }

        /** What an indicator tells of a place in a period. @param site TH, a region, or the centre */
        Told tell(Kpi kpi, Aspect aspect, String site, Period period, Words words) {
            var quarter = FiscalQuarter.of(period.window().to());
            var board = byYear.get(quarter.year().year());
            var score = board == null ? null : board.find(kpi.code()).orElse(null);
            var course = score == null ? null : site.equals(Place.COUNTRY.code()) ? score.country() : score.places().get(site);
            if (course == null) return Told.NOTHING;
            String path = path(score.indicator(), quarter, period, site, board);
            return quarterly ? ofQuarter(score, course, quarter.number(), aspect, site, path, words) : ofYear(score, course, aspect, site, path, words);
        }

        private static String path(Indicator indicator, FiscalQuarter quarter, Period period, String site, Scoreboard board) {
            LocalDate day = period.window().to();
            return indicator.path() + "?quarter=" + quarter.number() + "&as-of=" + day + (board.knownAt() == null ? "" : "&known-at=" + board.knownAt()) + (site.equals(Place.COUNTRY.code()) ? "#quarters" : "#places");
        }

        private static Told ofQuarter(Score score, Course course, int number, Aspect aspect, String site, String path, Words words) {
            var indicator = score.indicator();
            var quarter = course.quarters().get(number - 1);
            return switch (aspect) {
                case RESULT -> new Told(quarter.said() == Said.FIGURE ? indicator.write(quarter.result()) : words.t(quarter.said().key()), quarter.result(), null, Light.NONE, path);
                case PLAN -> plan(score, quarter.plan(), number, site, path, words);
                case CARRIED -> quarter.carried() == null ? Told.NOTHING : new Told(indicator.write(quarter.carried()), quarter.carried(), null, Light.NONE, path);
                case PERCENT -> percent(quarter.percent(), quarter.light(), path);
            };
        }

        private static Told ofYear(Score score, Course course, Aspect aspect, String site, String path, Words words) {
            return switch (aspect) {
                case RESULT -> new Told(course.result() == null ? words.t(Said.NO_REPORT.key()) : score.indicator().write(course.result()), course.result(), null, Light.NONE, path);
                case PLAN -> plan(score, course.target(), 0, site, path, words);
                case CARRIED -> Told.NOTHING;
                case PERCENT -> percent(course.percent(), course.light(), path);
            };
        }

        /** A target: a figure, a share of a base, or the country's in words. */
        private static Told plan(Score score, BigDecimal plan, int number, String site, String path, Words words) {
            String inWords = site.equals(Place.COUNTRY.code()) ? score.words().get(number) : "";
            if (inWords.isEmpty() && plan == null) return Told.NOTHING;
            String text = !inWords.isEmpty() ? inWords : score.indicator().measuring() == Measuring.SHARE ? words.number(plan) + "%" : score.indicator().write(plan);
            return new Told(text, plan, null, Light.NONE, path);
        }

        private static Told percent(Percentage percent, Light light, String path) {
            if (percent == null || !percent.isDefined()) return Told.NOTHING;
            return new Told(percent.value().toPlainString() + "%", percent.value(), percent, light, path);
        }
    }
}
