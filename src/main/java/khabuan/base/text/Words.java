package khabuan.base.text;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import khabuan.base.calendar.ThaiDate;

/** All that a user reads, by key, in one language. A key that is missing shows itself, so that it is seen and mended. */
public final class Words {

    /** No words at all: keys show themselves. */
    public static final Words NONE = new Words(Locale.of("th"), Map.of(), Stream::empty);

    private final Locale language;
    private final Map<String, String> messages;
    private final Supplier<Stream<Coined>> coined;

    Words(Locale language, Map<String, String> messages, Supplier<Stream<Coined>> coined) {
        this.language = language;
        this.messages = messages;
        this.coined = coined;
    }

    /** The message of a key with its places {0}, {1} … filled; days as people write them. */
    public String t(String key, Object... values) {
        String message = messages.get(key);
        if (message == null) return coined(key).orElse(key);
        return values.length == 0 ? message : new MessageFormat(message.replace("'", "''"), language).format(spoken(values));
    }

    /** What the house itself calls it. */
    private Optional<String> coined(String key) {
        return coined.get().filter(c -> c.mayKnow(key)).flatMap(c -> c.word(key, language).stream()).findFirst();
    }

    private Object[] spoken(Object... values) {
        return Arrays.stream(values).map(v -> v instanceof LocalDate day ? day(day) : v).toArray();
    }

    public boolean has(String key) {
        return messages.containsKey(key) || coined(key).isPresent();
    }

    /** "1,234". */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(Locale.US).format(count);
    }

    /** "1,234.5", with as many decimals as the value has. */
    public String number(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(Locale.US);
        format.setMaximumFractionDigits(Math.max(0, value.stripTrailingZeros().scale()));
        return format.format(value);
    }

    public String day(LocalDate day) {
        return day == null ? "" : ThaiDate.brief(day);
    }

    /** A value as a table keeps it, as people write it: a day "2019-08-31", true and false; any other text stays. */
    public String stored(String value) {
        if (value.equals("true") || value.equals("false")) return t("stored." + value);
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? longDay(LocalDate.parse(value)) : value;
    }

    /** A value as {@link #stored(String)}, or by its own message where its field has one: "field.council_member.class" and "qualified". */
    public String stored(String field, String value) {
        String own = messages.get(field + "." + value);
        return own != null ? own : stored(value);
    }

    public String longDay(LocalDate day) {
        return day == null ? "" : ThaiDate.full(day);
    }

    /** As {@link #longDay}, for who may not read Thai: in English "2 September 2019 (B.E. 2562)". */
    public String dayInOwnLanguage(LocalDate day) {
        if (day == null || !language.getLanguage().equals("en")) return longDay(day);
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(day) + " (B.E. " + (day.getYear() + 543) + ")";
    }

    public String moment(Instant moment) {
        return moment == null ? "" : ThaiDate.brief(moment);
    }

    public Locale language() {
        return language;
    }
}
