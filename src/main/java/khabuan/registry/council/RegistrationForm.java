package khabuan.registry.council;

import java.util.UUID;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.place.Companions;

/** The form by which a council is registered or corrected, as it was filled in.
 *  @param unit the code of the unit that was chosen; "" when only typed
 *  @param place what was typed of the unit
 *  @param version that a correction was opened with; 0 for a registration
 *  @param reason why it is corrected
 *  @param key of this request, so that a repeated one does nothing more
 *  @param companions "go" or "stay": what becomes of what stands in the old unit with the council; "" when not said
 *  @param acrossProvince whether it was ticked that another province is meant */
public record RegistrationForm(String unit, String place, String code, String name, String registeredOn, Integer version, String reason, String key,
                               String companions, Boolean acrossProvince) {

    public RegistrationForm {
        unit = text(unit);
        place = text(place);
        code = text(code);
        name = text(name);
        registeredOn = text(registeredOn);
        version = version == null ? 0 : version;
        reason = text(reason);
        key = text(key);
        companions = text(companions);
        acrossProvince = Boolean.TRUE.equals(acrossProvince);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static RegistrationForm empty(String unit) {
        return new RegistrationForm(unit, "", "", "", "", 0, "", UUID.randomUUID().toString(), "", false);
    }

    static RegistrationForm of(Council council) {
        return new RegistrationForm(council.unitCode(), "", council.code(), council.name(), ThaiDate.full(council.registeredOn()), council.version(), "", "", "", false);
    }

    RegistrationForm withUnit(String chosen) {
        return new RegistrationForm(chosen, place, code, name, registeredOn, version, reason, key, companions, acrossProvince);
    }

    Relocation relocation() {
        return new Relocation(switch (companions) {
            case "go" -> Companions.Way.GO;
            case "stay" -> Companions.Way.STAY;
            default -> null;
        }, acrossProvince);
    }

    /** What the form says; null where it can't be read, which is then a fault. */
    Registration read(Faults faults) {
        if (unit.isEmpty() && !faults.has("unit")) faults.add(CouncilRefusal.UNIT_MISSING.at("unit"));
        var day = faults.day("registeredOn", registeredOn, "council.ask.registered");
        return new Registration(unit, code, name, day);
    }
}
