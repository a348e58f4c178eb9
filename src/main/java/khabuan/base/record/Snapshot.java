package khabuan.base.record;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which transactions a reading saw, as PostgreSQL writes it: "xmin:xmax:xip,xip". */
public record Snapshot(long xmin, long xmax, Set<Long> running) {

    static Snapshot parse(String text) {
        var parts = text.split(":", 3);
        var running = parts[2].isEmpty() ? Set.<Long>of() : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
    }

    /** Whether a transaction that is known to have committed was seen. */
    public boolean shows(long xid) {
        return xid < xmin || xid < xmax && !running.contains(xid);
    }
}
