package khabuan.base.place;

import java.util.List;

/** The part of a form in which a unit is chosen: what was typed, and the units that answer to it. Its template is component/unit-picker; it sends "place" (typed) and "unit" (chosen).
 *  @param typed what was typed
 *  @param chosen the code of the unit that is marked; "" for none
 *  @param address where the options come from while typing */
public record UnitPicker(String typed, String chosen, List<Option> options, String address) {

    /** @param note the key of what a room says of the unit, "" for nothing; @param noteLink the page about it */
    public record Option(PlaceHit unit, String note, String noteLink) {}

    /** Marks the only unit that answers. */
    public UnitPicker decided() {
        return chosen.isEmpty() && options.size() == 1 ? new UnitPicker(typed, options.getFirst().unit().code(), options, address) : this;
    }
}
