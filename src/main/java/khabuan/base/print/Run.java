package khabuan.base.print;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A stretch of text within a paragraph or a cell. */
public sealed interface Run {

    String text();

    /** Words, plain or bold; a line break within them is kept. */
    record Words(String text, boolean bold) implements Run { }

    /**
     * A number as printed, which opens onto its records on a page.
     *
     * @param link  address of its records or its definition; null for none
     * @param label what the link opens, in words; null for none
     */
    record Figure(String text, String link, String label) implements Run { }

    static Run plain(String text) {
        return new Words(text, false);
    }

    static Run bold(String text) {
        return new Words(text, true);
    }

    static Run figure(String text, String link) {
        return new Figure(text, link, null);
    }

    /** A message with its places {0}, {1} … taken by runs. @throws IndexOutOfBoundsException for a place that no run takes */
    static List<Run> fill(String message, Run... runs) {
        var filled = new ArrayList<Run>();
        var place = Pattern.compile("\\{(\\d+)}").matcher(message);
        int end = 0;
        while (place.find()) {
            if (place.start() > end) filled.add(plain(message.substring(end, place.start())));
            filled.add(runs[Integer.parseInt(place.group(1))]);
            end = place.end();
        }
        if (end < message.length()) filled.add(plain(message.substring(end)));
        return filled;
    }

    /** The words of runs without their manner. */
    static String text(List<Run> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
