package khabuan.base.message;

/** Where and how often a person is told outside of the product.
 *  @param email "" for none
 *  @param line the person's user ID at LINE, "" for none
 *  @param language "th" or "en" */
public record Preference(String email, String line, Pace pace, String language) {

    static final Preference NONE = new Preference("", "", Pace.DAILY, "th");

    /** An address for those who know it: "so…@example.go.th". */
    static String masked(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "" : email.substring(0, Math.min(2, at)) + "…" + email.substring(at);
    }

    /** It doesn't show itself by accident. */
    @Override
    public String toString() {
        return masked(email) + " " + pace;
    }
}
