package khabuan.base.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.text.Bundles;

/** The heading row of a file: which column of the kind stands where. Thai, English and the key itself are understood, in any order. */
final class Heading {

    private final int line;
    private final List<String> cells;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> unread = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();

    Heading(RowIntake kind, Lines.Line row, Bundles bundles) {
        line = row.number();
        cells = row.cells();
        var known = known(kind, bundles);
        for (int i = 0; i < cells.size(); i++) {
            var column = known.get(plain(cells.get(i)));
            if (column == null) {
                if (!cells.get(i).isBlank()) unread.add(cells.get(i).strip());
            } else if (places.putIfAbsent(column.key(), i) != null) {
                faults.add(new LineFault(line, column.key(), "intake.fault.heading-twice"));
            }
        }
        for (var column : kind.columns())
            if (column.required() && !places.containsKey(column.key())) faults.add(new LineFault(line, column.key(), "intake.fault.heading-missing"));
    }

    private static Map<String, Column> known(RowIntake kind, Bundles bundles) {
        var known = new HashMap<String, Column>();
        for (var column : kind.columns()) {
            known.put(plain(column.key()), column);
            for (var language : new Locale[] {Bundles.THAI, Locale.ENGLISH})
                Arrays.stream(column.heading(kind, bundles.in(language)).split("\\|")).forEach(h -> known.put(plain(h), column));
        }
        return known;
    }

    /** How headings are compared: without blanks, signs and case. */
    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s*_:.()\\u200B\\uFEFF/-]", "");
    }

    /** Where the column stands; -1 for nowhere. */
    int place(String key) {
        return places.getOrDefault(key, -1);
    }

    /** How many columns of the kind were found. */
    int found() {
        return places.size();
    }

    List<String> unread() {
        return unread;
    }

    List<String> cells() {
        return cells;
    }

    List<LineFault> faults() {
        return faults;
    }
}
