package khabuan.base.calendar;

import java.text.ParsePosition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as they are written in Thailand, in and out. */
public final class ThaiDate {

    public static final ZoneId ZONE = ZoneId.of("Asia/Bangkok");
    private static final Locale THAI = Locale.of("th", "TH");
    private static final DateTimeFormatter LONG = thai("d MMMM yyyy");
    private static final DateTimeFormatter SHORT = thai("d MMM yy");
    private static final DateTimeFormatter MONTH = thai("MMMM");
    private static final DateTimeFormatter SHORT_MONTH = thai("MMM");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<DateTimeFormatter> WORDS = Stream.of("d MMMM uuuu", "d MMM uuuu", "d MMM uu")
            .map(pattern -> thai(pattern).withResolverStyle(ResolverStyle.STRICT)).toList();
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");

    private ThaiDate() {}

    private static DateTimeFormatter thai(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, THAI).withChronology(ThaiBuddhistChronology.INSTANCE);
    }

    /** "31 สิงหาคม 2562". */
    public static String full(LocalDate day) {
        return LONG.format(day);
    }

    /** "31 ส.ค. 62". */
    public static String brief(LocalDate day) {
        return SHORT.format(day);
    }

    /** "31 ส.ค. 62 14:05". */
    public static String brief(Instant moment) {
        var local = LocalDateTime.ofInstant(moment, ZONE);
        return brief(local.toLocalDate()) + " " + CLOCK.format(local);
    }

    static String month(LocalDate day) {
        return MONTH.format(day);
    }

    static String shortMonth(LocalDate day) {
        return SHORT_MONTH.format(day);
    }

    /** The day that it is in Thailand by a clock. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** The last instant of a day in Thailand. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(ZONE).toInstant();
    }

    /** Understands 2562-08-31, 2019-08-31, 31/8/2562, 31/8/62, "31 สิงหาคม 2562", "31 ส.ค. 62", in Arabic or Thai digits. A year of 2400 or more, or of two digits, is of the Buddhist era.
     *  @return empty when the text is not a date */
    public static Optional<LocalDate> parse(String text) {
        String plain = arabic(text.strip()).replaceAll("\\s+", " ");
        var iso = ISO.matcher(plain);
        if (iso.matches()) return date(iso.group(1), iso.group(2), iso.group(3));
        var slashes = SLASHES.matcher(plain);
        if (slashes.matches()) return date(slashes.group(3), slashes.group(2), slashes.group(1));
        for (var format : WORDS) {
            try {
                return Optional.of(LocalDate.from(format.parse(plain)));
            } catch (DateTimeParseException e) {
                // the next spelling
            }
        }
        return Optional.empty();
    }

    /** As {@link #parse}, for the command line. @throws IllegalArgumentException when the text is not a date, with what to write instead */
    public static LocalDate demand(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("“" + text + "” is not a day: write 2562-08-31 or 2019-08-31."));
    }

    /** "สิงหาคม 2562". */
    public static String monthOfYear(LocalDate day) {
        return month(day) + " " + (day.getYear() + 543);
    }

    /** Whether it is written like a day, but the calendar has no such one: "31 ก.พ. 2562". */
    public static boolean isNotInCalendar(String text) {
        String plain = arabic(text.strip()).replaceAll("\\s+", " ");
        return parse(text).isEmpty() && (ISO.matcher(plain).matches() || SLASHES.matcher(plain).matches() || WORDS.stream().anyMatch(format -> reads(format, plain)));
    }

    private static boolean reads(DateTimeFormatter format, String plain) {
        return format.withResolverStyle(ResolverStyle.LENIENT).parseUnresolved(plain, new ParsePosition(0)) != null;
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        int y = Integer.parseInt(year) + (year.length() == 2 ? 2500 : 0);
        try {
            return Optional.of(LocalDate.of(y >= 2400 ? y - 543 : y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same text with Arabic digits for Thai ones. */
    public static String arabic(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
        return plain.toString();
    }
}
