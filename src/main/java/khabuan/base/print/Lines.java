package khabuan.base.print;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a line of Thai may end: between words, which the script does not part, but not between a word and its number. */
final class Lines {

    private static final BreakIterator THAI = BreakIterator.getLineInstance(Locale.of("th"));

    /** Words of the field that the dictionary would take apart. */
    private static final List<String> WHOLE = List.of("เป้าหมาย", "รายภาค", "รายไตรมาส", "รายจังหวัด", "รายตำบล", "รายปี", "จัดตั้ง", "จดแจ้ง", "ครบวาระ", "สภาฯ", "ปริมณฑล",
            "ตะวันออก", "ตะวันตก", "เฉียงเหนือ", "ตัวชี้วัด", "หลักเกณฑ์", "ผู้ทรงคุณวุฒิ", "ข้อเสนอแนะ", "เบิกจ่าย", "งบประมาณ", "ผู้สูงอายุ", "ฟื้นฟู");

    private Lines() { }

    /** The places where a line may end, in order; the last is the end of the text. */
    static List<Integer> ends(String text) {
        return ends(text, List.of());
    }

    private static List<Integer> ends(String text, List<String> whole) {
        var words = (BreakIterator) THAI.clone();
        words.setText(text);
        var ends = new ArrayList<Integer>();
        words.first();
        for (int next = words.next(); next != BreakIterator.DONE; next = words.next()) {
            int end = next;
            if (end == text.length() || !binds(text, end) && whole.stream().noneMatch(word -> splits(word, text, end))) ends.add(end);
        }
        return ends;
    }

    private static boolean splits(String word, String text, int end) {
        for (int at = text.indexOf(word, Math.max(0, end - word.length() + 1)); at >= 0 && at < end; at = text.indexOf(word, at + 1))
            if (at + word.length() > end) return true;
        return false;
    }

    /** "ไตรมาส| 4", "1 |- 4", "http://|host" and the words of the field stay together. */
    private static boolean binds(String text, int end) {
        for (var word : WHOLE) if (splits(word, text, end)) return true;
        char next = text.charAt(end), last = text.charAt(end - 1);
        if (next == '-' || next == '–' || text.startsWith("พ.ศ. ", end - 5)) return true;
        if (end < 2) return false;
        char before = text.charAt(end - 2);
        if (last == '/' && (before == '/' || before == ':')) return true;
        return last == ' ' && Character.isDigit(next) && (Character.isLetter(before) || Character.getType(before) == Character.NON_SPACING_MARK || before == '-' || before == '–');
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
