package khabuan.insight.indicator;

import java.math.BigDecimal;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;

/** Amounts as people write them: "2,016.93", "๑๐๔". */
final class Amounts {

    private Amounts() {}

    /** @return null when there is none or it can't be read, which is then a fault */
    static BigDecimal read(Faults faults, String field, String text) {
        String plain = ThaiDate.arabic(text.strip()).replace(",", "");
        if (plain.isEmpty()) return null;
        if (plain.matches("\\d{1,12}(\\.\\d{1,4})?")) return new BigDecimal(plain);
        faults.add(field, "indicator.amount-unreadable", text.strip());
        return null;
    }

    /** As {@link #read}, with a sign before it. */
    static BigDecimal readSigned(Faults faults, String field, String text) {
        String plain = text.strip().replace('−', '-').replace("–", "-");
        boolean negative = plain.startsWith("-");
        var amount = read(faults, field, negative || plain.startsWith("+") ? plain.substring(1) : plain);
        return amount != null && negative ? amount.negate() : amount;
    }
}
