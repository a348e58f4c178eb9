package khabuan.base.job;

import java.time.Instant;

/** Work in the background as it stands now.
 *  @param about what it works on, as the room that began it wrote it down
 *  @param endedAt null while it goes on
 *  @param phase the word of what it does now; "" before it begins; @param done how much of it
 *  @param outcome what came of it, as the room wrote it; null until it ended, and when it failed
 *  @param failure the message key of why it failed; null otherwise */
public record Job(long id, String kind, String title, Long accountId, String about, Instant begunAt, Instant endedAt, String phase, long done, String outcome, String failure) {

    public boolean isGoingOn() {
        return endedAt == null;
    }
}
