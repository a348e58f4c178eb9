package khabuan.base.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.text.Bundles;

/** Reads the cells of a kind's rows as values that the database takes: days as 2019-08-31, choices as their words, units as their codes. */
final class CellReader {

    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final Set<String> YES = Set.of("ใช่", "มี", "คงอยู่", "yes", "y", "true", "1", "✓");
    private static final Set<String> NO = Set.of("ไม่", "ไม่ใช่", "ไม่มี", "ไม่คงอยู่", "no", "n", "false", "0");
    private static final List<String> UNIT_CELLS = List.of("district", "province", "region");

    private final Heading heading;
    private final UnitSpelling units;
    private final Map<String, Map<String, String>> choices = new HashMap<>();
    private final Map<String, String> days = new HashMap<>();
    private final int[] above;
    private LineFault fault;

    CellReader(RowIntake kind, Heading heading, UnitSpelling units, Bundles bundles) {
        this.heading = heading;
        this.units = units;
        this.above = UNIT_CELLS.stream().mapToInt(heading::place).toArray();
        for (var column : kind.columns())
            for (var choice : column.choices())
                for (var language : new Locale[] {Bundles.THAI, Locale.ENGLISH}) {
                    var known = choices.computeIfAbsent(column.key(), k -> new HashMap<>());
                    known.put(choice, choice);
                    column.spellings(kind, choice, bundles.in(language)).forEach(s -> known.put(plain(s), choice));
                }
    }

    /** The fault of the last cell, or null. */
    LineFault fault() {
        return fault;
    }

    /** @return the value, null for an empty cell or a faulty one */
    String read(Column column, Lines.Line line) {
        fault = null;
        int place = heading.place(column.key());
        String text = place < 0 ? "" : clean(line.cell(place));
        if (text.isEmpty() || text.equals("-")) {
            if (column.required() && place >= 0) fault = new LineFault(line.number(), column.key(), "intake.fault.missing", column.example());
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text;
            case DATE -> or(day(text), column, line, "intake.fault.day", text);
            case WHOLE -> or(whole(text), column, line, "intake.fault.whole", text);
            case DECIMAL -> or(decimal(text), column, line, "intake.fault.decimal", text);
            case YEAR -> or(year(text), column, line, "intake.fault.year", text);
            case YES_NO -> or(yesNo(text), column, line, "intake.fault.yes-no", text);
            case CHOICE -> or(choices.get(column.key()).get(plain(text)), column, line, "intake.fault.choice", text);
            case UNIT -> unit(text, column, line);
        };
    }

    private String or(String value, Column column, Lines.Line line, String key, String text) {
        if (value == null) fault = new LineFault(line.number(), column.key(), key, text, column.example());
        return value;
    }

    private String unit(String text, Column column, Lines.Line line) {
        var answer = units.find(List.of(text, above(line, 0), above(line, 1), above(line, 2)));
        if (answer.code() == null) {
            boolean isUnit = answer.faultColumn().equals("unit");
            fault = new LineFault(line.number(), isUnit ? column.key() : answer.faultColumn(), answer.fault(), isUnit ? text : above(line, 2), answer.candidates());
        }
        return answer.code();
    }

    private String above(Lines.Line line, int which) {
        return above[which] < 0 ? "" : clean(line.cell(above[which]));
    }

    private String day(String text) {
        if (days.size() > 20_000) days.clear();
        return days.computeIfAbsent(text, t -> (t.matches("\\d{5,6}(\\.\\d+)?") ? serial(t) : ThaiDate.parse(t)
                .orElseGet(() -> t.matches("\\d{4}-\\d\\d-\\d\\d[T ].*") ? ThaiDate.parse(t.substring(0, 10)).orElse(null) : null)) instanceof LocalDate day ? day.toString() : null);
    }

    /** A day as a spreadsheet counts it; a year of the Buddhist era typed into one is taken back. */
    private static LocalDate serial(String text) {
        var day = SERIAL_START.plusDays(new BigDecimal(text).longValue());
        return day.getYear() >= 2400 ? day.minusYears(543) : day;
    }

    private static String whole(String text) {
        try {
            return Integer.toString(new BigDecimal(arabic(text).replace(",", "")).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static String decimal(String text) {
        try {
            return new BigDecimal(arabic(text).replace(",", "")).toPlainString();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String year(String text) {
        String digits = arabic(text).replaceFirst("^พ\\.ศ\\.\\s*", "");
        if (!digits.matches("\\d{4}")) return null;
        int year = Integer.parseInt(digits);
        return Integer.toString(year < 2400 ? year + 543 : year);
    }

    private static String yesNo(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return YES.contains(plain) ? "true" : NO.contains(plain) ? "false" : null;
    }

    /** Without blanks around, with single blanks inside, without signs that can't be seen. */
    static String clean(String cell) {
        int length = cell.length();
        boolean plain = true;
        for (int i = 0; i < length && plain; i++) {
            char c = cell.charAt(i);
            plain = c != '\u200B' && c != '\uFEFF' && c != '\u00A0' && c != '\n' && c != '\r' && c != '\t' && c != 0
                    && !(c == ' ' && (i == 0 || i == length - 1 || cell.charAt(i + 1) == ' '));
        }
        return plain ? cell : cell.replaceAll("[\\u200B\\uFEFF\\u0000]", "").replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static String arabic(String text) {
        var plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
        return plain.toString();
    }
}
