package khabuan.base.certificate;

import java.awt.geom.Line2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.print.Leaf;
import khabuan.base.text.Digits;

/** A letter set on its paper, in the form of a Thai certificate (หนังสือรับรอง): emblem, number, office, the words, the day, the signatory, and the code by which it is verified.
 *  @param named the number as printed
 *  @param title of the letter; @param body its words, filled
 *  @param facts what it certifies
 *  @param letterhead facts of the office and the signatory, see {@link Offices#letterhead}
 *  @param emblem the picture at its head; null for the product's own
 *  @param copy 1 for the first print
 *  @param address what the code holds; "" draws none
 *  @param notice printed at the head, such as that the data are simulated; "" for none */
record LetterPaper(String named, String title, String body, LocalDate issuedOn, Map<String, String> facts, Map<String, String> letterhead, byte[] emblem, int copy, String address, String notice) {

    /** "สภาองค์กรชุมชนเทศบาลตำบลหนองบัวแดง" stays in one line. */
    private static final int LONGEST_WHOLE = 48;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final double SIZE = 13.5, SMALLEST = 11, INDENT = 71, BODY_TOP = 272, BODY_BOTTOM = 545, MEASURE = Leaf.RIGHT - Leaf.LEFT;
    private static final double MIDDLE = Leaf.WIDTH / 2, SIGNED_AT = 385;

    /** The words of a template with its places filled; a place that there is no fact for stays as it is. */
    static String filled(String words, Map<String, String> facts) {
        return PLACE.matcher(words).replaceAll(place -> Matcher.quoteReplacement(facts.getOrDefault(place.group(1).strip(), place.group())));
    }

    /** The words in braces. */
    static List<String> places(String words) {
        return PLACE.matcher(words).results().map(place -> place.group(1).strip()).distinct().toList();
    }

    byte[] draw() {
        return Leaf.draw(title + " " + named, Digits.THAI, this::draw);
    }

    /** Whether the words fit on the sheet at a size that can be read. */
    boolean fits() {
        var fits = new boolean[1];
        Leaf.draw(title, Digits.THAI, leaf -> {
            draw(leaf);
            fits[0] = size(leaf) >= SMALLEST;
        });
        return fits[0];
    }

    private void draw(Leaf leaf) {
        if (!notice.isEmpty()) leaf.centred(MIDDLE, 30, notice, 10, true);
        if (emblem == null) Emblem.draw(leaf, MIDDLE, 85, 42);
        else leaf.picture(MIDDLE, 85, 86, emblem);
        leaf.text(Leaf.LEFT, 162, "เลขที่ " + named, SIZE, false);
        office(leaf);
        leaf.centred(MIDDLE, 238, title, 16, true);
        signature(leaf, words(leaf));
        verification(leaf);
    }

    /** The office at the right margin, its lines beginning below one another; it may take what the number leaves of the width. */
    private void office(Leaf leaf) {
        double width = MEASURE - leaf.width("เลขที่ " + named, SIZE, false) - 24;
        var lines = new ArrayList<String>();
        for (var line : (letterhead.get("office") + "\n" + letterhead.getOrDefault("address", "")).split("\n")) lines.addAll(leaf.lines(line, width, 0, SIZE, parts(line)));
        double widest = lines.stream().mapToDouble(line -> leaf.width(line, SIZE, false)).max().orElse(0), y = 162;
        for (var line : lines) {
            leaf.text(Leaf.RIGHT - widest, y, line, SIZE, false);
            y += 20;
        }
    }

    /** @return where the last line stands */
    private double words(Leaf leaf) {
        double size = Math.max(SMALLEST, size(leaf)), y = BODY_TOP;
        for (var paragraph : paragraphs()) y = leaf.paragraph(Leaf.LEFT, y, MEASURE, INDENT, paragraph, size, size * 1.75, whole()) + size * 0.3;
        y += size * 0.9;
        leaf.text(Leaf.LEFT + INDENT, y, given(), size, false);
        return y;
    }

    /** What a title or a name is made of, as written apart: short enough not to be parted. */
    private static List<String> parts(String line) {
        return Stream.of(line.split(" ")).filter(part -> part.length() > 1 && part.length() <= LONGEST_WHOLE).toList();
    }

    private String[] paragraphs() {
        return body.strip().split("\\n\\s*");
    }

    /** Days, and the parts of names and places that are short enough to stand in one line. */
    private List<String> whole() {
        var whole = new ArrayList<>(List.of("วันที่"));
        facts.values().forEach(fact -> {
            if (fact.length() <= 20) whole.add(fact);
            whole.addAll(parts(fact));
        });
        return whole;
    }

    private double size(Leaf leaf) {
        for (double size = SIZE; size >= SMALLEST; size -= 0.5) {
            double y = BODY_TOP + size * 2;
            for (var paragraph : paragraphs()) y += leaf.lines(paragraph, MEASURE, INDENT, size, whole()).size() * size * 1.75 + size * 0.3;
            if (y <= BODY_BOTTOM) return size;
        }
        return 0;
    }

    /** "ให้ไว้ ณ วันที่ 2 กันยายน พ.ศ. 2562". */
    private String given() {
        return "ให้ไว้ ณ วันที่ " + ThaiDate.full(issuedOn).replaceFirst(" (\\d+)$", " พ.ศ. $1");
    }

    /** Leaves room for the hand that signs. */
    private void signature(Leaf leaf, double above) {
        double y = Math.clamp(above + 105, 530, 640);
        leaf.centred(SIGNED_AT, y, "(" + letterhead.get("signatory") + ")", SIZE, false);
        for (var line : (letterhead.get("signatory-title") + (letterhead.getOrDefault("acting-for", "").isEmpty() ? "" : "\n" + letterhead.get("acting-for"))).split("\n"))
            for (var part : leaf.lines(line, 2 * (Leaf.RIGHT - SIGNED_AT), 0, SIZE, parts(line))) leaf.centred(SIGNED_AT, y += 22, part, SIZE, false);
    }

    private void verification(Leaf leaf) {
        leaf.stroke(new Line2D.Double(Leaf.LEFT, 708, Leaf.RIGHT, 708), 0.5, 0xbbbbbb);
        if (!address.isEmpty()) leaf.code(Leaf.LEFT - 8, 710, 108, address);
        double x = Leaf.LEFT + 108;
        leaf.text(x, 742, "ตรวจสอบหนังสือฉบับนี้ได้ด้วยการสแกนรหัสคิวอาร์ทางซ้าย", 10.5, true);
        leaf.text(x, 760, "หน้าตรวจสอบแสดงข้อความตามที่ออกหนังสือ และบอกว่ายังใช้ได้ มีฉบับใหม่แทน หรือยกเลิกแล้ว", 9, false);
        leaf.text(x, 778, copy == 1 ? "พิมพ์ครั้งที่ 1" : "พิมพ์ซ้ำ ครั้งที่ " + copy + " ใช้แทนฉบับก่อน", 9, false);
    }
}
