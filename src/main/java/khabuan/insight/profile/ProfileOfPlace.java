package khabuan.insight.profile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.gap.Gap;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.stereotype.Component;

/** On the page of a place: what is still missing there, and a unit's profile to take away. */
@Component
class ProfileOfPlace implements PlacePanel {

    private final List<Gap> gaps;
    private final Measures measures;
    private final Places places;
    private final Reach reach;
    private final Clock clock;

    ProfileOfPlace(List<Gap> gaps, Measures measures, Places places, Reach reach, Clock clock) {
        this.gaps = gaps.stream().sorted(Comparator.comparing(Gap::gravity).thenComparing(Gap::measure)).toList();
        this.measures = measures;
        this.places = places;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String template() {
        return "profile/place";
    }

    /** To whom the place lies within reach; to nobody else. */
    @Override
    public ProfilePanel show(Place place, Actor actor) {
        if (!actor.may(Right.READ) || !places.tree().contains(reach.of(actor), place)) return null;
        var day = ThaiDate.today(clock);
        var window = List.of(new Window(FiscalYear.of(day).start(), day, null));
        var answers = measures.ask(gaps.stream().map(g -> new Question(g.measure(), Level.COUNTRY, place, false, window)).toList());
        var lines = new ArrayList<ProfilePanel.Line>();
        for (int i = 0; i < gaps.size(); i++) {
            long open = answers.get(i).total(0);
            if (open > 0 && actor.mayEnter(gaps.get(i).room())) lines.add(new ProfilePanel.Line(gaps.get(i), open, "/tasks/" + gaps.get(i).measure() + "?place=" + place.key()));
        }
        return new ProfilePanel(place, lines);
    }
}
