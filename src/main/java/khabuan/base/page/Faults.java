package khabuan.base.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Refusal;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.text.Words;

/** What is wrong with a form, field by field, in words that tell what to do. */
public final class Faults {

    /** @param field the field's name and id; "" for the form as a whole
     *  @param link the page of what is in the way; "" for none */
    public record Fault(String field, String message, String link) {}

    public static final Faults NONE = new Faults(Words.NONE);
    private final Words words;
    private final List<Fault> all = new ArrayList<>();

    public Faults(Words words) {
        this.words = words;
    }

    /** Adds the message of a key at a field. */
    public Faults add(String field, String key, Object... values) {
        all.add(new Fault(field, words.t(key, values), ""));
        return this;
    }

    /** Adds what the rules refuse, all of it; a field that has its fault already keeps that one. */
    public Faults add(Refusal.Thrown refused) {
        if (refused.field().isEmpty() || !has(refused.field())) all.add(new Fault(refused.field(), words.t(refused.refusal().key(), refused.values()), refused.link()));
        refused.others().forEach(this::add);
        return this;
    }

    /** Reads a day as people write it: "31 ส.ค. 2562".
     *  @param missing the key of the message that asks for it; "" when it may be left empty
     *  @return null when there is none or it can't be read, which is then a fault */
    public LocalDate day(String field, String text, String missing) {
        if (text.isBlank()) {
            if (!missing.isEmpty()) add(field, missing);
            return null;
        }
        var day = ThaiDate.parse(text);
        if (day.isEmpty()) add(field, ThaiDate.isNotInCalendar(text) ? "form.day-not-in-calendar" : "form.day-unreadable", text.strip());
        return day.orElse(null);
    }

    /** Reads a whole number of up to six digits, Arabic or Thai.
     *  @param key of the message when it can't be read
     *  @return null when there is none or it can't be read, which is then a fault */
    public Integer whole(String field, String text, String key) {
        String plain = ThaiDate.arabic(text.strip()).replace(",", "");
        if (plain.matches("\\d{1,6}")) return Integer.valueOf(plain);
        if (!plain.isEmpty()) add(field, key);
        return null;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(all);
    }

    public boolean has(String field) {
        return all.stream().anyMatch(f -> f.field().equals(field));
    }

    /** The first message of a field, or "". */
    public String of(String field) {
        return all.stream().filter(f -> f.field().equals(field)).map(Fault::message).findFirst().orElse("");
    }

    /** The ids that describe a field to a screen reader; null for none. */
    public String describedBy(String field, boolean hint) {
        String ids = (has(field) ? field + "-error " : "") + (hint ? field + "-hint" : "");
        return ids.isBlank() ? null : ids.strip();
    }
}
