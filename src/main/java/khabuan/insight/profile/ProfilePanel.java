package khabuan.insight.profile;

import java.util.List;
import khabuan.base.gap.Gap;
import khabuan.base.place.Level;
import khabuan.base.place.Place;

/** What is missing in a place. @param lines the gaps that are open there, gravest first */
public record ProfilePanel(Place place, List<Line> lines) {

    /** @param path the list of the records */
    public record Line(Gap gap, long open, String path) {}

    public boolean isUnit() {
        return place.level() == Level.UNIT;
    }
}
