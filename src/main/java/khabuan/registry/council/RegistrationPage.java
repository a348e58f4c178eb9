package khabuan.registry.council;

import khabuan.base.page.Faults;
import khabuan.base.place.UnitPicker;

/** The form of registration, or of correction.
 *  @param council the one that is corrected; null for a registration
 *  @param derived whether the corrected council is called after its unit
 *  @param relocation what the correction means when the unit is another one
 *  @param units to choose from, when something was typed or chosen */
public record RegistrationPage(Council council, boolean derived, RegistrationForm form, Relocations.Foreseen relocation, UnitPicker units, Faults faults) {

    /** The key of what is said of its name. */
    public String nameHint() {
        return council == null ? "council.name.hint" : derived ? "council.name.hint.derived" : "council.name.hint.given";
    }
}
