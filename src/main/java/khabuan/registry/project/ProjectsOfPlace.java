package khabuan.registry.project;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.stereotype.Component;

/** The projects on the page of a place: the newest of them, and the way to all. */
@Component
class ProjectsOfPlace implements PlacePanel {

    private static final int SHOWN = 6;
    private final ProjectList list;
    private final Places places;
    private final Reach reach;

    ProjectsOfPlace(ProjectList list, Places places, Reach reach) {
        this.list = list;
        this.places = places;
        this.reach = reach;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String template() {
        return "project/of-place";
    }

    /** To whom the place lies within reach; to nobody else. */
    @Override
    public ProjectPages.OfPlace show(Place place, Actor actor) {
        if (!actor.may(Right.READ) || !actor.mayEnter("project") || !places.tree().contains(reach.of(actor), place)) return null;
        var filter = new ProjectFilter("", place.key(), "", "", "", "newest");
        long total = list.count(filter, actor);
        return total == 0 ? null : new ProjectPages.OfPlace(List.copyOf(list.page(filter, actor, SHOWN, 0)), total, filter.path());
    }
}
