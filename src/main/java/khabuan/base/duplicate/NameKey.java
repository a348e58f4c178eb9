package khabuan.base.duplicate;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khabuan.base.text.Writing;

/** What a name says once all is taken off that people write in many ways: abbreviations are spelled out, words that distinguish nothing are dropped, and numbers stand apart.
 *  @param core the letters that remain, without blanks
 *  @param whole all letters, for names in which the dropped words themselves are miswritten
 *  @param numbers of villages (หมู่ที่ 3) and all others, as they distinguish
 *  @param authority the type of local authority that the name names: "ตำบล", "เทศบาลตำบล" …; "" for none
 *  @param village what follows บ้าน at the end; "" for none
 *  @param letters a bit for each letter that occurs in the core, and in the next number for each that occurs twice; then the same of the whole: for a quick look */
record NameKey(String core, String whole, SortedSet<String> numbers, String authority, String village, long[] letters) {

    private static final Map<String, String> SPELLED_OUT = Map.ofEntries(
            Map.entry("สอช", "สภาองค์กรชุมชน"), Map.entry("อสม", "อาสาสมัครสาธารณสุขประจำหมู่บ้าน"), Map.entry("วสช", "วิสาหกิจชุมชน"), Map.entry("กทบ", "กองทุนหมู่บ้าน"),
            Map.entry("กขคจ", "แก้ไขปัญหาความยากจน"), Map.entry("ศพด", "ศูนย์พัฒนาเด็กเล็ก"), Map.entry("รร", "โรงเรียน"), Map.entry("สวช", "สวัสดิการชุมชน"),
            Map.entry("อบต", "ตำบล"), Map.entry("ทต", "เทศบาลตำบล"), Map.entry("ทม", "เทศบาลเมือง"), Map.entry("ทน", "เทศบาลนคร"), Map.entry("ต", "ตำบล"), Map.entry("บ", "บ้าน"),
            Map.entry("อ", "อำเภอ"), Map.entry("จ", "จังหวัด"), Map.entry("ม", "หมู่"));
    private static final int MOST_LETTERS = 4;
    private static final Pattern ABBREVIATED = Pattern.compile("((?<![ก-ฮะ-์])(?:[ก-ฮ]\\.){2,4}|(?<![ก-ฮะ-์])[ก-ฮ]{1,4}\\.|[ตบมอจ]\\.)\\s*");
    private static final Pattern VILLAGE_NUMBER = Pattern.compile("(?:หมู่บ้านที่|หมู่บ้าน|หมู่ที่|หมู่|ม)\\s*\\.?\\s*(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\s*/\\s*\\d+)?");
    private static final Pattern AUTHORITY = Pattern.compile("องค์การบริหารส่วนตำบล|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร|ตำบล|เขต");
    private static final Pattern SAYING_NOTHING = Pattern.compile("สภาองค์กรชุมชน|องค์กรชุมชน|กลุ่ม|ชุมชน|เพื่อการผลิต|ประจำ|บ้าน|ฯ");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]");

    private static final int MOST_KEPT = 30_000;
    private static final Map<String, NameKey> KEPT = new ConcurrentHashMap<>();

    /** As {@link #of(Entry)}, kept for the next time: a name follows from nothing else, and somebody who types asks for the same district again and again. */
    static NameKey kept(Entry entry) {
        if (KEPT.size() > MOST_KEPT) KEPT.clear();
        return KEPT.computeIfAbsent(entry.unitName() + '|' + entry.name(), k -> of(entry));
    }

    static NameKey of(Entry entry) {
        return of(entry.name(), entry.unitName());
    }

    /** @param unitName the name of the record's local unit, which says nothing within the unit */
    static NameKey of(String name, String unitName) {
        var numbers = new TreeSet<String>();
        String said = spelledOut(Writing.of(name));
        String whole = NOT_LETTERS.matcher(VILLAGE_NUMBER.matcher(said).replaceAll("หมู่ที่")).replaceAll("");
        String text = NOT_LETTERS.matcher(takeNumbers(NUMBER, takeNumbers(VILLAGE_NUMBER, said, numbers), numbers)).replaceAll("");
        var found = AUTHORITY.matcher(text);
        String authority = found.find() ? found.group().replace("องค์การบริหารส่วนตำบล", "ตำบล") : "";
        int at = text.lastIndexOf("บ้าน");
        String village = at > 0 ? text.substring(at + 4) : "";
        String core = without(text, NOT_LETTERS.matcher(Writing.of(unitName)).replaceAll(""));
        return new NameKey(core, whole, numbers, authority, village, letters(core, whole));
    }

    private static String spelledOut(String text) {
        return ABBREVIATED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(SPELLED_OUT.getOrDefault(m.group(1).replace(".", ""), m.group(1))));
    }

    private static String takeNumbers(Pattern pattern, String text, SortedSet<String> numbers) {
        return pattern.matcher(text).replaceAll(m -> {
            String number = (m.groupCount() > 0 ? m.group(1) : m.group()).replace(" ", "");
            numbers.add(number.replaceFirst("^0+(?=\\d)", ""));
            return " ";
        });
    }

    /** The unit's own name at the end, with its type, says no more than where the record stands; but a name that would be nothing without it keeps it. */
    private static String without(String text, String unitName) {
        String rest = text;
        if (!unitName.isEmpty()) {
            String tail = rest.replaceFirst("(?:องค์การบริหารส่วนตำบล|เทศบาลตำบล|เทศบาลเมือง|เทศบาลนคร|ตำบล)" + Pattern.quote(unitName) + "$", "");
            if (said(tail).length() > 3) rest = tail;
        }
        String core = said(AUTHORITY.matcher(rest).replaceAll(""));
        return core.isEmpty() ? rest : core;
    }

    private static String said(String text) {
        return SAYING_NOTHING.matcher(text).replaceAll("");
    }

    private static long[] letters(String core, String whole) {
        var letters = new long[4];
        count(core, letters, 0);
        count(whole, letters, 2);
        return letters;
    }

    private static void count(String text, long[] letters, int at) {
        for (int i = 0; i < text.length(); i++) {
            if (Confusions.isMark(text.charAt(i))) continue;
            long bit = 1L << Confusions.soundOf(text.charAt(i)) % 64;
            letters[at + 1] |= letters[at] & bit;
            letters[at] |= bit;
        }
    }

    /** Whether the letters of two names differ by few enough that the names may be alike. */
    boolean mayBeLike(NameKey other) {
        return differing(other, 0) <= MOST_LETTERS || differing(other, 2) <= MOST_LETTERS;
    }

    private int differing(NameKey other, int at) {
        return Long.bitCount(letters[at] ^ other.letters[at]) + Long.bitCount(letters[at + 1] ^ other.letters[at + 1]);
    }
}
