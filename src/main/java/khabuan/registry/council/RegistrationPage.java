package khabuan.registry.council;

import java.util.List;
import khabuan.base.page.Faults;

/** The form of registration, or of correction.
 *  @param council the one that is corrected; null for a registration
 *  @param units to choose from, when something was typed or chosen */
public record RegistrationPage(Council council, RegistrationForm form, List<UnitSearch.Choice> units, Faults faults) {}
