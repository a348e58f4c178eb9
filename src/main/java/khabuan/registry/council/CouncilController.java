package khabuan.registry.council;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.certificate.CertificateKind;
import khabuan.base.certificate.Consent;
import khabuan.base.certificate.Ordering;
import khabuan.base.page.Choice;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

/** The list of councils, as a page, as its part, and as a spreadsheet. */
@Controller
@Needs(value = Right.READ, room = "council")
class CouncilController {

    private static final int SIZE = 50;
    private final Councils councils;
    private final CouncilTable table;
    private final CouncilSheet sheet;
    private final Places places;
    private final Reach reach;
    private final Ordering letters;
    private final CertificateKind letter;

    CouncilController(Councils councils, CouncilTable table, CouncilSheet sheet, Places places, Reach reach, Ordering letters, CertificateKind councilLetter) {
        this.councils = councils;
        this.table = table;
        this.sheet = sheet;
        this.places = places;
        this.reach = reach;
        this.letters = letters;
        this.letter = councilLetter;
    }

    @Bean
    static NavigationEntry councilsEntry() {
        return new NavigationEntry(20, "nav.councils", "/councils", Right.READ, "council");
    }

    /** The whole page; for htmx the part that it asks for: the rows while a person types, filters and rows when a choice changes. */
    @GetMapping("/councils")
    ModelAndView list(@ModelAttribute("filter") CouncilFilter filter, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor,
                      @RequestHeader(name = "HX-Target", defaultValue = "") String target, HttpServletResponse response) {
        response.addHeader("Vary", "HX-Request");
        if (frame.partial()) response.setHeader("HX-Push-Url", filter.path());
        return new ModelAndView(!frame.partial() ? "council/list" : target.equals("council-rows") ? "council/rows" : "council/found", Map.of("page", page(filter, actor)));
    }

    @GetMapping("/councils.xlsx")
    void export(@ModelAttribute("filter") CouncilFilter filter, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor, HttpServletResponse response) throws IOException {
        var tree = places.tree();
        var within = within(filter, tree, actor);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"councils-" + councils.today() + ".xlsx\"");
        sheet.write(filter, within, tree, councils.today(), frame.words(), response.getOutputStream());
    }

    /** What letters would be ordered for the councils of the list that have none. */
    @GetMapping("/councils/letters/new")
    @Needs(value = Right.CERTIFY, room = "council")
    ModelAndView preview(@ModelAttribute("filter") CouncilFilter filter, Actor actor) {
        return letters.tell(wish(filter, actor));
    }

    @PostMapping("/councils/letters")
    @Needs(value = Right.CERTIFY, room = "council")
    ModelAndView print(@ModelAttribute("filter") CouncilFilter filter, Consent consent, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return letters.order(wish(filter, actor), consent, actor, frame);
    }

    private Ordering.Wish wish(CouncilFilter filter, Actor actor) {
        return new Ordering.Wish(letter, filter.path(), filter.lettersPath(),
                table.ids(filter, within(filter, places.tree(), actor), FiscalYear.of(councils.today()), councils.today(), letter.wanting("c")));
    }

    private CouncilListPage page(CouncilFilter filter, Actor actor) {
        var tree = places.tree();
        var within = within(filter, tree, actor);
        var present = FiscalYear.of(councils.today());
        var found = table.page(filter, within, present, councils.today(), SIZE);
        var years = IntStream.iterate(present.year(), y -> y >= 2551, y -> y - 1).boxed().toList();
        return new CouncilListPage(filter, within, choices(tree, within, reach.of(actor)), found.rows(), new Pager(filter.page(), SIZE, found.total(), filter.path()),
                filter.yearOr(present), years, tree, councils.today(), actor.may(Right.RECORD),
                actor.may(Right.CERTIFY) && filter.unlettered().equals("yes") && found.total() > 0);
    }

    /** The narrowest place that the filter names, if it lies within the actor's scope; else the scope. A place that does not lie within the one before it is let go. */
    private Place within(CouncilFilter filter, PlaceTree tree, Actor actor) {
        var scope = reach.of(actor);
        var within = scope;
        for (var named : Stream.of(tree.find(Level.REGION, filter.region()), tree.find(Level.PROVINCE, filter.province()), tree.find(Level.DISTRICT, filter.district()),
                tree.find(Level.UNIT, filter.unit())).flatMap(java.util.Optional::stream).toList()) {
            if (tree.contains(within, named)) within = named;
            else if (!tree.contains(named, scope) && !tree.contains(scope, named)) throw new OutOfReach("place " + named.code());
        }
        return within;
    }

    /** What can be chosen below the scope: each level once the one above it is chosen; provinces always. */
    private static List<CouncilListPage.PlaceChoice> choices(PlaceTree tree, Place within, Place scope) {
        var path = tree.path(within);
        Function<Level, Place> chosen = level -> path.stream().filter(p -> p.level() == level).findFirst().orElse(null);
        var choices = new ArrayList<CouncilListPage.PlaceChoice>();
        for (var level : List.of(Level.REGION, Level.PROVINCE, Level.DISTRICT, Level.UNIT)) {
            if (scope.level().ordinal() >= level.ordinal()) continue;
            var above = chosen.apply(Level.values()[level.ordinal() - 1]);
            if (above == null && level != Level.PROVINCE) continue;
            var below = above == null ? tree.at(Level.PROVINCE) : tree.children(above);
            var mine = chosen.apply(level);
            choices.add(new CouncilListPage.PlaceChoice(level.word(), mine == null ? "" : mine.code(), below.stream().map(p -> new Choice(p.code(), p.title())).toList()));
        }
        return choices;
    }
}
