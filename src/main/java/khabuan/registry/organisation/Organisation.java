package khabuan.registry.organisation;

import java.time.LocalDate;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;

/** A community organisation or a network of them. Its verbs judge by what it knows of itself, refuse with an {@link OrganisationRefusal}, and answer what is to be written.
 *  @param councilId the council it is a member of; null for none
 *  @param members how many; null when nobody counted
 *  @param endedOn null while it exists
 *  @param version how often it was changed, from 1 */
public record Organisation(long id, String code, String unitCode, Long councilId, String name, Kind kind, LocalDate registeredOn, LocalDate endedOn, Integer members,
                           String activities, Long mergedInto, int version) {

    public enum Kind {
        GROUP, NETWORK;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** An existence check (สถานะคงอยู่): who saw it, on which day, and whether it still exists. */
    public record Sighting(LocalDate seenOn, String seenBy, boolean existing, String note) {}

    /** @param certifiedYears the fiscal years certified before; @param lastSeen the newest sighting, null for none
     *  @param reason why it is certified though nobody saw it since the year began; "" for none
     *  @return the year to write */
    FiscalYear certify(FiscalYear year, Set<FiscalYear> certifiedYears, Sighting lastSeen, String reason, Actor actor, LocalDate today) {
        if (!actor.may(Right.CERTIFY)) throw OrganisationRefusal.CERTIFY_WITHOUT_RIGHT.with();
        demandInForce();
        if (year.start().isAfter(today) || year.end().isBefore(registeredOn)) throw OrganisationRefusal.CERTIFY_OUTSIDE_YEARS.with(String.valueOf(year.year()));
        if (certifiedYears.contains(year)) throw OrganisationRefusal.CERTIFIED_ALREADY.with(String.valueOf(year.year()));
        if (lastSeen != null && !lastSeen.existing()) throw OrganisationRefusal.NOT_EXISTING.with();
        if (reason.isBlank() && (lastSeen == null || lastSeen.seenOn().isBefore(year.start()))) throw OrganisationRefusal.UNSEEN_WITHOUT_REASON.at("reason", String.valueOf(year.year()));
        return year;
    }

    /** Judges a sighting. */
    Sighting see(Sighting sighting, LocalDate today) {
        demandInForce();
        new Refusals().when(sighting.seenOn().isAfter(today), OrganisationRefusal.DAY_IN_FUTURE, "seenOn")
                .when(sighting.seenOn().isBefore(registeredOn), OrganisationRefusal.DAY_BEFORE_REGISTRATION, "seenOn")
                .when(sighting.seenBy().isBlank(), OrganisationRefusal.SEEN_BY_MISSING, "seenBy").demandNone();
        return sighting;
    }

    void demandInForce() {
        if (endedOn != null || mergedInto != null) throw OrganisationRefusal.NOT_IN_FORCE.with();
    }

    public String path() {
        return "/organisations/" + id;
    }
}
