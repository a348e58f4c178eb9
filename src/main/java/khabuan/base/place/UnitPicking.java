package khabuan.base.place;

import java.util.List;
import java.util.function.Function;
import khabuan.base.access.Actor;
import org.springframework.stereotype.Component;

/** Choosing a unit in a form, among those in the person's reach. */
@Component
public class UnitPicking {

    static final String ADDRESS = "/places/units";
    private static final int OPTIONS = 12;
    private final PlaceSearch search;
    private final Reach reach;

    UnitPicking(PlaceSearch search, Reach reach) {
        this.search = search;
        this.reach = reach;
    }

    /** The picker of a form that adds nothing of its own. */
    public UnitPicker picker(Actor actor, String typed, String chosen) {
        return picker(actor, typed, chosen, ADDRESS, units -> units.stream().map(u -> new UnitPicker.Option(u, "", "")).toList());
    }

    /** The picker of a form. What is typed goes before what is marked, so that it works without scripts too.
     *  @param chosen the code that is marked; "" for none
     *  @param address where the options come from while typing; @param told adds what the room says of the units */
    public UnitPicker picker(Actor actor, String typed, String chosen, String address, Function<List<PlaceHit>, List<UnitPicker.Option>> told) {
        var units = typed.isBlank() ? search.unit(chosen).stream().filter(u -> reach.covers(actor, u.code())).toList() : search.units(typed, reach.of(actor), OPTIONS);
        var marked = units.stream().filter(u -> u.code().equals(chosen)).toList();
        return new UnitPicker(typed, marked.isEmpty() ? "" : chosen, told.apply(marked.isEmpty() ? units : marked), address).decided();
    }
}
