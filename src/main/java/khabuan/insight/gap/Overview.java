package khabuan.insight.gap;

import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.insight.gap.WorkPages.AgesPage;
import khabuan.insight.gap.WorkPages.RegionsPage;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** All regions side by side: how much is open, whether it grows, and how long it has waited. */
@Component
class Overview {

    private static final int DAYS_BACK = 30;
    private final Gaps gaps;
    private final Work work;
    private final Measures measures;
    private final Places places;

    Overview(Gaps gaps, Work work, Measures measures, Places places) {
        this.gaps = gaps;
        this.work = work;
        this.measures = measures;
        this.places = places;
    }

    private List<Place> regions() {
        return places.at(Level.REGION).stream().filter(r -> !places.tree().children(r).isEmpty()).toList();
    }

    RegionsPage regionsSideBySide() {
        var today = work.today();
        var before = today.minusDays(DAYS_BACK);
        var windows = List.of(new Window(FiscalYear.of(today).start(), today, null), new Window(FiscalYear.of(before).start(), before, null));
        var answers = measures.ask(gaps.all().stream().map(g -> new Question(g.measure(), Level.REGION, windows)).toList());
        var lines = new ArrayList<RegionsPage.Line>();
        for (int i = 0; i < gaps.all().size(); i++) {
            var gap = gaps.all().get(i);
            var answer = answers.get(i);
            var cells = new ArrayList<RegionsPage.Cell>();
            for (var region : regions()) cells.add(new RegionsPage.Cell(region, answer.at(region.code(), 0), answer.at(region.code(), 1), "/tasks/" + gap.measure() + "?place=region:" + region.code()));
            cells.add(new RegionsPage.Cell(Place.COUNTRY, answer.total(0), answer.total(1), "/tasks/" + gap.measure()));
            lines.add(new RegionsPage.Line(gap, cells));
        }
        return new RegionsPage(today, before, regions(), lines);
    }

    AgesPage ages() {
        var lines = new ArrayList<AgesPage.Line>();
        for (var gap : gaps.all()) {
            var ages = work.ages(gap);
            var days = new ArrayList<Long>();
            var overdue = new ArrayList<Long>();
            for (var region : regions()) {
                days.add(ages.containsKey(region.code()) ? ages.get(region.code()).days() : null);
                overdue.add(ages.containsKey(region.code()) ? ages.get(region.code()).overdue() : 0L);
            }
            days.add(ages.containsKey("") ? ages.get("").days() : null);
            overdue.add(ages.containsKey("") ? ages.get("").overdue() : 0L);
            lines.add(new AgesPage.Line(gap, days, overdue));
        }
        return new AgesPage(regions(), lines);
    }
}
