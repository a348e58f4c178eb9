package khabuan.registry.project;

import khabuan.base.access.Actor;
import khabuan.base.page.RecordPanel;
import khabuan.base.place.Atlas;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceMap;
import khabuan.base.place.Places;
import org.springframework.stereotype.Component;

/** Where a project is carried out, on its page. */
@Component
public class ProjectOnMap implements RecordPanel {

    private final Projects projects;
    private final Places places;
    private final Atlas atlas;

    ProjectOnMap(Projects projects, Places places, Atlas atlas) {
        this.projects = projects;
        this.places = places;
        this.atlas = atlas;
    }

    /** @param unit in which it is carried out; @param province in which that lies */
    public record Shown(Place unit, Place province, PlaceMap map) {}

    @Override
    public String recordKind() {
        return Projects.KIND;
    }

    @Override
    public int order() {
        return 8;
    }

    @Override
    public String template() {
        return "project/on-map";
    }

    @Override
    public Shown show(long recordId, Actor actor) {
        var unit = projects.find(recordId).flatMap(p -> places.find(Level.UNIT, p.unitCode())).orElse(null);
        var map = unit == null ? null : atlas.of(unit);
        return map == null ? null : new Shown(unit, places.tree().path(unit).get(Level.PROVINCE.ordinal()), map);
    }
}
