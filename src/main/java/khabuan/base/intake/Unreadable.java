package khabuan.base.intake;

/** A file of which no more can be read, and why. */
final class Unreadable extends RuntimeException {

    private final transient LineFault fault;

    /** @param line the last row that was read; 0 for none
     *  @param key the message that tells what to do, and what fills it */
    Unreadable(int line, String key, String... values) {
        super(key, null, false, false);
        this.fault = new LineFault(line, "", key, values);
    }

    LineFault fault() {
        return fault;
    }
}
