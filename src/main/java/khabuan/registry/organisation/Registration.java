package khabuan.registry.organisation;

import java.time.LocalDate;

/** What is said of an organisation when it is registered or corrected.
 *  @param code "" for the next number
 *  @param members null when nobody counted */
record Registration(String unitCode, String code, String name, Organisation.Kind kind, LocalDate registeredOn, Integer members, String activities) {

    Registration {
        code = code.strip();
        name = name.strip().replaceAll("\\s+", " ");
        activities = activities.strip();
    }

    /** Judges what needs no register to be judged. @throws khabuan.base.access.Refusal.Thrown at the first fault */
    void demand(LocalDate today) {
        if (unitCode.isEmpty()) throw OrganisationRefusal.UNIT_MISSING.at("unit");
        if (name.isEmpty()) throw OrganisationRefusal.NAME_MISSING.at("name");
        if (registeredOn == null) throw OrganisationRefusal.DAY_MISSING.at("registeredOn");
        if (registeredOn.isBefore(LocalDate.of(2008, 1, 1))) throw OrganisationRefusal.REGISTERED_BEFORE_LAW.at("registeredOn");
        if (registeredOn.isAfter(today)) throw OrganisationRefusal.REGISTERED_IN_FUTURE.at("registeredOn");
        if (members != null && members < 0) throw OrganisationRefusal.MEMBERS_NEGATIVE.at("members");
    }
}
