package khabuan.base.place;

import java.util.List;

/** A map as a page shows it, drawn by the server: no tiles, nothing from elsewhere.
 *  @param viewBox the part of the map that is seen
 *  @param areas what is drawn as areas, the last on top
 *  @param labels names that have room
 *  @param dots points of local units
 *  @param hundredth a hundredth of the width that is seen, for the size of letters and dots
 *  @param imported whether it shows imported boundaries */
public record PlaceMap(String viewBox, List<Area> areas, List<Label> labels, List<Dot> dots, double hundredth, boolean imported) {

    /** @param css what it is to the place: "here", "inside", "around", or the class of a figure "c0" … "c4", "none"
     *  @param link where it leads; "" for nowhere */
    public record Area(String path, String title, String css, String link) {}

    public record Label(String x, String y, String text) {}

    /** @param css "here", the class of a figure "c0" … "c4", "none", or "" for an ordinary one */
    public record Dot(String x, String y, String title, String link, String css) {}
}
