package khabuan.insight.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.gap.Duties;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.insight.gap.WorkPages.AgesPage;
import khabuan.insight.gap.WorkPages.RegionsPage;
import khabuan.insight.measure.FirstAsked;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** All regions side by side: how much is open, whether it grows, and how long it has waited. */
@Component
class Overview implements FirstAsked {

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

    @Override
    public void ask() {
        work.slices(gaps.all(), Place.COUNTRY, Work.Filter.ALL, null, 0, 0);
        regionsSideBySide(List.of());
    }

    /** @param duties what stands above units, which is shown beside the gaps */
    RegionsPage regionsSideBySide(List<Duties.Group> duties) {
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
        return new RegionsPage(today, before, regions(), lines, duties);
    }

    AgesPage ages() {
        var columns = Stream.concat(regions().stream(), Stream.of(Place.COUNTRY)).toList();
        var ages = work.ages(gaps.all(), columns);
        var lines = gaps.all().stream().map(gap -> {
            var of = ages.getOrDefault(gap, Map.of());
            return new AgesPage.Line(gap, columns.stream().map(place -> of.containsKey(place) ? (Long) of.get(place).days() : null).toList(),
                    columns.stream().map(place -> of.containsKey(place) ? of.get(place).overdue() : 0L).toList());
        }).toList();
        return new AgesPage(regions(), lines);
    }
}
