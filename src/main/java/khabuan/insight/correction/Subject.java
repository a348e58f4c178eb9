package khabuan.insight.correction;

import khabuan.base.place.Level;
import khabuan.base.place.Place;

/** What a request says is wrong.
 *  @param kind of {@link khabuan.base.record.RecordKind}, "place" or "figure"
 *  @param id the record's; null for a place and a figure
 *  @param word the measure of a figure; else ""
 *  @param path its page */
public record Subject(String kind, Long id, String word, Place place, String title, String path) {

    /** How the form names it: "council:123", "place:province:40", "figure:council.registered:province:40". */
    public String about() {
        String where = place.key();
        return id != null ? kind + ":" + id : kind.equals("place") ? "place:" + where : "figure:" + word + ":" + where;
    }

    /** The local unit; null above it. */
    String unitCode() {
        return place.level() == Level.UNIT ? place.code() : null;
    }
}
