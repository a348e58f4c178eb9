package khabuan.insight.correction;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The life of a request: received → in review → corrected, or refused with the reason. */
public enum Stage {
    RECEIVED, IN_REVIEW, CORRECTED, REFUSED;

    /** The word in addresses and in the database: "in-review". */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when it is none */
    static Stage of(String word) {
        return Stream.of(values()).filter(s -> s.word().equals(word)).findFirst().orElseThrow(() -> new IllegalArgumentException("stage " + word));
    }

    /** What may follow. */
    public List<Stage> next() {
        return switch (this) {
            case RECEIVED -> List.of(IN_REVIEW);
            case IN_REVIEW -> List.of(CORRECTED, REFUSED);
            case CORRECTED, REFUSED -> List.of();
        };
    }

    /** How its tag looks. */
    public String look() {
        return switch (this) {
            case RECEIVED -> "warn";
            case IN_REVIEW -> "info";
            case CORRECTED -> "good";
            case REFUSED -> "bad";
        };
    }
}
