package khabuan.registry.organisation;

import java.time.LocalDate;
import khabuan.base.page.Faults;

/** What the form of an organisation sends, as it was typed.
 *  @param key of the request, so that sending it twice registers once
 *  @param unit the code of the unit that was chosen; @param place what was typed of it
 *  @param version the version that a correction was opened with; 0 for a registration */
public record OrganisationForm(String key, int version, String unit, String place, String code, String name, String kind, String registeredOn, String members, String activities, String reason) {

    public OrganisationForm {
        key = filled(key);
        unit = filled(unit);
        place = filled(place);
        code = filled(code);
        name = filled(name);
        kind = filled(kind).isEmpty() ? "group" : kind.strip();
        registeredOn = filled(registeredOn);
        members = filled(members);
        activities = filled(activities);
        reason = filled(reason);
    }

    private static String filled(String text) {
        return text == null ? "" : text.strip();
    }

    OrganisationForm withUnit(String chosen) {
        return new OrganisationForm(key, version, chosen, place, code, name, kind, registeredOn, members, activities, reason);
    }

    /** What is said, as far as it can be read; what can't be is added to the faults. */
    Registration read(Faults faults) {
        LocalDate day = faults.day("registeredOn", registeredOn, OrganisationRefusal.DAY_MISSING.key());
        Integer count = faults.whole("members", members, OrganisationRefusal.MEMBERS_NEGATIVE.key());
        if (name.isEmpty()) faults.add(OrganisationRefusal.NAME_MISSING.at("name"));
        if (unit.isEmpty() && !faults.has("unit")) faults.add(OrganisationRefusal.UNIT_MISSING.at("unit"));
        return new Registration(unit, code, name, kind.equals("network") ? Organisation.Kind.NETWORK : Organisation.Kind.GROUP, day, count, activities);
    }
}
