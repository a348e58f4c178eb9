package khabuan.base.message;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.text.Words;

/** The values of a message as the table keeps them: a letter for what they are, then what they say. */
final class Values {

    private Values() {}

    /** @param value a day, a whole number, a {@link Text}, or words as they stand */
    static String kept(Object value) {
        return switch (value) {
            case LocalDate day -> "d" + day;
            case Integer number -> "n" + number;
            case Long number -> "n" + number;
            case Text.Key key -> "k" + key.key();
            case Text.Counts counts -> "c" + counts.counts().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(";"));
            default -> "t" + value.toString().replaceAll("\\p{Cntrl}+", " ");
        };
    }

    static Object[] spoken(List<String> kept, Words words) {
        return kept.stream().map(value -> spoken(value.charAt(0), value.substring(1), words)).toArray();
    }

    private static String spoken(char kind, String value, Words words) {
        return switch (kind) {
            case 'd' -> words.day(LocalDate.parse(value));
            case 'n' -> words.number(Long.parseLong(value));
            case 'k' -> words.t(value);
            case 'c' -> Arrays.stream(value.split(";")).map(pair -> pair.split("=")).map(pair -> words.t(pair[0]) + " " + words.number(Long.parseLong(pair[1]))).collect(Collectors.joining(" · "));
            default -> value;
        };
    }
}
