package khabuan.base.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import khabuan.base.calendar.ThaiDate;

/** An amount of money, exact to the satang. @param satang a hundredth of a baht; below nothing for what is owed the other way */
public record Baht(long satang) implements Comparable<Baht> {

    public static final Baht ZERO = new Baht(0);
    private static final Pattern WRITTEN = Pattern.compile("(-?)(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.(\\d{1,2}))?");

    public static Baht of(long baht) {
        return new Baht(Math.multiplyExact(baht, 100));
    }

    /** What a person typed: "72,000", "72000.50", in Thai digits too; empty for anything else. */
    public static Optional<Baht> parse(String typed) {
        var m = WRITTEN.matcher(ThaiDate.arabic(typed.strip()));
        if (!m.matches()) return Optional.empty();
        long baht = Long.parseLong(m.group(2).replace(",", ""));
        long satang = m.group(3) == null ? 0 : Long.parseLong(m.group(3)) * (m.group(3).length() == 1 ? 10 : 1);
        long amount = Math.addExact(Math.multiplyExact(baht, 100), satang);
        return Optional.of(new Baht(m.group(1).isEmpty() ? amount : -amount));
    }

    public Baht plus(Baht other) {
        return new Baht(Math.addExact(satang, other.satang));
    }

    public Baht minus(Baht other) {
        return new Baht(Math.subtractExact(satang, other.satang));
    }

    public Baht times(long count) {
        return new Baht(Math.multiplyExact(satang, count));
    }

    public Baht negated() {
        return new Baht(Math.negateExact(satang));
    }

    public boolean isZero() {
        return satang == 0;
    }

    public boolean isPositive() {
        return satang > 0;
    }

    public boolean isAbove(Baht other) {
        return satang > other.satang;
    }

    /** Divides it by shares of a hundred, in whole baht where it is whole itself; the last part takes what is left over. @param percents that add to 100 */
    public List<Baht> divide(List<Integer> percents) {
        long grain = satang % 100 == 0 ? 100 : 1;
        var parts = new ArrayList<Baht>();
        long left = satang;
        for (int i = 0; i < percents.size() - 1; i++) {
            long part = Math.multiplyExact(satang / grain, percents.get(i)) / 100 * grain;
            parts.add(new Baht(part));
            left -= part;
        }
        parts.add(new Baht(left));
        return parts;
    }

    /** As a number of baht with two decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(satang, 2);
    }

    /** "1,234.50". */
    @Override
    public String toString() {
        return "%s%,d.%02d".formatted(satang < 0 ? "-" : "", Math.abs(satang / 100), Math.abs(satang % 100));
    }

    @Override
    public int compareTo(Baht other) {
        return Long.compare(satang, other.satang);
    }
}
