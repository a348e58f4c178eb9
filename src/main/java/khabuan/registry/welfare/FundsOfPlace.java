package khabuan.registry.welfare;

import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.stereotype.Component;

/** The welfare funds on the page of a place: the greatest of them, and the way to all. */
@Component
class FundsOfPlace implements PlacePanel {

    private static final int SHOWN = 5;
    private final FundList list;
    private final Places places;
    private final Reach reach;

    FundsOfPlace(FundList list, Places places, Reach reach) {
        this.list = list;
        this.places = places;
        this.reach = reach;
    }

    @Override
    public int order() {
        return 33;
    }

    @Override
    public String template() {
        return "welfare/of-place";
    }

    /** To whom the place lies within reach; to nobody else. */
    @Override
    public FundPages.OfPlace show(Place place, Actor actor) {
        if (!actor.may(Right.READ) || !actor.mayEnter("welfare") || !places.tree().contains(reach.of(actor), place)) return null;
        var filter = new FundFilter("", place.key(), "", "members");
        long total = list.count(filter, actor);
        return total == 0 ? null : new FundPages.OfPlace(list.page(filter, actor, SHOWN, 0), total, filter.path());
    }
}
