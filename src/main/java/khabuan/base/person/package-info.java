/** Persons (บุคคล): personal data apart from what is counted: encrypted where they identify, seen within one's scope only, each reading logged.
 *  Read {@link khabuan.base.person.Persons} first. */
@ApplicationModule(displayName = "บุคคล", allowedDependencies = {"base.store", "base.record", "base.text", "base.calendar", "base.access", "base.page", "base.place", "base.duplicate"})
package khabuan.base.person;

import org.springframework.modulith.ApplicationModule;
