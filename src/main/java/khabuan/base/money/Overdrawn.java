package khabuan.base.money;

import khabuan.base.access.Refusal;

/** More was asked of a guarded account than stands on it; nothing was written. Who does not catch it tells what is left; a room that knows better what to do says so in its own words. */
public final class Overdrawn extends Refusal.Thrown {

    private final String code;
    private final transient Baht left;
    private final transient Baht asked;

    Overdrawn(String code, Baht left, Baht asked, Throwable cause) {
        super(MoneyRefusal.OVERDRAWN, "", left.toString(), asked.toString());
        initCause(cause);
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
