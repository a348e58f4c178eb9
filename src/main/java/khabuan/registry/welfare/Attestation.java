package khabuan.registry.welfare;

import java.time.LocalDate;
import khabuan.base.access.Actor;

/** That somebody says a fund meets a version of a criterion in a fiscal year, from a day on. It counts when a second person has certified it.
 *  @param certifiedOn null until it is; @param returnedOn when it was sent back; null otherwise */
public record Attestation(long id, long criterionId, LocalDate metOn, String note, Long recordedBy, String recordedName, LocalDate recordedOn, String certifiedName, LocalDate certifiedOn, LocalDate returnedOn,
                          String returnedBecause) {

    public boolean isCertified() {
        return certifiedOn != null;
    }

    public boolean isWaiting() {
        return certifiedOn == null && returnedOn == null;
    }

    /** Whether the person may certify it: whoever attested it may not. */
    boolean mayBeCertifiedBy(Actor actor) {
        return isWaiting() && (recordedBy == null || !recordedBy.equals(actor.accountId()));
    }
}
