package khabuan.base.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A letter that certifies the status of a record: as it was issued, and what became of it.
 *  @param number its running number in the office and fiscal year; null for a letter of an old system, of which there is no copy
 *  @param named its number as printed: "รส.ใต้ 123/2562"
 *  @param facts what it certifies, by the words of its kind, and its letterhead and signatory
 *  @param copies what was printed of it, the newest last
 *  @param revocation null while it stands
 *  @param allowance what its record lacked when it was issued; null when it lacked nothing */
public record Letter(long id, String kind, long recordId, String regionCode, int fiscalYear, Integer number, String named, LocalDate issuedOn, Long templateId,
                     Map<String, String> facts, List<Copy> copies, Revocation revocation, Allowance allowance) {

    /** Its life: numbered → printed → revoked; what an old system issued stands as it is. */
    public enum State {
        /** It has its number and waits to be printed. */
        NUMBERED,
        PRINTED,
        REVOKED,
        /** Of an old system. */
        OLD
    }

    /** @param reason why it was printed again; "" for the first */
    public record Copy(long id, int number, LocalDate printedOn, String reason, String keyId, String sha256, String by) {}

    /** @param lacking the keys of the messages that tell what was missing; @param reason why the letter was issued all the same */
    public record Allowance(List<String> lacking, String reason) {}

    public record Revocation(LocalDate revokedOn, String reason, String by) {}

    public State state() {
        if (revocation != null) return State.REVOKED;
        return number == null ? State.OLD : copies.isEmpty() ? State.NUMBERED : State.PRINTED;
    }

    public Copy lastCopy() {
        return copies.isEmpty() ? null : copies.getLast();
    }

    public String path() {
        return "/letters/" + id;
    }

    /** The word of its state in messages and pages. */
    public String stateWord() {
        return state().name().toLowerCase(java.util.Locale.ROOT);
    }
}
