package khabuan.insight.indicator;

/** The traffic light of a percentage; the word is always beside the colour. */
public enum Light {
    GREEN("good"), YELLOW("warn"), RED("bad"), NONE("");

    private final String css;

    Light(String css) {
        this.css = css;
    }

    /** The class of its tag on a page. */
    public String css() {
        return css;
    }

    /** The message key of its word. */
    public String key() {
        return "indicator.light." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
