package khabuan.base.place;

import gg.jte.Content;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Panels;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of every place, from the country down to the local unit: open to all; each panel decides what it shows to whom. */
@Controller
@Needs(Right.READ_OPEN)
class PlaceController {

    private final Places places;
    private final List<PlacePanel> contributed;
    private final Panels panels;
    private final JdbcClient jdbc;

    PlaceController(Places places, List<PlacePanel> contributed, Panels panels, JdbcClient jdbc) {
        this.places = places;
        this.contributed = contributed.stream().sorted(Comparator.comparing(PlacePanel::order)).toList();
        this.panels = panels;
        this.jdbc = jdbc;
    }

    @Bean
    static NavigationEntry placesEntry() {
        return new NavigationEntry(10, "nav.places", Place.COUNTRY.path(), Right.READ_OPEN, "");
    }

    @GetMapping("/places/{level}/{code}")
    ModelAndView one(@PathVariable String level, @PathVariable String code, @ModelAttribute("frame") Frame frame) {
        var tree = places.tree();
        var place = tree.find(Level.of(level), code).orElseThrow();
        return new ModelAndView("place/place", Map.of("page", new PlacePage(place, tree.path(place), tree.children(place), drawn(place, frame))));
    }

    private List<Content> drawn(Place place, Frame frame) {
        return contributed.stream().map(p -> {
            var shown = p.show(place, frame.actor());
            return shown == null ? null : panels.draw(p.template(), frame, shown);
        }).filter(Objects::nonNull).toList();
    }

    /** The page of a unit by its record number, as figures name it. */
    @GetMapping("/places/units/{id}")
    String unit(@PathVariable long id) {
        var code = jdbc.sql("select code from unit where id = ?").param(id).query(String.class).optional().orElseThrow();
        return "redirect:" + places.find(Level.UNIT, code).orElseThrow().path();
    }
}
