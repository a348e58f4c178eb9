package khabuan.base.place;

import java.util.List;

/** What was looked for and found. */
public record PlaceSearchPage(String q, List<PlaceHit> hits) {

    /** Nothing was looked for yet. */
    public static final PlaceSearchPage NONE = new PlaceSearchPage("", List.of());
}
