package khabuan.base.money;

import java.util.Map;

/** What the values are called by which a room divides accounts: a bean for each division that the room knows. */
public interface DivisionNames {

    /** Which division: "programme" or "office". */
    String by();

    /** The names of its values. */
    Map<String, String> names();
}
