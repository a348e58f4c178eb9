package khabuan.insight.indicator;

import khabuan.base.print.TableBlock.Shade;

/** The traffic light of a percentage; the word is always beside the colour. */
public enum Light {
    GREEN("good", Shade.GREEN), YELLOW("warn", Shade.AMBER), RED("bad", Shade.RED), NONE("", Shade.NONE);

    private final String css;
    private final Shade shade;

    Light(String css, Shade shade) {
        this.css = css;
        this.shade = shade;
    }

    /** The class of its tag on a page. */
    public String css() {
        return css;
    }

    /** The ground of its cell on paper. */
    public Shade shade() {
        return shade;
    }

    /** The class of an area on a map, which has a pattern of its own too. */
    public String area() {
        return "light-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The message key of its word. */
    public String key() {
        return "indicator.light." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
