package khabuan.base.place;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Panels;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The pages of places: all that is known and due there, as the rooms contribute it. */
@Controller
@Needs(Right.READ_OPEN)
class PlaceController {

    private final Places places;
    private final Atlas atlas;
    private final Boundaries boundaries;
    private final Panels drawing;
    private final List<PlacePanel> panels;
    private final JdbcClient jdbc;

    PlaceController(Places places, Atlas atlas, Boundaries boundaries, Panels drawing, List<PlacePanel> panels, JdbcClient jdbc) {
        this.places = places;
        this.atlas = atlas;
        this.boundaries = boundaries;
        this.drawing = drawing;
        this.panels = panels.stream().sorted(Comparator.comparing(PlacePanel::order)).toList();
        this.jdbc = jdbc;
    }

    @Bean
    static NavigationEntry placesEntry() {
        return new NavigationEntry(10, "nav.places", Place.COUNTRY.path(), Right.READ_OPEN, "", "/places", "/compare");
    }

    @GetMapping("/places")
    String all() {
        return "redirect:" + Place.COUNTRY.path();
    }

    @GetMapping("/places/{level:country|region|province|district|unit}/{code}")
    ModelAndView one(@PathVariable String level, @PathVariable String code, Actor actor, @ModelAttribute("frame") Frame frame) {
        var found = places.find(Level.of(level), code);
        if (found.isEmpty()) return new ModelAndView("redirect:/places/unit/" + successor(level, code));
        var place = found.get();
        var shown = panels.stream().map(panel -> {
            var content = panel.show(place, actor);
            return content == null ? null : drawing.draw(panel.template(), frame, content);
        }).filter(Objects::nonNull).toList();
        var map = atlas.of(place);
        return new ModelAndView("place/place", Map.of("page", new PlacePage(place, places.tree().path(place), map, map != null && map.imported() ? boundaries.credit(place) : "", shown)));
    }

    /** The unit that took the place of one that is no more. @throws java.util.NoSuchElementException when there is none */
    private String successor(String level, String code) {
        return jdbc.sql("select successor_code from unit where code = ? and 'unit' = ? and successor_code is not null").params(code, level).query(String.class).optional().orElseThrow();
    }

    /** The unit of a number, as figures and the log call it. */
    @GetMapping("/places/units/{id:\\d+}")
    String unit(@PathVariable long id) {
        return "redirect:/places/unit/" + jdbc.sql("select code from unit where id = ?").param(id).query(String.class).optional().orElseThrow();
    }

    /** The imported boundaries right below a place, as GeoJSON. */
    @GetMapping("/places/boundaries/{level:country|province|district}/{code}.json")
    ResponseEntity<String> boundaries(@PathVariable String level, @PathVariable String code) {
        var json = boundaries.json(Level.of(level), code).orElseThrow();
        return ResponseEntity.ok().contentType(new MediaType("application", "geo+json")).cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .eTag(json.version()).body(json.text());
    }
}
