package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;

/** A version of a criterion of the quality of funds.
 *  @param code "1.1" to "1.10", "one-page", or of one that is made of others "five", "complete"
 *  @param until the day before which it holds; null for ever
 *  @param evidence kinds of papers of which one must be attached; empty when none is wanted
 *  @param contents what the paper must hold: "problems", "obstacles", "limits", "plan"
 *  @param reckoned what statements tell beside it; null for nothing
 *  @param allOf the codes of those that it is made of; empty when it is attested itself */
public record Criterion(long id, String code, LocalDate from, LocalDate until, List<String> evidence, List<String> contents, Reckoning reckoned, List<String> allOf) {

    /** The key of its name. */
    public String key() {
        return code.contains(".") ? "class.welfare.indicator." + code : "welfare.criterion." + code;
    }

    public boolean isComposite() {
        return !allOf.isEmpty();
    }

    boolean isOneOfTen() {
        return code.contains(".");
    }
}
