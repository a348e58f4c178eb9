package khabuan.registry.organisation;

import java.time.LocalDate;
import khabuan.base.access.Refusals;

/** What is said of an organisation when it is registered or corrected.
 *  @param code "" for the next number
 *  @param members null when nobody counted */
record Registration(String unitCode, String code, String name, Organisation.Kind kind, LocalDate registeredOn, Integer members, String activities) {

    Registration {
        code = code.strip();
        name = name.strip().replaceAll("\\s+", " ");
        activities = activities.strip();
    }

    /** Judges what needs no register to be judged. @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
    void demand(LocalDate today) {
        new Refusals().when(unitCode.isEmpty(), OrganisationRefusal.UNIT_MISSING, "unit").when(name.isEmpty(), OrganisationRefusal.NAME_MISSING, "name")
                .when(registeredOn == null, OrganisationRefusal.DAY_MISSING, "registeredOn")
                .when(registeredOn != null && registeredOn.isBefore(LocalDate.of(2008, 1, 1)), OrganisationRefusal.REGISTERED_BEFORE_LAW, "registeredOn")
                .when(registeredOn != null && registeredOn.isAfter(today), OrganisationRefusal.REGISTERED_IN_FUTURE, "registeredOn")
                .when(members != null && members < 0, OrganisationRefusal.MEMBERS_NEGATIVE, "members").demandNone();
    }
}
