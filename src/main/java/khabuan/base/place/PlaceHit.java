package khabuan.base.place;

import java.util.List;

/** A place that answers to what was typed.
 *  @param kind the word of its level, or "tambon"
 *  @param above the places above it, the nearest first: district and province; the region of a province
 *  @param also the spelling that answered when it is not the title: an alias, a former name, the English name; "" otherwise
 *  @param path the address to open; that of its district for a tambon, which has no page of its own */
public record PlaceHit(String kind, String code, String title, List<String> above, String also, String path) {

    /** Where it lies, in one line: "เมืองน่าน · น่าน". */
    public String where() {
        return String.join(" · ", above);
    }
}
