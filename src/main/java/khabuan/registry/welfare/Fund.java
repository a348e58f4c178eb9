package khabuan.registry.welfare;

import java.time.LocalDate;
import khabuan.base.access.Refusals;

/** A community welfare fund (กองทุนสวัสดิการชุมชน).
 *  @param code by which the old system (V2) knew it, or the next number
 *  @param unitCode where it has its seat; what it covers beside that stands with it
 *  @param endedOn null while it exists
 *  @param booksSince the day from which it keeps its books here; null when it only states its figures
 *  @param version how often it was changed, from 1 */
public record Fund(long id, String code, String unitCode, String name, LocalDate foundedOn, LocalDate endedOn, LocalDate booksSince, Long mergedInto, int version) {

    /** The word for its kind of record. */
    static final String KIND = "welfare-fund";

    /** What is said of a fund when it is registered or corrected. @param code "" for the next number */
    record Registration(String unitCode, String code, String name, LocalDate foundedOn) {

        private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

        Registration {
            code = code.strip();
            name = name.strip().replaceAll("\\s+", " ");
        }

        /** Judges what needs no register to be judged. @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        void demand(LocalDate today) {
            new Refusals().when(unitCode.isEmpty(), WelfareRefusal.UNIT_MISSING, "unit").when(name.isEmpty(), WelfareRefusal.NAME_MISSING, "name")
                    .when(foundedOn == null, WelfareRefusal.DAY_MISSING, "foundedOn").when(foundedOn != null && foundedOn.isBefore(FIRST), WelfareRefusal.FOUNDED_TOO_EARLY, "foundedOn")
                    .when(foundedOn != null && foundedOn.isAfter(today), WelfareRefusal.DAY_IN_FUTURE, "foundedOn").demandNone();
        }
    }

    /** A visit: who was there, on which day, and whom they met. */
    public record Visit(LocalDate visitedOn, String visitedBy, String met, String note) {}

    /** Judges a visit. */
    Visit visit(Visit visit, LocalDate today) {
        demandInForce();
        new Refusals().when(visit.visitedOn().isAfter(today), WelfareRefusal.DAY_IN_FUTURE, "visitedOn").when(visit.visitedOn().isBefore(foundedOn), WelfareRefusal.DAY_BEFORE_FOUNDING, "visitedOn")
                .when(visit.visitedBy().isBlank(), WelfareRefusal.VISITED_BY_MISSING, "visitedBy").when(visit.met().isBlank(), WelfareRefusal.MET_MISSING, "met").demandNone();
        return visit;
    }

    void demandInForce() {
        if (!isInForce()) throw WelfareRefusal.NOT_IN_FORCE.with();
    }

    public boolean isInForce() {
        return endedOn == null && mergedInto == null;
    }

    public String path() {
        return "/funds/" + id;
    }
}
