package khabuan.base.page;

import khabuan.base.access.Actor;

/** What a room adds to the page of another room's record: a bean for each panel.
 *  The template gets the parameters "frame" and "panel", the latter being what {@link #show} answers. */
public interface RecordPanel {

    /** The kind of the record whose page it stands on: "council"; "" for the pages of all kinds. */
    String recordKind();

    /** Where it stands, lower first. */
    int order();

    /** The template that draws it. */
    String template();

    /** What the template shows; null when there is nothing for this record and person. */
    Object show(long recordId, Actor actor);

    /** The same, for a panel that stands on the pages of all kinds. */
    default Object show(String recordKind, long recordId, Actor actor) {
        return show(recordId, actor);
    }
}
