package khabuan.insight.explore;

import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.print.Format;
import khabuan.insight.explore.ExplorePage.Naming;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Any figures, as a person chooses: a table, a chart, a map, a file. All choices stand in the address, so that it can be shared. */
@Controller
@Needs(Right.READ)
class ExploreController {

    private final ExplorePages pages;
    private final Wishes wishes;
    private final Pivots pivots;
    private final Explorations explorations;

    ExploreController(ExplorePages pages, Wishes wishes, Pivots pivots, Explorations explorations) {
        this.pages = pages;
        this.wishes = wishes;
        this.pivots = pivots;
        this.explorations = explorations;
    }

    @GetMapping("/explore")
    ModelAndView explore(@ModelAttribute(name = "wish") Wish wish, @RequestParam(required = false) Long view, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var opened = view == null ? null : explorations.find(actor, view).orElse(null);
        var naming = opened == null ? new Naming("", false) : new Naming(opened.name(), opened.shared());
        return pages.page(wish.isEmpty() ? Wish.first() : wish, opened, naming, new Faults(frame.words()), frame);
    }

    /** All cells of a table of measures, for the script that shows them in a window; indicators have but a few lines, which stand on the page. */
    @GetMapping("/explore.json")
    ResponseEntity<Cells> cells(@ModelAttribute(name = "wish") Wish wish, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var choices = wishes.read(wish, new Faults(frame.words()));
        return choices == null || !choices.kpis().isEmpty() ? ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build() : ResponseEntity.ok(Cells.of(pivots.of(choices, frame.words()), frame.words()));
    }

    @GetMapping("/explore.csv")
    ResponseEntity<StreamingResponseBody> csv(@ModelAttribute(name = "wish") Wish wish, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return file(wish, frame, "csv", "text/csv;charset=UTF-8");
    }

    @GetMapping("/explore.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@ModelAttribute(name = "wish") Wish wish, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return file(wish, frame, "xlsx", Format.XLSX.mediaType());
    }

    /** A file; wrong choices lead back to the page that tells what is wrong. */
    private ResponseEntity<StreamingResponseBody> file(Wish wish, Frame frame, String ending, String type) {
        var choices = wishes.read(wish, new Faults(frame.words()));
        if (choices == null) return ResponseEntity.status(HttpStatus.FOUND).header("Location", wish.path("")).build();
        var sheet = new PivotSheet(pivots.of(choices, frame.words()), frame.words());
        return ResponseEntity.ok().header("Content-Type", type).header("Content-Disposition", "attachment; filename=\"explore-" + choices.to() + "." + ending + "\"")
                .body(out -> sheet.write(ending, out));
    }
}
