package khabuan.base.profile;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.print.Block;
import khabuan.base.text.Words;

/** What a room tells of a local unit in its profile: a bean for each part. A profile is for everybody to read, so it names no person. */
public interface ProfilePart {

    /** Where it stands, lower first. */
    int order();

    /** The part, beginning with its heading of level 2; nothing when the room knows nothing of the unit.
     *  @param unit a place of the level of units
     *  @param day as of which */
    List<Block> of(Place unit, LocalDate day, Words words);
}
