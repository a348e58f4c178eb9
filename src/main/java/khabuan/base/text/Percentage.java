package khabuan.base.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A percentage that carries its numerator and denominator; over 100 it is shown as it is. */
public record Percentage(BigDecimal numerator, BigDecimal denominator) {

    public static Percentage of(long numerator, long denominator) {
        return new Percentage(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    public boolean isDefined() {
        return denominator.signum() != 0;
    }

    /** Two decimals, rounded half up. @throws ArithmeticException when the denominator is zero */
    public BigDecimal value() {
        return numerator.multiply(BigDecimal.valueOf(100)).divide(denominator, 2, RoundingMode.HALF_UP);
    }

    /** "97.97", or "100" for a whole hundred as the reports print it, or "-" when there is nothing to divide by. */
    public String text() {
        if (!isDefined()) return "-";
        return value().compareTo(BigDecimal.valueOf(100)) == 0 ? "100" : value().toPlainString();
    }

    /** "97.97", "100.00", or "-": where percentages stand under one another, all with their two decimals. */
    public String aligned() {
        return isDefined() ? value().toPlainString() : "-";
    }

    public boolean isOverHundred() {
        return isDefined() && numerator.compareTo(denominator) > 0;
    }
}
