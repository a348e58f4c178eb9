package khabuan.insight.explore;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.text.Words;
import khabuan.insight.explore.ExplorePage.Menu;
import khabuan.insight.explore.ExplorePage.Naming;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page on which figures are explored, for all that lead to it. */
@Component
class ExplorePages {

    private final Wishes wishes;
    private final Pivots pivots;
    private final Drawing drawing;
    private final Explorations explorations;
    private final Clock clock;

    ExplorePages(Wishes wishes, Pivots pivots, Drawing drawing, Explorations explorations, Clock clock) {
        this.wishes = wishes;
        this.pivots = pivots;
        this.drawing = drawing;
        this.explorations = explorations;
        this.clock = clock;
    }

    /** @param opened the kept view that stands open; null for none
     *  @param faults those found before; it adds what is wrong with the choices, and answers 422 when there are any */
    ModelAndView page(Wish wish, Exploration opened, Naming naming, Faults faults, Frame frame) {
        var words = frame.words();
        var choices = wishes.read(wish, faults.isEmpty() ? faults : new Faults(words));
        var menu = new Menu(wishes.all(words), wishes.measures(words), wishes.places(wish.within()), wishes.classes(wish, words), wishes.counted(wish), ThaiDate.today(clock));
        var page = drawn(wish, choices, menu, explorations.of(frame.actor()), opened, naming, faults, words);
        return new ModelAndView("explore/explore", Map.of("page", page), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** A kept view as the dashboard shows it. */
    ExplorePage card(Exploration view, Words words) {
        var wish = Wish.parse(view.query());
        var faults = new Faults(words);
        return drawn(wish, wishes.read(wish, faults), null, List.of(), view, null, faults, words);
    }

    private ExplorePage drawn(Wish wish, Choices choices, Menu menu, List<Exploration> views, Exploration opened, Naming naming, Faults faults, Words words) {
        var pivot = choices == null ? null : pivots.of(choices, words);
        var bars = pivot != null && wish.form().equals("chart") ? drawing.bars(pivot, opened == null ? words.t("explore.title") : opened.name(), words) : "";
        var shaded = pivot != null && wish.form().equals("map") ? drawing.map(pivot, words) : null;
        return new ExplorePage(wish, pivot, menu, bars, shaded, views, opened, naming, faults);
    }
}
