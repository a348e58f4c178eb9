package khabuan.bench;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The ways in which a name comes to be written a second time. */
final class Miswriting {

    /** Ten kinds. */
    enum Kind { MARKS, BLANKS, DIGITS, ABBREVIATED, MARK_LOST, LETTER_LOST, LETTER_TWICE, SWAPPED, CONFUSED, OTHER_UNIT }

    private static final String[] CONFUSED = {"ศส", "ษส", "ณน", "ใไ", "ฬล", "รล", "ญย", "ธท", "พภ", "ีิ", "ุู", "บป", "คด", "ขช", "ถภ", "ฎด", "ฏต"};
    private static final String[][] SHORTER = {{"ตำบล", "ต."}, {"บ้าน", "บ."}, {"อาสาสมัครสาธารณสุขประจำหมู่บ้าน", "อสม."}, {"เพื่อการผลิต", "ฯ"}, {"เพื่อการผลิต", ""}, {"กลุ่ม", ""}, {"วิสาหกิจชุมชน", "วสช."}, {"หมู่ที่ ", "ม."}, {"เทศบาลตำบล", "ทต."}};
    private static final Pattern MARK = Pattern.compile("[่-์็]");
    private final RandomGenerator lots;

    Miswriting(RandomGenerator lots) {
        this.lots = lots;
    }

    /** The name written again in a way; a name that can't be miswritten so is written with another blank. */
    String of(String name, Kind kind) {
        String again = switch (kind) {
            case MARKS -> marks(name);
            case BLANKS -> blanks(name);
            case DIGITS -> digits(name);
            case ABBREVIATED -> abbreviated(name);
            case MARK_LOST -> markLost(name);
            case LETTER_LOST -> letterLost(name);
            case LETTER_TWICE -> letterTwice(name);
            case SWAPPED -> swapped(name);
            case CONFUSED -> confused(name);
            case OTHER_UNIT -> name;
        };
        return again.equals(name) && kind != Kind.OTHER_UNIT ? blanks(name) : again;
    }

    private String marks(String name) {
        return switch (lots.nextInt(3)) {
            case 0 -> name.replace("ำ", "ํา");
            case 1 -> name.replaceFirst("([ัิ-ู])([่-๋])", "$2$1");
            default -> name.replaceFirst("([่-๋])", "$1$1").replace("แ", "เเ");
        };
    }

    private String blanks(String name) {
        int at = base(name);
        String blank = new String[] {" ", "\u200b", "\u00a0", "  "}[lots.nextInt(4)];
        return lots.nextInt(3) == 0 && name.contains(" ") ? name.replace(" ", "") : name.substring(0, at) + blank + name.substring(at);
    }

    private String digits(String name) {
        var thai = new StringBuilder(name);
        for (int i = 0; i < thai.length(); i++) if (thai.charAt(i) >= '0' && thai.charAt(i) <= '9') thai.setCharAt(i, (char) (thai.charAt(i) - '0' + '๐'));
        return lots.nextBoolean() ? thai.toString() : thai.toString().replace("หมู่ที่ ", lots.nextBoolean() ? "หมู่ " : "ม.");
    }

    private String abbreviated(String name) {
        int from = lots.nextInt(SHORTER.length);
        for (int i = 0; i < SHORTER.length; i++) {
            var pair = SHORTER[(from + i) % SHORTER.length];
            if (name.contains(pair[0])) return name.replaceFirst(pair[0], pair[1]);
        }
        return name;
    }

    private String markLost(String name) {
        var marks = MARK.matcher(name).results().toList();
        if (marks.isEmpty()) return name;
        int at = marks.get(lots.nextInt(marks.size())).start();
        return name.substring(0, at) + name.substring(at + 1);
    }

    private String letterLost(String name) {
        int at = letter(name);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private String letterTwice(String name) {
        int at = letter(name);
        return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }

    private String swapped(String name) {
        int at = letter(name);
        return at + 1 >= name.length() || !Character.isLetter(name.charAt(at + 1)) || name.charAt(at) == name.charAt(at + 1) ? letterTwice(name)
                : name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private String confused(String name) {
        int from = lots.nextInt(CONFUSED.length);
        for (int i = 0; i < CONFUSED.length; i++) {
            var pair = CONFUSED[(from + i) % CONFUSED.length];
            for (int way = 0; way < 2; way++) {
                int at = name.lastIndexOf(pair.charAt(way));
                if (at >= 0) return name.substring(0, at) + pair.charAt(1 - way) + name.substring(at + 1);
            }
        }
        return name;
    }

    /** The place of a letter, not of a mark, anywhere in the name. */
    private int letter(String name) {
        while (true) {
            int at = lots.nextInt(name.length());
            if (name.charAt(at) >= 'ก' && name.charAt(at) <= 'ฮ') return at;
        }
    }

    private int base(String name) {
        return letter(name);
    }
}
