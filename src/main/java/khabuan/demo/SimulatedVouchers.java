package khabuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.money.Voucher.Line;

/** What accountants write by hand: the balances with which fiscal year 2561 begins, and income, loans and allowances that no project makes, so that the statements of the fund of August and June 2561 come out as published.
 *  What the report does not print (loans paid out and repaid in a quarter, how depreciation and doubtful debts divide) is simulated; so is fiscal year 2562, in likeness. */
final class SimulatedVouchers {

    /** What happens until a day, in millions.
     *  @param loans income of loans @param other of deposits, investments and others @param fee that the subsidy pays the fund for its management @param returned subsidies that came back, not yet known of which project
     *  @param lent @param repaid of loans @param accrued more of accrued income @param owed more of liabilities @param worn depreciation @param doubtful debts */
    private record Term(String loans, String other, String fee, String returned, String lent, String repaid, String accrued, String owed, String worn, String doubtful) {}

    private static final Term FIRST = new Term("35.3", "13.1", "76.05", "8.65", "144.5", "106.5", "0.5", "0.5", "4.8", "7.5");
    private static final Term SECOND = new Term("35.3", "13.1", "76.05", "8.65", "144.6", "106.5", "0.5", "0.5", "4.8", "7.5");
    private static final Term THIRD = new Term("39.0", "14.8", "-5.2", "0", "140.0", "110.0", "1.5", "1.0", "1.8", "2.1");
    private static final Term FOURTH = new Term("27.4", "10.2", "0", "27.2", "181.0", "72.0", "5.7", "5.0", "1.2", "1.5");
    private static final BigDecimal MILLION = BigDecimal.valueOf(100_000_000);
    private final SimulatedBooks books;

    SimulatedVouchers(SimulatedBooks books) {
        this.books = books;
    }

    void make() {
        var opened = LocalDate.of(2017, 9, 30);
        write(opened, "ยอดยกมา ณ 30 กันยายน 2560", "1", line("1100", "codi", "341.0576"), line("1110", "codi", "2000"), line("1210", "codi", "30"), line("1300", "codi", "4650.15"), line("1390", "codi", "-327.95"),
                line("1400", "codi", "402.8424"), line("1490", "codi", "-250"), line("2200", "codi", "-45"), line("3100", "codi", "-6801.1"), line("1100", "state", "1310.0944"), line("3100", "state", "-1310.0944"));
        year("1", List.of(LocalDate.of(2017, 12, 31), LocalDate.of(2018, 3, 31), LocalDate.of(2018, 6, 30), LocalDate.of(2018, 8, 31)));
        year("1.04", List.of(LocalDate.of(2018, 12, 31), LocalDate.of(2019, 3, 31), LocalDate.of(2019, 6, 30), LocalDate.of(2019, 8, 20)));
    }

    private void year(String times, List<LocalDate> days) {
        var terms = List.of(FIRST, SECOND, THIRD, FOURTH);
        for (int i = 0; i < terms.size(); i++) term(days.get(i), terms.get(i), times);
    }

    private void term(LocalDate day, Term t, String times) {
        write(day, "รายได้จากสินเชื่อ", times, line("1100", "codi", t.loans), line("4300", "codi", "-" + t.loans));
        write(day, "รายได้จากเงินฝาก เงินลงทุนและอื่นๆ", times, line("1100", "codi", t.other), line("4400", "codi", "-" + t.other));
        write(day, "ค่าบริการจัดการ", times, line("5190", "state", t.fee), line("1100", "state", "-" + t.fee), line("1100", "codi", t.fee), line("4200", "codi", "-" + t.fee));
        write(day, "รับคืนเงินอุดหนุน", times, line("1100", "state", t.returned), line("4500", "state", "-" + t.returned));
        write(day, "จ่ายเงินให้กู้", times, line("1300", "codi", t.lent), line("1100", "codi", "-" + t.lent));
        write(day, "รับชำระคืนเงินให้กู้", times, line("1100", "codi", t.repaid), line("1300", "codi", "-" + t.repaid));
        write(day, "รายได้ค้างรับ", times, line("1210", "codi", t.accrued), line("1100", "codi", "-" + t.accrued));
        write(day, "เจ้าหนี้และเงินประกัน", times, line("1100", "codi", t.owed), line("2200", "codi", "-" + t.owed));
        write(day, "ค่าเสื่อมราคาและหนี้สงสัยจะสูญ", times, line("5900", "codi", t.worn), line("1490", "codi", "-" + t.worn), line("5910", "codi", t.doubtful), line("1390", "codi", "-" + t.doubtful));
    }

    /** A line in millions, as it is before it is taken so many times. @param millions "--1" for what is below nothing below nothing */
    private record Millions(String code, String fund, BigDecimal millions) {}

    private static Millions line(String code, String fund, String millions) {
        return new Millions(code, fund, new BigDecimal(millions.replace("--", "")));
    }

    private void write(LocalDate day, String memo, String times, Millions... lines) {
        var written = Arrays.stream(lines).map(l -> new Line(l.code, l.fund, new Baht(l.millions.multiply(new BigDecimal(times)).multiply(MILLION).setScale(0, RoundingMode.HALF_UP).longValueExact()))).filter(l -> !l.amount().isZero()).toList();
        if (!written.isEmpty()) books.voucher(day, memo, written);
    }
}
