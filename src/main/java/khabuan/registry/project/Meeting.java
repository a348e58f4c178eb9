package khabuan.registry.project;

import java.time.LocalDate;
import java.util.List;

/** A meeting of a body (การประชุม): its agenda is what it considers, its minutes are what it decided.
 *  @param office the code of the region or of the centre
 *  @param closedOn null while decisions are entered
 *  @param attended @param excused who came, and who did not, beside the chair */
public record Meeting(long id, Body body, String office, int fiscalYear, int number, LocalDate heldOn, String venue, String chair, LocalDate closedOn, List<String> attended, List<String> excused) {

    /** @param decision null while nothing is decided
     *  @param version of the item, so that two who decide at once do not overwrite each other */
    public record Item(long id, long meeting, int position, long plan, Decision decision, String resolution, int version) {}

    public enum Decision {
        CONSENTED, RETURNED, REJECTED, POSTPONED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Decision of(String word) {
            return word == null ? null : valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    public String path() {
        return "/meetings/" + id;
    }
}
