package khabuan.insight.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.gap.Duties;
import khabuan.base.gap.Gap;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.page.Query;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.insight.gap.WorkPages.Agreement;
import khabuan.insight.gap.WorkPages.GapPage;
import khabuan.insight.gap.WorkPages.ItemPage;
import khabuan.insight.gap.WorkPages.MyWork;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My work: what is due where I am, one gap with its records, one record; and what is agreed about them. */
@Controller
@Needs(Right.READ)
class WorkController {

    private static final int PAGE = 50;
    private static final int FIRST = 4;
    private final Gaps gaps;
    private final Work work;
    private final Cases cases;
    private final Overview overview;
    private final Deadlines deadlines;
    private final Places places;
    private final Reach reach;
    private final List<Duties> duties;

    WorkController(Gaps gaps, Work work, Cases cases, Overview overview, Deadlines deadlines, Places places, Reach reach, List<Duties> duties) {
        this.gaps = gaps;
        this.work = work;
        this.cases = cases;
        this.overview = overview;
        this.deadlines = deadlines;
        this.places = places;
        this.reach = reach;
        this.duties = duties;
    }

    @Bean
    static NavigationEntry workEntry() {
        return new NavigationEntry(5, "nav.work", "/tasks", Right.READ, "", "/doubts");
    }

    /** The country is shown region by region; a smaller place gap by gap: to a fund's committee those of funds alone. */
    @GetMapping("/tasks")
    ModelAndView work(@RequestParam(defaultValue = "") String place, Actor actor, @ModelAttribute("frame") Frame frame) {
        var within = place(place, actor);
        var groups = duties.stream().flatMap(d -> d.of(within, actor, frame.words()).stream()).toList();
        if (within.level() == Level.COUNTRY) return new ModelAndView("gap/regions", Map.of("page", overview.regionsSideBySide(groups)));
        var own = gaps.of(actor);
        var shown = (own.isEmpty() ? gaps.all() : own).stream().filter(g -> actor.mayEnter(g.room()) && (!actor.may(Right.KEEP_FUND) || g.room().equals("welfare"))).toList();
        var slices = work.slices(shown, within, Work.Filter.ALL, actor.accountId(), FIRST, 0).stream().filter(s -> s.open() > 0).toList();
        return new ModelAndView("gap/tasks", Map.of("page", new MyWork(within, work.today(), groups, slices)));
    }

    /** How long things have waited: asked for by the page of the regions once it stands. */
    @GetMapping("/tasks/ages")
    ModelAndView ages(Actor actor) {
        if (!actor.scopeLevel().equals("country")) throw new OutOfReach("ages of the country");
        return new ModelAndView("gap/ages", Map.of("page", overview.ages()));
    }

    @GetMapping("/tasks/{gap}")
    ModelAndView gap(@PathVariable String gap, Agreement asked, Actor actor) {
        return list(gap(gap, actor), asked, actor, Faults.NONE, HttpStatus.OK);
    }

    private Gap gap(String code, Actor actor) {
        var gap = gaps.get(code);
        if (!actor.mayEnter(gap.room())) throw new OutOfReach("gap " + code);
        return gap;
    }

    private Place place(String word, Actor actor) {
        var scope = reach.of(actor);
        var named = places.ofKey(word, scope);
        if (!places.tree().contains(scope, named)) throw new OutOfReach("place " + word);
        return named;
    }

    private ModelAndView list(Gap gap, Agreement asked, Actor actor, Faults faults, HttpStatus status) {
        var within = place(asked.place(), actor);
        var filter = Stream.of(Work.Filter.values()).filter(f -> f.name().equalsIgnoreCase(asked.show())).findFirst().orElse(Work.Filter.ALL);
        var show = filter.name().toLowerCase(Locale.ROOT);
        var slice = work.slice(gap, within, filter, asked.q(), actor.accountId(), PAGE, new Pager(asked.page(), PAGE, 0, "").offset());
        var pager = new Pager(asked.page(), PAGE, slice.chosen(), path(gap, show, within.key(), asked.q()));
        return new ModelAndView("gap/gap", Map.of("page", new GapPage(slice, within, reach.choices(actor, asked.place()), show, asked.q(), work.today(), pager, menders(gap, slice.items(), actor), Gaps.owns(actor, gap), faults,
                asked, deadlines.of(gap))), status);
    }

    private static String path(Gap gap, String show, String place, String q) {
        return Query.empty().with("show", show).with("place", place).with("q", q).on("/tasks/" + gap.measure());
    }

    /** Nobody first, then those who can mend all of the records. */
    private List<Choice> menders(Gap gap, List<Item> items, Actor actor) {
        var menders = new ArrayList<Choice>(List.of(new Choice("", "–")));
        if (Gaps.owns(actor, gap)) cases.mendersOf(gap, items.stream().map(Item::unitCode).distinct().toList()).forEach(a -> menders.add(new Choice(Long.toString(a.id()), a.fullName())));
        return menders;
    }

    @GetMapping("/tasks/{gap}/{id:\\d+}")
    ModelAndView item(@PathVariable String gap, @PathVariable long id, Actor actor) {
        return item(gap(gap, actor), id, actor, Faults.NONE, Agreement.NONE, "", HttpStatus.OK);
    }

    private ModelAndView item(Gap gap, long id, Actor actor, Faults faults, Agreement asked, String words, HttpStatus status) {
        var items = work.items(gap, List.of(id));
        items.forEach(i -> reach.demand(actor, i.unitCode()));
        if (items.isEmpty()) return new ModelAndView("redirect:/tasks/" + gap.measure());
        var said = cases.comments(gap, id).stream().map(c -> new WorkPages.Said(c.author(), c.saidAt(), c.words())).toList();
        return new ModelAndView("gap/item", Map.of("page", new ItemPage(gap, items.getFirst(), said, work.today(), menders(gap, items, actor), Gaps.owns(actor, gap), faults, asked, words)), status);
    }

    @PostMapping("/tasks/{gap}/{id:\\d+}/comments")
    @Needs(Right.RECORD)
    ModelAndView comment(@PathVariable String gap, @PathVariable long id, @RequestParam(defaultValue = "") String words, Actor actor, @ModelAttribute("frame") Frame frame) {
        try {
            cases.comment(actor, gap(gap, actor), id, words);
            return new ModelAndView("redirect:/tasks/" + gap + "/" + id);
        } catch (Refusal.Thrown e) {
            return item(gap(gap, actor), id, actor, new Faults(frame.words()).add(e), Agreement.NONE, words, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/tasks/{gap}/assignment")
    @Needs(Right.RECORD)
    ModelAndView assign(@PathVariable String gap, Agreement asked, Actor actor, @ModelAttribute("frame") Frame frame) {
        return agree(gap, asked, actor, frame, g -> cases.assign(actor, g, asked.record(), asked.assignee()));
    }

    @PostMapping("/tasks/{gap}/deferral")
    @Needs(Right.RECORD)
    ModelAndView defer(@PathVariable String gap, Agreement asked, Actor actor, @ModelAttribute("frame") Frame frame) {
        LocalDate day = new Faults(frame.words()).day("until", asked.until(), "");
        return agree(gap, asked, actor, frame, g -> cases.defer(actor, g, asked.record(), day, asked.reason()));
    }

    /** Back to the page from which it was asked; with what was typed and ticked when it is refused. */
    private ModelAndView agree(String code, Agreement asked, Actor actor, Frame frame, Consumer<Gap> agreed) {
        var gap = gap(code, actor);
        try {
            agreed.accept(gap);
            return new ModelAndView("redirect:" + (asked.alone() ? "/tasks/" + code + "/" + asked.record().getFirst() : path(gap, asked.show(), asked.place(), asked.q())));
        } catch (Refusal.Thrown e) {
            var faults = new Faults(frame.words()).add(e);
            return asked.alone() ? item(gap, asked.record().getFirst(), actor, faults, asked, "", HttpStatus.UNPROCESSABLE_CONTENT) : list(gap, asked, actor, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
