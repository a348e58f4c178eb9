package khabuan.base.place;

import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Finding places by name: a page, the part of it that changes while one types, and the same for machines. */
@Controller
@Needs(Right.READ_OPEN)
class PlaceSearchController {

    private static final int WHILE_TYPING = 10, ON_THE_PAGE = 50;
    private final PlaceSearch search;
    private final UnitPicking picking;

    PlaceSearchController(PlaceSearch search, UnitPicking picking) {
        this.search = search;
        this.picking = picking;
    }

    @GetMapping("/places/search")
    ModelAndView page(@RequestParam(defaultValue = "") String q, @ModelAttribute("frame") Frame frame) {
        var page = new PlaceSearchPage(q.strip(), search.find(q, frame.partial() ? WHILE_TYPING : ON_THE_PAGE));
        return new ModelAndView(frame.partial() ? "place/found" : "place/search", Map.of("page", page));
    }

    @GetMapping("/places/search.json")
    @ResponseBody
    List<PlaceHit> json(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "20") int limit) {
        return search.find(q, Math.clamp(limit, 1, 100));
    }

    /** The options of the unit picker. */
    @GetMapping(UnitPicking.ADDRESS)
    ModelAndView units(@RequestParam(defaultValue = "") String place, Actor actor) {
        return new ModelAndView("component/unit-options", Map.of("picker", picking.picker(actor, place, "")));
    }
}
