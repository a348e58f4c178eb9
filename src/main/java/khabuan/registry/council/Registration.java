package khabuan.registry.council;

import java.time.LocalDate;

/** What is said of a council when it is registered or corrected.
 *  @param code "" for the next number
 *  @param name "" to derive it from the unit */
record Registration(String unitCode, String code, String name, LocalDate registeredOn) {

    Registration {
        code = code.strip();
        name = name.strip().replaceAll("\\s+", " ");
    }
}
