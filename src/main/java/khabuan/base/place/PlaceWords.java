package khabuan.base.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person typed to name a place, taken apart: "ทต.ภูผาม่าน อ.ภูผาม่าน จ.ขอนแก่น" is a name of a unit, one of a district and one of a province. */
final class PlaceWords {

    /** One name. @param levels what it may be a name of: words of levels, or "tambon"; empty for anything
     *  @param types of the unit that is meant; empty for any */
    record Part(String name, Set<String> levels, Set<String> types) {

        static Part of(String name) {
            return new Part(name, Set.of(), Set.of());
        }
    }

    private record Mark(Pattern pattern, Set<String> levels, Set<String> types) {

        Mark(String pattern, Set<String> levels, String... types) {
            this(Pattern.compile(pattern + "\\s*(?=\\S)"), levels, Set.of(types));
        }
    }

    private static final int PARTS = 5;
    private static final Set<String> UNIT = Set.of("unit"), TAMBON = Set.of("tambon", "unit"), DISTRICT = Set.of("district"), PROVINCE = Set.of("province");
    /** A dot that ends an abbreviation, not the dot of a name like จ.ป.ร. */
    private static final String DOT = "\\.(?!\\p{L}\\.)";
    private static final List<Mark> MARKS = List.of(
            new Mark("(?:องค์การบริหารส่วนตำบล|อบต\\.?)", UNIT, "อบต."),
            new Mark("(?:เทศบาลตำบล|ทต(?:\\.|\\s))", UNIT, "ทต."),
            new Mark("(?:เทศบาลเมือง|ทม(?:\\.|\\s))", UNIT, "ทม."),
            new Mark("(?:เทศบาลนคร|ทน(?:\\.|\\s))", UNIT, "ทน."),
            new Mark("เทศบาล", UNIT, "ทต.", "ทม.", "ทน."),
            new Mark("(?:สำนักงานเขต|เขต)", Set.of("district", "unit"), "เขต"),
            new Mark("(?:ตำบล|แขวง|ต" + DOT + ")", TAMBON),
            new Mark("(?:กิ่งอำเภอ|กิ่ง\\s*อ\\.|อำเภอ|อ" + DOT + ")", DISTRICT),
            new Mark("(?:จังหวัด|จ" + DOT + ")", PROVINCE));
    private static final Pattern WITHIN = Pattern.compile("(?<=[ก-๎])(?<!(?:^|[^ก-๎])(?:ท|อบ))(?=(?:อำเภอ|จังหวัด|[อจต]" + DOT + "[ก-ฮเ-ไ]))");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\d'’.-]+");

    private PlaceWords() {}

    /** The names in what was typed, as typed; at most five. */
    static List<Part> of(String typed) {
        String text = UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("").replace("ํา", "ำ").replace("เเ", "แ");
        text = WITHIN.matcher(text).replaceAll(" ").replaceAll("[,()\\s\\u00A0]+", " ").strip();
        var parts = new ArrayList<Part>();
        for (String rest = text; !rest.isEmpty() && parts.size() < PARTS; ) rest = take(rest, parts);
        return parts;
    }

    /** Takes one name off the front. @return what is left */
    private static String take(String text, List<Part> parts) {
        for (var mark : MARKS) {
            var at = mark.pattern.matcher(text);
            if (!at.lookingAt()) continue;
            String name = word(text.substring(at.end()));
            parts.add(new Part(name, mark.levels, mark.types));
            return text.substring(at.end() + name.length()).strip();
        }
        String name = word(text);
        parts.add(Part.of(name));
        return text.substring(name.length()).strip();
    }

    /** The first word; English words that follow one another are one name: "Phu Pha Man". */
    private static String word(String text) {
        int end = 0;
        for (String word : text.split(" ")) {
            if (end > 0 && !(LATIN.matcher(text.substring(0, end).replace(" ", "")).matches() && LATIN.matcher(word).matches())) break;
            end += word.length() + (end > 0 ? 1 : 0);
        }
        return text.substring(0, end);
    }
}
