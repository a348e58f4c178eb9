package khabuan.base.place;

import gg.jte.Content;
import java.util.List;

/** The page of a place: where it lies, and what the rooms show of it.
 *  @param path the places above it, the country first, itself last
 *  @param children the places right below
 *  @param panels what the rooms add, drawn, in order */
public record PlacePage(Place place, List<Place> path, List<Place> children, List<Content> panels) {

    /** The level of the children. */
    public Level below() {
        return place.level().below();
    }
}
