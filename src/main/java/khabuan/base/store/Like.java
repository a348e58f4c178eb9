package khabuan.base.store;

/** Patterns for LIKE. */
public final class Like {

    private Like() {}

    /** Finds texts that hold the words in their order; what LIKE takes for a sign stands for itself. */
    public static String words(String words) {
        return "%" + words.replaceAll("([%_\\\\])", "\\\\$1").replaceAll("\\s+", "%") + "%";
    }
}
