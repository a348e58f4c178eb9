package khabuan.registry.council;

import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlacePanel;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import org.springframework.stereotype.Component;

/** The councils on the page of a place: those of a unit, the newest of a wider place. */
@Component
class CouncilsOfPlace implements PlacePanel {

    private static final int SHOWN = 8;
    private final CouncilTable table;
    private final Councils councils;
    private final Places places;
    private final Reach reach;

    CouncilsOfPlace(CouncilTable table, Councils councils, Places places, Reach reach) {
        this.table = table;
        this.councils = councils;
        this.places = places;
        this.reach = reach;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "council/place";
    }

    /** To whom the place lies within reach; to nobody else. */
    @Override
    public CouncilsOfPlacePanel show(Place place, Actor actor) {
        if (!actor.may(Right.READ) || !actor.mayEnter("council") || !places.tree().contains(reach.of(actor), place)) return null;
        var filter = new CouncilFilter("", "", "", "", "", 0, "", "", "", "", "", "", "", "newest", 1);
        var found = table.page(filter, place, FiscalYear.of(councils.today()), councils.today(), SHOWN);
        boolean mayRegister = place.level() == Level.UNIT && actor.may(Right.RECORD) && councils.inForce(place.code()).isEmpty();
        return new CouncilsOfPlacePanel(place, List.copyOf(found.rows()), found.total(), listPath(place), mayRegister);
    }

    private String listPath(Place place) {
        return "/councils" + places.tree().path(place).stream().filter(p -> p.level() != Level.COUNTRY).map(p -> p.level().word() + "=" + p.code())
                .collect(Collectors.collectingAndThen(Collectors.joining("&"), q -> q.isEmpty() ? "" : "?" + q));
    }
}
