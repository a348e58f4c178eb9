package khabuan.insight.measure;

import java.util.List;
import khabuan.base.place.Level;
import khabuan.base.place.Place;

/** A question to a measure: its figures by place and class, in each of some windows.
 *  @param within only records in this place; the country for all */
public record Question(String code, Level by, Place within, boolean byClass, List<Window> windows) {

    public Question {
        windows = List.copyOf(windows);
    }

    public Question(String code, Level by, List<Window> windows) {
        this(code, by, Place.COUNTRY, false, windows);
    }
}
