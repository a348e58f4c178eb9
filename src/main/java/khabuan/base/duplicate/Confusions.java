package khabuan.base.duplicate;

/** How easily Thai letters are taken for one another, by the ear, by the eye or by the finger; and how far two names are apart when it is counted so. */
final class Confusions {

    private static final double MARK = 0.15;
    private static final double SAME_SOUND = 0.3;
    private static final double LOOKS_ALIKE = 0.45;
    private static final double TWICE = 0.35;
    private static final double SWAPPED = 0.45;
    private static final double LOST = 0.7;
    private static final double OTHER = 1.3;
    /** Letters of one sound, group by group. */
    private static final String[] SOUNDS = {"สศษซ", "นณ", "ลฬร", "ใไ", "ดฎ", "ตฏ", "ทธฑฒ", "ยญ", "พภผ", "คขฆ", "ชฌฉ", "ิี", "ึื", "ุู", "ถฐ"};
    /** Letters of one look, or beside one another on the keyboard. */
    private static final String[] LOOKS = {"ดคต", "ถภ", "ผฝ", "พฟ", "บปษ", "ขช", "กภถ", "ฎฏ", "ลส", "อฮ", "ัี", "้่"};
    private static final int[] SOUND = groups(SOUNDS);
    private static final float[] REPLACED = replaced();
    private static final double FAR = 99;

    private Confusions() {}

    private static int[] groups(String[] all) {
        var groups = new int[0x100];
        for (int c = 0; c < groups.length; c++) groups[c] = c;
        for (var group : all) for (char c : group.toCharArray()) groups[c - 0xE00] = group.charAt(0) - 0xE00;
        return groups;
    }

    /** A small number that letters of one sound share. */
    static int soundOf(char c) {
        return c >= 0xE00 && c < 0xF00 ? SOUND[c - 0xE00] : c & 0xFF;
    }

    static boolean isMark(char c) {
        return c == '็' || c >= '่' && c <= '์';
    }

    private static double lost(char c, char before, char after) {
        if (isMark(c)) return MARK;
        return c == before || c == after ? TWICE : LOST;
    }

    private static float[] replaced() {
        var costs = new float[0x80 * 0x80];
        for (char a = 0xE00; a < 0xE80; a++) for (char b = 0xE00; b < 0xE80; b++) costs[(a - 0xE00) * 0x80 + b - 0xE00] = (float) replaced(a, b);
        return costs;
    }

    private static double replaced(char a, char b) {
        if (a == b) return 0;
        if (isMark(a) && isMark(b)) return MARK;
        if (soundOf(a) == soundOf(b)) return SAME_SOUND;
        for (var group : LOOKS) if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) return LOOKS_ALIKE;
        return OTHER;
    }

    private static double cost(char a, char b) {
        int i = a - 0xE00;
        int j = b - 0xE00;
        return i >= 0 && i < 0x80 && j >= 0 && j < 0x80 ? REPLACED[i * 0x80 + j] : a == b ? 0 : OTHER;
    }

    /** How far two texts are apart: 0 when they are equal, about 0.7 for a letter that was lost; beyond the limit it is not told exactly. */
    static double distance(String a, String b, double limit) {
        int band = (int) (limit / MARK) + 1;
        if (Math.abs(a.length() - b.length()) > band) return FAR;
        var rows = new double[3][b.length() + 1];
        var lostA = losses(a);
        var lostB = losses(b);
        for (int j = 1; j <= b.length(); j++) rows[0][j] = rows[0][j - 1] + lostB[j - 1];
        for (int i = 1; i <= a.length(); i++) if (row(i, a, b, lostA[i - 1], lostB, rows, band) > limit) return FAR;
        return rows[a.length() % 3][b.length()];
    }

    private static double row(int i, String a, String b, double lost, double[] lostB, double[][] rows, int band) {
        var now = rows[i % 3];
        var last = rows[(i + 2) % 3];
        char x = a.charAt(i - 1);
        int from = Math.max(1, i - band);
        int to = Math.min(b.length(), i + band);
        now[0] = last[0] + lost;
        if (from > 1) now[from - 1] = FAR;
        double least = from > 1 ? FAR : now[0];
        for (int j = from; j <= to; j++) {
            char y = b.charAt(j - 1);
            double d = Math.min(last[j - 1] + cost(x, y), Math.min(last[j] + lost, now[j - 1] + lostB[j - 1]));
            if (i > 1 && j > 1 && x == b.charAt(j - 2) && a.charAt(i - 2) == y && j > i - band) d = Math.min(d, rows[(i + 1) % 3][j - 2] + SWAPPED);
            now[j] = d;
            if (d < least) least = d;
        }
        if (to < b.length()) now[to + 1] = FAR;
        return least;
    }

    private static double[] losses(String text) {
        var losses = new double[text.length()];
        for (int i = 0; i < losses.length; i++) losses[i] = lost(text.charAt(i), i > 0 ? text.charAt(i - 1) : 0, i + 1 < losses.length ? text.charAt(i + 1) : 0);
        return losses;
    }
}
