package khabuan.registry.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;

/** A tambon community organisation council. Its verbs judge by what the council itself knows, refuse with a {@link CouncilRefusal},
 *  and answer what is to be written; {@link Councils} and its neighbours write it.
 *  @param endedOn null while it stands
 *  @param surplus a second council of its unit, loaded from the old systems: kept, counted as it was, and marked
 *  @param mergedInto the survivor, when it was found to be a duplicate; null otherwise
 *  @param version how often it was changed, from 1 */
public record Council(long id, String code, String unitCode, String name, LocalDate registeredOn, LocalDate endedOn, boolean surplus, Long mergedInto, int version) {

    /** A term of four years. @param reviewedOn when its members were reviewed and a new term began; null until then
     *  @param papers the kinds of evidence that its review has */
    public record Term(long id, int number, LocalDate selectedOn, LocalDate dueOn, LocalDate reviewedOn, Set<String> papers) {

        /** The papers of a review. */
        static final List<String> PAPERS = List.of("review-minutes", "review-members");

        /** Of the papers of its review, what is not attached; none before it is reviewed. */
        public List<String> missingPapers() {
            return reviewedOn == null ? List.of() : PAPERS.stream().filter(kind -> !papers.contains(kind)).toList();
        }

        public boolean isDue(LocalDate day) {
            return reviewedOn == null && !dueOn.isAfter(day);
        }
    }

    /** A meeting (s.19). @param id 0 before it is written; @param attendance null when nobody counted */
    public record Meeting(long id, LocalDate heldOn, String subject, Integer attendance) {}

    /** A mission of s.21 done in a fiscal year. @param id 0 before it is written; @param number 1 to 12 */
    public record Mission(long id, FiscalYear year, int number, LocalDate doneOn, String note) {}

    /** The evidence without which no result is certified. */
    static final Set<String> REGISTRATION_DOCUMENTS = Set.of("js02", "js03");

    public boolean isInForce() {
        return endedOn == null && mergedInto == null;
    }

    /** The next term, which begins with the selection of new members and ends the open one.
     *  @param open the term that is reviewed; null when the council has none yet */
    Term review(Term open, LocalDate selectedOn, LocalDate today) {
        demandPast("selectedOn", selectedOn, today);
        if (open != null && !selectedOn.isAfter(open.selectedOn())) throw CouncilRefusal.REVIEW_BEFORE_TERM.at("selectedOn", open.selectedOn());
        return new Term(0, open == null ? 1 : open.number() + 1, selectedOn, selectedOn.plusYears(4), null, Set.of());
    }

    /** Selects members on a day. */
    LocalDate select(LocalDate selectedOn, LocalDate today) {
        demandPast("selectedOn", selectedOn, today);
        return selectedOn;
    }

    Meeting meet(Meeting meeting, Set<LocalDate> before, LocalDate today) {
        demandPast("heldOn", meeting.heldOn(), today);
        if (before.contains(meeting.heldOn())) throw CouncilRefusal.MET_ALREADY.at("heldOn", meeting.heldOn());
        return meeting;
    }

    /** @param field of the form, for the refusal */
    Mission fulfil(Mission mission, String field, LocalDate today) {
        if (mission.number() < 1 || mission.number() > 12) throw CouncilRefusal.MISSION_UNKNOWN.at(field);
        demandPast(field, mission.doneOn(), today);
        if (!FiscalYear.of(mission.doneOn()).equals(mission.year())) throw CouncilRefusal.DAY_OUTSIDE_YEAR.at(field, Integer.toString(mission.year().year()));
        return mission;
    }

    /** Certifies the result of a year: only who may, once, for a year of the council's life, and never without the registration documents.
     *  @param files the kinds of evidence that are attached to the council
     *  @param certified the years that are certified already */
    FiscalYear certify(FiscalYear year, Set<String> files, Set<FiscalYear> certified, Actor actor, LocalDate today) {
        demandInForce();
        if (!actor.may(Right.CERTIFY)) throw CouncilRefusal.CERTIFY_WITHOUT_RIGHT.with();
        String named = Integer.toString(year.year());
        if (year.compareTo(FiscalYear.of(registeredOn)) < 0 || year.compareTo(FiscalYear.of(today)) > 0) throw CouncilRefusal.CERTIFY_OUTSIDE_YEARS.at("year", named);
        if (certified.contains(year)) throw CouncilRefusal.CERTIFIED_ALREADY.at("year", named);
        if (!files.containsAll(REGISTRATION_DOCUMENTS)) throw CouncilRefusal.CERTIFY_WITHOUT_EVIDENCE.with().seeing(path() + "#evidence");
        return year;
    }

    /** @param reason in the officer's words */
    void withdraw(FiscalYear year, String reason, Set<FiscalYear> certified, Actor actor) {
        if (!actor.may(Right.CERTIFY)) throw CouncilRefusal.CERTIFY_WITHOUT_RIGHT.with();
        if (!certified.contains(year)) throw CouncilRefusal.NOT_CERTIFIED.at("year", Integer.toString(year.year()));
        if (reason.isBlank()) throw CouncilRefusal.REASON_MISSING.at("reason");
    }

    void demandInForce() {
        if (!isInForce()) throw CouncilRefusal.NOT_IN_FORCE.with();
    }

    private void demandPast(String field, LocalDate day, LocalDate today) {
        demandInForce();
        if (day.isAfter(today)) throw CouncilRefusal.DAY_IN_FUTURE.at(field);
        if (day.isBefore(registeredOn)) throw CouncilRefusal.DAY_BEFORE_REGISTRATION.at(field, registeredOn);
    }

    /** The address of its page. */
    public String path() {
        return "/councils/" + id;
    }
}
