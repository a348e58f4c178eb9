package khabuan.base.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** One way of writing for what looks alike on the screen: nikhahit and sara aa joined to sara am, marks in the order in which they are typed and none of them twice, two sara e
 *  as sara ae, Thai digits as Arabic ones, nothing that can't be seen, and one blank where there are blanks. Nothing that can be heard is left out; {@link Spelling} goes further. */
public final class Writing {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern TONE_BEFORE_VOWEL = Pattern.compile("([่-์])([ัิ-ฺํ็])");
    private static final Pattern TWICE = Pattern.compile("([ัิ-ฺ็-๎])\\1+");
    private static final Pattern BLANK_BEFORE_MARK = Pattern.compile(" +([ัำิ-ฺ็-๎])");

    private Writing() {}

    /** @return the same name in one way of writing, without blanks around it */
    public static String of(String name) {
        String text = BLANKS.matcher(UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("")).replaceAll(" ").strip();
        text = BLANK_BEFORE_MARK.matcher(text).replaceAll("$1");
        text = TWICE.matcher(text).replaceAll("$1");
        text = TONE_BEFORE_VOWEL.matcher(text).replaceAll("$2$1");
        text = TWICE.matcher(text).replaceAll("$1");
        text = text.replace("ํา", "ำ").replaceAll("ํ([่-๋])า", "$1ำ").replaceAll("ำ([่-๋])", "$1ำ").replace("เเ", "แ");
        return arabic(text);
    }

    private static String arabic(String text) {
        var digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) if (digits.charAt(i) >= '๐' && digits.charAt(i) <= '๙') digits.setCharAt(i, (char) (digits.charAt(i) - '๐' + '0'));
        return digits.toString();
    }
}
