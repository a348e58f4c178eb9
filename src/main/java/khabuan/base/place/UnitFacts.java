package khabuan.base.place;

import java.time.LocalDate;
import java.util.List;

/** What is known of a unit itself.
 *  @param forms its types and names, the newest first
 *  @param tambons the tambons it covers
 *  @param aliases other spellings */
public record UnitFacts(Place unit, String dlaCode, LocalDate foundedOn, List<Form> forms, List<Tambon> tambons, List<String> aliases) {

    /** @param until null while it is so */
    public record Form(String title, LocalDate from, LocalDate until) {}

    public record Tambon(String code, String name, boolean partly) {}

    /** Whether a day is one that says "since always". */
    public static boolean isAlways(LocalDate day) {
        return day.getYear() <= 1900;
    }
}
