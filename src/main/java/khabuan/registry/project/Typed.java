package khabuan.registry.project;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Refusal;
import khabuan.base.access.Refusals;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.base.text.Words;

/** What one of the small forms of a page sent, as it was typed. Several stand on one page, so that a field is named after its form: "return-amount".
 *  @param form the form's name; "" when none was sent */
public record Typed(String form, Map<String, String> fields) {

    static final Typed NOTHING = new Typed("", Map.of());

    public boolean is(String other) {
        return form.equals(other);
    }

    /** What was typed into a field, by its whole name. */
    public String shown(String name) {
        return fields.getOrDefault(name, "");
    }

    String of(String field) {
        return fields.getOrDefault(form + "-" + field, "").strip();
    }

    /** @return null when there is none, which the rules refuse, or it can't be read, which is a fault */
    LocalDate day(Faults faults, String field) {
        return faults.day(form + "-" + field, of(field), "");
    }

    /** @return null when there is none or it can't be read, which the rules refuse */
    Baht baht(String field) {
        return Baht.parse(of(field)).orElse(null);
    }

    /** Does the work; what it refuses is told at the fields of this form. */
    String told(Words words, Supplier<String> work) {
        try {
            return work.get();
        } catch (Refusal.Thrown refused) {
            var all = new Refusals();
            Stream.concat(Stream.of(refused), refused.others().stream()).forEach(r -> all.add(r.refusal().at(r.field().isEmpty() || form.isEmpty() ? r.field() : form + "-" + r.field(), values(r, words)).seeing(r.link())));
            all.demandNone();
            throw refused;
        }
    }

    /** What fills the message of a refusal, states and papers by their names. */
    static Object[] values(Refusal.Thrown refused, Words words) {
        if (refused.refusal() == ProjectRefusal.PAPERS_MISSING) return new Object[] {Arrays.stream(String.valueOf(refused.values()[0]).split(",")).map(p -> words.t("project.evidence." + p)).collect(Collectors.joining(", "))};
        if (refused.refusal() == ProjectRefusal.WRONG_STATE) return new Object[] {words.t("project.state." + refused.values()[0])};
        return refused.values();
    }

    /** The message of a refusal and of those that came with it. */
    static Stream<String> sentences(Refusal.Thrown refused, Words words) {
        return Stream.concat(Stream.of(refused), refused.others().stream()).filter(Objects::nonNull).map(r -> words.t(r.refusal().key(), values(r, words)));
    }
}
