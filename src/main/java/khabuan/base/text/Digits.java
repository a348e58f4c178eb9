package khabuan.base.text;

/** Which digits a document is printed in. */
public enum Digits {
    ARABIC, THAI;

    /** The text with its digits turned into these. */
    public String in(String text) {
        if (this == ARABIC) return text;
        var thai = new StringBuilder(text.length());
        text.chars().forEach(c -> thai.append((char) (c >= '0' && c <= '9' ? c - '0' + '๐' : c)));
        return thai.toString();
    }
}
