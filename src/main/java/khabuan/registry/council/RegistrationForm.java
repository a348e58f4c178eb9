package khabuan.registry.council;

import java.util.UUID;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;

/** The form by which a council is registered or corrected, as it was filled in.
 *  @param unit the code of the unit that was chosen; "" when only typed
 *  @param place what was typed of the unit
 *  @param version that a correction was opened with; 0 for a registration
 *  @param reason why it is corrected
 *  @param key of this request, so that a repeated one does nothing more */
public record RegistrationForm(String unit, String place, String code, String name, String registeredOn, Integer version, String reason, String key) {

    public RegistrationForm {
        unit = text(unit);
        place = text(place);
        code = text(code);
        name = text(name);
        registeredOn = text(registeredOn);
        version = version == null ? 0 : version;
        reason = text(reason);
        key = text(key);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static RegistrationForm empty(String unit) {
        return new RegistrationForm(unit, "", "", "", "", 0, "", UUID.randomUUID().toString());
    }

    static RegistrationForm of(Council council) {
        return new RegistrationForm(council.unitCode(), "", council.code(), council.name(), ThaiDate.full(council.registeredOn()), council.version(), "", "");
    }

    RegistrationForm withUnit(String chosen) {
        return new RegistrationForm(chosen, place, code, name, registeredOn, version, reason, key);
    }

    /** What the form says; null where it can't be read, which is then a fault. */
    Registration read(Faults faults) {
        if (unit.isEmpty() && !faults.has("unit")) faults.add(CouncilRefusal.UNIT_MISSING.at("unit"));
        var day = faults.day("registeredOn", registeredOn, "council.ask.registered");
        return new Registration(unit, code, name, day);
    }
}
