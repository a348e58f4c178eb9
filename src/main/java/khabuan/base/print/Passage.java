package khabuan.base.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A paragraph or an item of what an author wrote.
 *
 * @param marker "1)" or "-", as written; "" for a paragraph
 * @param depth  of the item: 1 for "1)", 2 for "1.1)"; 0 for a paragraph
 * @param lines  as the author broke them
 */
record Passage(String marker, int depth, List<String> lines) {

    private static final Pattern ITEM = Pattern.compile("\\s*(\\(?[0-9๐-๙]{1,2}(?:\\.[0-9๐-๙]{1,2})*[).]|[-•–])\\s+(.*)");

    static List<Passage> of(String text) {
        var passages = new ArrayList<Passage>();
        Passage open = null;
        for (var line : text.replace("\r", "").split("\n", -1)) {
            var item = ITEM.matcher(line);
            if (line.isBlank()) {
                open = null;
            } else if (item.matches()) {
                passages.add(open = new Passage(item.group(1), depth(item.group(1)), new ArrayList<>(List.of(item.group(2).strip()))));
            } else if (open != null) {
                open.lines().add(line.strip());
            } else {
                passages.add(open = new Passage("", 0, new ArrayList<>(List.of(line.strip()))));
            }
        }
        return passages;
    }

    private static int depth(String marker) {
        return 1 + (int) marker.substring(0, marker.length() - 1).chars().filter(c -> c == '.').count();
    }
}
