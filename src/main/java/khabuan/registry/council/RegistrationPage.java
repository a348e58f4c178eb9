package khabuan.registry.council;

import khabuan.base.page.Faults;
import khabuan.base.place.UnitPicker;

/** The form of registration, or of correction.
 *  @param council the one that is corrected; null for a registration
 *  @param units to choose from, when something was typed or chosen */
public record RegistrationPage(Council council, RegistrationForm form, UnitPicker units, Faults faults) {}
