package khabuan.base.person;

import khabuan.base.page.Faults;

/** @param unit the local unit as people call it
 *  @param person null until a reason is given */
public record PersonPage(Persons.Masked masked, String unit, Person person, String reason, Faults faults) {}
