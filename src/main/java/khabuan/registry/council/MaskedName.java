package khabuan.registry.council;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A person's name as it stands where the person need not be known: "นางสมใจ ใจดี" is "นาง ส••• ใจ•••". */
final class MaskedName {

    private static final List<String> TITLES = List.of("นางสาว", "นาง", "นาย", "น.ส.");

    private MaskedName() {}

    static String of(String name) {
        String plain = name.strip();
        String title = TITLES.stream().filter(plain::startsWith).findFirst().orElse("");
        String masked = Arrays.stream(plain.substring(title.length()).strip().split("\\s+")).map(MaskedName::mask).collect(Collectors.joining(" "));
        return title.isEmpty() ? masked : title + " " + masked;
    }

    private static String mask(String word) {
        int shown = word.isEmpty() ? 0 : "เแโใไ".indexOf(word.charAt(0)) >= 0 ? 2 : 1;
        return word.substring(0, Math.min(shown, word.length())) + "•••";
    }
}
