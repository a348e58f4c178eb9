package khabuan.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The simulated records by the day on which they were recorded: a fact is known some days after it happened, as it is in offices.
 *  Entered into the database day by day, each day a change of its own. */
final class Ledger {

    private static final LocalDate CLOSE = LocalDate.of(2018, 10, 1);
    private static final Author AUTHOR = Author.programme("demo");
    private final TreeMap<LocalDate, Map<Sheet, ByteArrayOutputStream>> days = new TreeMap<>();
    private int lines;

    /** The day on which a fact of a day is recorded: the end of its month; in fiscal year 2562 the 10th, the 20th or the last day,
     *  and the 26th in August, with which the report's data end. */
    static LocalDate recorded(LocalDate fact) {
        var last = YearMonth.from(fact).atEndOfMonth();
        if (fact.isBefore(CLOSE)) return last;
        if (fact.getDayOfMonth() <= 10) return fact.withDayOfMonth(10);
        if (fact.getDayOfMonth() <= 20) return fact.withDayOfMonth(20);
        return fact.getYear() == 2019 && fact.getMonthValue() == 8 && fact.getDayOfMonth() <= 26 ? fact.withDayOfMonth(26) : last;
    }

    /** Enters a line under the day on which the fact of that day is recorded. */
    void enter(LocalDate fact, Sheet sheet, Object... values) {
        enterOn(recorded(fact), sheet, values);
    }

    /** Enters a line under a day of recording. */
    void enterOn(LocalDate recorded, Sheet sheet, Object... values) {
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) line.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
        days.computeIfAbsent(recorded, d -> new EnumMap<>(Sheet.class)).computeIfAbsent(sheet, s -> new ByteArrayOutputStream())
                .writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        lines++;
    }

    int lines() {
        return lines;
    }

    /** Writes all within the transaction that is open. @param progress told the day of recording now and then */
    void write(JdbcTemplate jdbc, Changes changes, Consumer<LocalDate> progress) {
        for (var sheet : Sheet.values()) if (sheet.waitingTable != null) jdbc.execute(sheet.waitingTable);
        while (!days.isEmpty()) {
            var first = days.pollFirstEntry();
            var day = first.getKey();
            var sheets = first.getValue();
            progress.accept(day);
            sheets.keySet().stream().map(s -> s.act).distinct().forEach(act -> changes.make(AUTHOR, act, act.equals(Sheet.WELFARE_MERGER.act) ? "ซ้ำกับกองทุนเดิมในฐานข้อมูล V2" : "ข้อมูลจำลอง", moment(day), () -> {
                sheets.forEach((sheet, text) -> {
                    if (sheet.act.equals(act)) write(jdbc, sheet, text.toByteArray());
                });
                return null;
            }));
        }
    }

    private static Instant moment(LocalDate day) {
        return day.atTime(16, 30).atZone(ThaiDate.ZONE).toInstant();
    }

    private static void write(JdbcTemplate jdbc, Sheet sheet, byte[] text) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sheet.copy, new ByteArrayInputStream(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (sheet.done != null) {
            jdbc.execute(sheet.done);
            jdbc.execute(sheet.emptied);
        }
    }
}
