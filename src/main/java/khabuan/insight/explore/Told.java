package khabuan.insight.explore;

import java.math.BigDecimal;
import khabuan.base.text.Percentage;
import khabuan.insight.indicator.Light;

/** What an indicator tells in a cell.
 *  @param text as people read it: a figure, or that nobody has reported
 *  @param value null when it tells none
 *  @param percent what the percentage was divided by what; null for none
 *  @param light of a percentage; NONE otherwise
 *  @param path where it is told in full; "" for nowhere */
public record Told(String text, BigDecimal value, Percentage percent, Light light, String path) {

    /** Whether it is told in a word, not in a figure: nothing new. */
    public boolean isWord() {
        return !text.matches(".*\\d.*");
    }

    static final Told NOTHING = new Told("–", null, null, Light.NONE, "");
}
