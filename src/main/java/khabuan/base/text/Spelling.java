package khabuan.base.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it is searched and compared: what differs between the ways of writing one name is left out. Tone marks, silent letters, spaces, dots and what can't be seen
 *  are dropped; letters of one sound become one. ปทุมรัตต์ and ปทุมรัตน์ are alike, as are เเม่สา (with two sara e), "แม่ สา" and แม่สา with a zero-width space. */
public final class Spelling {

    private static final Pattern SILENT = Pattern.compile("[ก-ฮ][ิุ]?์");
    private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{Nd}ะ-ฺๅ์ํ]|[็ฺ่-๋]");
    private static final Pattern TWICE = Pattern.compile("([ัิ-ู])\\1+");
    private static final String ONE_SOUND = "ศสษสณนฬลใไฎดฏตฐถๅา๐0๑1๒2๓3๔4๕5๖6๗7๘8๙9";

    private Spelling() {}

    /** @return only letters and digits, lower case; "" when there are none */
    public static String of(String name) {
        String text = DROPPED.matcher(Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)).replaceAll("");
        text = SILENT.matcher(text).replaceAll("").replace("์", "").replace("ํา", "ำ").replace("เเ", "แ");
        var alike = new StringBuilder(TWICE.matcher(text).replaceAll("$1"));
        for (int i = 0; i < alike.length(); i++) {
            int at = ONE_SOUND.indexOf(alike.charAt(i));
            if (at >= 0) alike.setCharAt(i, ONE_SOUND.charAt(at / 2 * 2 + 1));
        }
        return alike.toString();
    }
}
