package khabuan.base.duplicate;

import java.util.Map;
import java.util.regex.Pattern;
import khabuan.base.text.Writing;

/** What a person's name says once the title is taken off and all is written in one way.
 *  @param given without blanks and marks that nobody hears; @param surname likewise; "" when there is none
 *  @param givenSound and surnameSound one letter for all that sound alike: by which names that may be alike are found
 *  @param gender by the title: "female", "male", or "" when it doesn't say */
record PersonName(String given, String surname, String givenSound, String surnameSound, String gender) {

    private static final String FEMALE = "female", MALE = "male";
    private static final Map<String, String> GENDERS = Map.of("นางสาว", FEMALE, "นาง", FEMALE, "นส", FEMALE, "เด็กหญิง", FEMALE, "ดญ", FEMALE, "นาย", MALE, "เด็กชาย", MALE, "ดช", MALE, "พระ", MALE);
    private static final Pattern TITLE = Pattern.compile("^(เด็กชาย|เด็กหญิง|นางสาว|นาง|นาย|คุณ|ผู้ใหญ่|กำนัน|พระ|น\\. ?ส\\.|ด\\. ?ช\\.|ด\\. ?ญ\\.|นส\\.|ดร\\.|(?:[ก-ฮ]{1,3}\\. ?){1,3}) ?(?=[ก-ฮเ-ไ])");
    private static final Pattern SILENCED = Pattern.compile("[ก-ฮ][ิุ]?์");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]");

    static PersonName of(String fullName) {
        String name = Writing.of(fullName);
        String gender = "";
        for (var title = TITLE.matcher(name); title.find(); title = TITLE.matcher(name)) {
            if (gender.isEmpty()) gender = GENDERS.getOrDefault(title.group(1).replaceAll("[. ]", ""), "");
            name = name.substring(title.end());
        }
        int blank = name.indexOf(' ');
        String given = letters(blank < 0 ? name : name.substring(0, blank));
        String surname = blank < 0 ? "" : letters(name.substring(blank));
        return new PersonName(given, surname, sound(given), sound(surname), gender);
    }

    private static String letters(String text) {
        return NOT_LETTERS.matcher(text).replaceAll("");
    }

    private static String sound(String text) {
        String heard = SILENCED.matcher(text).replaceAll("");
        var sound = new StringBuilder();
        for (int i = 0; i < heard.length(); i++) {
            if (Confusions.isMark(heard.charAt(i))) continue;
            char c = (char) Confusions.soundOf(heard.charAt(i));
            if (sound.isEmpty() || sound.charAt(sound.length() - 1) != c) sound.append(c);
        }
        return sound.toString();
    }

    /** All that sounds alike, whether a blank parts given name and surname or not. */
    String sound() {
        return givenSound + surnameSound;
    }

    String whole() {
        return given + ' ' + surname;
    }

    /** How far two names are apart, wherever a blank parts them. */
    double distance(PersonName that, double limit) {
        return Confusions.distance(given + surname, that.given + that.surname, limit);
    }
}
