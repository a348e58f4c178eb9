package khabuan.base.duplicate;

import java.time.Instant;
import java.time.LocalDate;

/** A merge that was taken back. @param survivor the name and code of the one that had stayed
 *  @param reason in the proposer's words; @param because in the words of who took it back */
public record Undone(String survivor, String proposedBy, String confirmedBy, LocalDate confirmedOn, String reason, String by, Instant at, String because) {}
