package khabuan.base.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;

/** What the page of the statements shows. */
public final class StatementPages {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000_00);

    private StatementPages() {}

    /** What was asked, as it was typed. */
    public record Asked(String book, String from, String day, String againstFrom, String against, String knownAt) {}

    /** A statement of a fund: two columns and what changed. */
    public record Table(String title, List<String> heads, List<Statements.Row> rows) {}

    /** @param known null for as known now */
    public record Page(Asked asked, List<Choice> books, Statements.Span span, Statements.Span before, LocalDate known, List<Table> tables, Map<String, String> programmes, Faults faults) {

        public String name(Frame frame, Statements.Row row) {
            return row.key().isEmpty() ? frame.t("money.line.other") : frame.words().has(row.key()) ? frame.t(row.key()) : programmes.getOrDefault(row.key(), row.key());
        }
    }

    /** In millions with one decimal, what is below nothing in brackets, as statements are printed; "-" for nothing. */
    public static String millions(Baht amount) {
        return bracketed(BigDecimal.valueOf(amount.satang()).divide(MILLION, 1, RoundingMode.HALF_UP), amount.isZero());
    }

    /** By how many hundredths it grew, or fell in brackets; "-" when there is nothing to compare with. */
    public static String change(Baht now, Baht before) {
        return before.isZero() ? "-" : bracketed(growth(now, before), false);
    }

    /** By how many hundredths, with one decimal: of the amounts as they are printed. */
    public static BigDecimal growth(Baht now, Baht before) {
        return BigDecimal.valueOf(now.minus(before).satang()).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(Math.abs(before.satang())), 1, RoundingMode.HALF_UP);
    }

    private static String bracketed(BigDecimal value, boolean none) {
        if (none) return "-";
        String plain = "%,.1f".formatted(value.abs());
        return value.signum() < 0 ? "(" + plain + ")" : plain;
    }
}
