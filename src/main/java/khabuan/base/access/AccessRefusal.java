package khabuan.base.access;

/** What the doors refuse. */
public enum AccessRefusal implements Refusal {
    NAME_SHAPE, NAME_TAKEN, FULL_NAME_MISSING, SCOPE_MISSING, SCOPE_UNKNOWN, SCOPE_SEVERAL, PASSWORD_WRONG, PASSWORD_SHORT, PASSWORD_EASY, PASSWORD_SAME, PASSWORD_REPEATED, LAST_ADMINISTRATOR, SIGN_IN_WRONG,
    SIGN_IN_LOCKED, PASSKEY_REFUSED;

    @Override
    public String key() {
        return "access.refusal." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
