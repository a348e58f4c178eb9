package khabuan.insight.profile;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceHit;

/** Up to five places side by side.
 *  @param columns the places
 *  @param groups the figures, and what is missing
 *  @param typed what was typed to add a place; @param hits the places that answer to it
 *  @param full whether there is room for no other place */
public record ComparisonPage(LocalDate day, List<Column> columns, List<Group> groups, String typed, List<Hit> hits, boolean full) {

    /** @param without the address without this place */
    public record Column(Place place, String where, long units, String without) {}

    /** @param key of its title */
    public record Group(String key, List<Row> rows) {}

    /** @param code of a measure */
    public record Row(String code, String unit, List<Cell> cells) {}

    /** @param perHundred for each hundred local units of the place; null for a single unit */
    public record Cell(long figure, String perHundred, String path) {}

    /** @param with the address with this place added */
    public record Hit(PlaceHit place, String with) {}
}
