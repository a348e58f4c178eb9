package khabuan.base.money;

/** More was asked of a guarded account than stands on it; nothing was written. The room that asked says in its own words what to do. */
public final class Overdrawn extends RuntimeException {

    private final String code;
    private final transient Baht left;
    private final transient Baht asked;

    Overdrawn(String code, Baht left, Baht asked, Throwable cause) {
        super("Account %s has %s left, %s are asked of it".formatted(code, left, asked), cause);
        this.code = code;
        this.left = left;
        this.asked = asked;
    }

    /** The account's code in the chart. */
    public String code() {
        return code;
    }

    public Baht left() {
        return left;
    }

    public Baht asked() {
        return asked;
    }
}
