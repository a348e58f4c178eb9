package khabuan.insight.correction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A request for correction as people see it; how to reach the requester is not in it.
 *  @param kind, title and path of what it is about
 *  @param words what is wrong; @param fileName "" for none
 *  @param requestedBy the name of a person of the house; "" for the public
 *  @param steps what became of it, oldest first; never empty */
public record Correction(long id, int version, String kind, String title, String path, LocalDate askedOn, String words, String fileName, boolean hasContact,
        Long requesterId, String requestedBy, List<Step> steps) {

    /** @param by who took it; "" for the public @param words the answer or the reason */
    public record Step(Stage stage, LocalDate onDate, Instant takenAt, String by, String words) {}

    public Stage stage() {
        return steps.getLast().stage();
    }

    /** Its page for those who answer it. */
    public String address() {
        return "/corrections/" + id;
    }
}
