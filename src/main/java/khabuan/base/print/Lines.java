package khabuan.base.print;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import khabuan.base.text.Digits;

/** Where a line of Thai may end: between words, which the script does not part, but not between a word and its number. */
final class Lines {

    private static final BreakIterator THAI = BreakIterator.getLineInstance(Locale.of("th"));

    /** Words of the field that the dictionary would take apart. */
    private static final List<String> WHOLE = HtmlPrinter.read("khabuan/print/whole-words.txt").lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    /** What makes a noun of the word after it, and is none by itself. */
    private static final Set<String> BEGINNINGS = Set.of("การ", "ความ", "ผู้");
    /** "ภายใน|วันที่ 14", "ณ |วันที่ 2". */
    private static final List<String> BEFORE_A_DAY = List.of("ภายใน", "ตั้งแต่", "จนถึง", "เมื่อ", "ณ ");
    private static final Pattern MONTH = Pattern.compile("(มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)(คม|ยน|พันธ์).*", Pattern.DOTALL);

    /** In points: what the page number of an entry of the contents and some dots take, how much deeper each level stands, and the size of its type. */
    private static final double ENTRY_END = 40, ENTRY_STEP = 22.7, ENTRY_SIZE = 13;

    private Lines() { }

    /** The places where a line may end, in order; the last is the end of the text. */
    static List<Integer> ends(String text) {
        return ends(text, List.of());
    }

    private static List<Integer> ends(String text, List<String> whole) {
        var words = (BreakIterator) THAI.clone();
        words.setText(text);
        var within = new BitSet(text.length());
        WHOLE.forEach(word -> keep(word, text, within));
        whole.forEach(word -> keep(word, text, within));
        var ends = new ArrayList<Integer>();
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next())
            if (end == text.length() || !within.get(end) && !binds(text, start, end)) ends.add(end);
        return ends;
    }

    /** Marks the places within a word, wherever it stands in the text. */
    private static void keep(String word, String text, BitSet within) {
        if (word.length() < 2) return;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) within.set(at + 1, at + word.length());
    }

    /** "ไตรมาส| 4", "1 |- 4", "31| สิงหาคม", "ความ|คืบหน้า", "http://|host" stay together.
     *  @param start of the word that ends there */
    private static boolean binds(String text, int start, int end) {
        char next = text.charAt(end), last = text.charAt(end - 1);
        if (next == '-' || next == '–' || next == 'ๆ' || text.startsWith("พ.ศ. ", end - 5)) return true;
        if (BEGINNINGS.contains(text.substring(start, end)) && !text.startsWith("ดำเนิน", start - 6)) return true;
        if (text.startsWith("วันที่", end) && BEFORE_A_DAY.stream().anyMatch(word -> text.startsWith(word, end - word.length()))) return true;
        if (end < 2) return false;
        char before = text.charAt(end - 2);
        if (last == '/' && (before == '/' || before == ':')) return true;
        if (last != ' ') return false;
        if (Character.isDigit(before) && MONTH.matcher(text.substring(end)).matches()) return true;
        boolean number = Character.isDigit(next) || next == '(' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)) && Character.isDigit(before);
        return number && (Character.isLetterOrDigit(before) || Character.getType(before) == Character.NON_SPACING_MARK || before == '-' || before == '–');
    }

    /** The lines of an entry of the contents, which leave room for its page number, so that the number stands at the end of the last. */
    static List<String> entry(Block.Heading heading, Paper paper, Digits digits) {
        double width = paper.measure() - ENTRY_END - ENTRY_STEP * (heading.level() - 1);
        return wrap(digits.in(heading.line()), heading.level() == 1 ? width * 0.92 : width, ENTRY_SIZE);
    }

    /** The text in lines no wider than asked, unless a single word is. */
    static List<String> wrap(String text, double width, double size) {
        return wrap(text, width, width, size, List.of());
    }

    /** As {@link #wrap(String, double, double)}, with a first line of another width.
     *  @param whole what is not to be parted */
    static List<String> wrap(String text, double first, double width, double size, List<String> whole) {
        var lines = new ArrayList<String>();
        int start = 0, fits = 0;
        for (int end : ends(text, whole)) {
            if (fits > start && Typeface.REGULAR.width(text.substring(start, end).strip(), size) > (lines.isEmpty() ? first : width)) {
                lines.add(text.substring(start, fits).strip());
                start = fits;
            }
            fits = end;
        }
        lines.add(text.substring(start).strip());
        return lines;
    }
}
