package khabuan.base.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The order of a list, as it stands behind "order by". */
public final class Sorting {

    private Sorting() {}

    /** The same order from its end: "c.registered_on desc, c.id" → "c.registered_on, c.id desc". */
    public static String reversed(String order) {
        return Stream.of(order.split(", ")).map(o -> o.endsWith(" desc") ? o.substring(0, o.length() - 5) : o + " desc").collect(Collectors.joining(", "));
    }
}
