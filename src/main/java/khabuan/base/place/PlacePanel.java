package khabuan.base.place;

import khabuan.base.access.Actor;

/** What a room adds to the page of a place: a bean for each panel.
 *  The template gets the parameters "frame" and "panel", the latter being what {@link #show} answers. */
public interface PlacePanel {

    /** Where it stands, lower first. */
    int order();

    /** The template that draws it. */
    String template();

    /** What the template shows; null when there is nothing for this place and person. */
    Object show(Place place, Actor actor);
}
