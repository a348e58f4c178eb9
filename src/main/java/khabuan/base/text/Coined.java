package khabuan.base.text;

import java.util.Locale;
import java.util.Optional;

/** Words that stand in no bundle, because people of the house make them: the names of instruments and their levels. A room that has such words is a bean of this; {@link Words} asks it for the keys that no bundle has. */
public interface Coined {

    /** How the keys begin that it may know. */
    boolean mayKnow(String key);

    /** @return empty when it does not know the key after all */
    Optional<String> word(String key, Locale language);
}
