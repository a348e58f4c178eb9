package khabuan.base.place;

import gg.jte.Content;
import java.util.List;

/** The page of a place.
 *  @param path the places above it, the country first, the place itself last
 *  @param map null where there is nothing to draw
 *  @param credit who made the imported boundaries that are shown; "" for none
 *  @param panels what the rooms add */
public record PlacePage(Place place, List<Place> path, PlaceMap map, String credit, List<Content> panels) {}
