package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import khabuan.base.text.Words;

/** A version of a criterion of the quality of funds.
 *  @param code "1.1" to "1.10", "one-page", or of one that is made of others "five", "complete"
 *  @param until the day before which it holds; null for ever
 *  @param wording how it is put; "" as it was shipped
 *  @param evidence kinds of papers of which one must be attached; empty when none is wanted
 *  @param contents what the paper must hold: of {@link #CONTENTS}
 *  @param reckoned what statements tell beside it; null for nothing
 *  @param carries whether what was attested under the version before it holds for it too
 *  @param allOf the codes of those that it is made of; empty when it is attested itself
 *  @param least how many of those must be met */
public record Criterion(long id, String code, LocalDate from, LocalDate until, String wording, List<String> evidence, List<String> contents, Reckoning reckoned, boolean carries, List<String> allOf, int least) {

    /** What a one-page file may have to hold. */
    public static final List<String> CONTENTS = List.of("problems", "obstacles", "limits", "plan");
    /** The papers that may prove a criterion. */
    public static final List<String> PAPERS = List.of("report", "regulations", "one-page");

    public String title(Words words) {
        return wording.isEmpty() ? words.t(key()) : wording;
    }

    /** The key of its name as it was shipped. */
    private String key() {
        return code.contains(".") ? "class.welfare.indicator." + code : "welfare.criterion." + code;
    }

    public boolean isComposite() {
        return !allOf.isEmpty();
    }

    boolean isOneOfTen() {
        return code.contains(".");
    }

    /** Whether one that is made of others is met. @param met the codes of those that are */
    boolean isMetBy(Set<String> met) {
        return allOf.stream().filter(met::contains).count() >= least;
    }
}
