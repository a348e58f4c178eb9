package khabuan.base.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import khabuan.base.text.Words;

/** Something wrong with a row; as a note, something to know of it. @param line the row's number in the file, as a spreadsheet shows it; 0 for the file as a whole
 *  @param column the key of the column; "" for the row as a whole
 *  @param key the message that tells what to do, and what fills it */
public record LineFault(int line, String column, String key, List<String> values) {

    public LineFault(int line, String column, String key, String... values) {
        this(line, column, key, List.of(values));
    }

    /** What is wrong and what to do; days as people write them. */
    public String message(Words words) {
        return words.t(key, values.stream().map(LineFault::spoken).toArray());
    }

    /** A day as the database writes it becomes one; what somebody wrote stays as it is, a day that is in no calendar ("2010-02-30") and a year of the Buddhist era too. */
    private static Object spoken(String value) {
        if (!value.matches("(19|20)\\d{2}-\\d{2}-\\d{2}")) return value;
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
