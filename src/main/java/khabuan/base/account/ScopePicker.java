package khabuan.base.account;

import java.util.List;

/** The part of a form in which the area of an account is chosen: what was typed, and the places that answer. It sends "place" (typed) and "scope" (chosen).
 *  @param chosen the value that is marked; "" for none */
public record ScopePicker(String typed, String chosen, List<Option> options) {

    /** @param value "country", or level and code: "province:40"
     *  @param level its word; @param where what lies above it; @param also the spelling that answered, "" when it is the title */
    public record Option(String value, String level, String title, String where, String also) {}

    boolean offers(String value) {
        return options.stream().anyMatch(o -> o.value().equals(value));
    }
}
