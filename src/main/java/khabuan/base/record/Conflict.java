package khabuan.base.record;

/** Somebody else changed the record since the form was opened; the page shows both versions. */
public class Conflict extends RuntimeException {
    private final long id;
    private final int opened;
    private final int now;

    public Conflict(long id, int opened, int now) {
        super("Record " + id + " was opened as version " + opened + " and is now version " + now + ".");
        this.id = id;
        this.opened = opened;
        this.now = now;
    }

    public long id() {
        return id;
    }

    public int opened() {
        return opened;
    }

    public int now() {
        return now;
    }
}
