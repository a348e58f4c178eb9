package khabuan.base.place;

import java.util.Locale;

/** The floors of the tree of places, from the country down. */
public enum Level {
    COUNTRY, REGION, PROVINCE, DISTRICT, UNIT;

    /** The word in addresses, on the command line and in the database: "region". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level right below; a unit's is its own. */
    public Level below() {
        return values()[Math.min(ordinal() + 1, UNIT.ordinal())];
    }

    /** @throws IllegalArgumentException when it is not a level */
    public static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
