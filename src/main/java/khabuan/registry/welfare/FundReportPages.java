package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Query;

/** What the pages of a fund's report and audit show. */
public final class FundReportPages {

    private FundReportPages() {}

    /** The period of a report: a month, a fiscal year, or a year that was closed, from the day on which the books began at the earliest. @param query of its address: "month=2562-08" */
    public record Period(LocalDate from, LocalDate until, String query, YearMonth month, FiscalYear year) {

        /** @param month "2562-08", or "" ; @param year "2562", or ""; neither means the last month that has ended */
        static Period read(Fund fund, String month, String year, LocalDate today) {
            var period = year.matches("2[45]\\d\\d") ? of(new FiscalYear(Integer.parseInt(year))) : of(month.isEmpty() ? YearMonth.from(today).minusMonths(1) : BooksPages.Month.read(fund.id(), month).of());
            var from = period.from.isBefore(fund.booksSince()) ? fund.booksSince() : period.from;
            return new Period(from, period.until.isBefore(from) ? from : period.until, period.query, period.month, period.year);
        }

        static Period of(FundYears.Closed closed) {
            return new Period(closed.from(), closed.until(), "closed=" + closed.id(), null, null);
        }

        private static Period of(FiscalYear year) {
            return new Period(year.start(), year.end(), "year=" + year.year(), null, year);
        }

        private static Period of(YearMonth month) {
            return new Period(month.atDay(1), month.atEndOfMonth(), "month=" + new BooksPages.Month(0, month).word(), month, null);
        }

        public String title(Frame frame) {
            if (isClosedYear()) return frame.t("welfare.report-of-closed", frame.words().longDay(from), frame.words().longDay(until));
            return month != null ? frame.t("welfare.report-of-month", BooksPages.title(month)) : frame.t("welfare.report-of-year", String.valueOf(year.year()));
        }

        public boolean isClosedYear() {
            return month == null && year == null;
        }

        /** The address of the period before or after. */
        public String query(int by) {
            return month != null ? of(month.plusMonths(by)).query : of(new FiscalYear(year.year() + by)).query;
        }

        /** The fiscal year that it is, or lies in. */
        public int fiscalYear() {
            return year != null ? year.year() : FiscalYear.of(month.atDay(1)).year();
        }
    }

    /** @param closed the year that was closed; null for another period */
    public record ReportPage(Fund fund, Period period, FundYears.Closed closed, FundReport.Told told, boolean keeper) {}

    /** The entries of a period, page by page, to be read. @param continued whether earlier ones of it were shown before; @param found one more than is shown when there are more; @param keeper whether who reads finds what an entry is of */
    public record AuditPage(Fund fund, String from, String until, boolean continued, List<FundReport.Made> found, boolean keeper, Faults faults) {

        public List<FundReport.Made> entries() {
            return found.subList(0, Math.min(found.size(), FundReport.MOST));
        }

        /** The address of the first page. */
        public String first() {
            return query().on(fund.path() + "/books/audit");
        }

        /** The address of the next page; "" after the last. */
        public String next() {
            return found.size() <= FundReport.MOST ? "" : query().with("after", Long.toString(entries().getLast().id())).on(fund.path() + "/books/audit");
        }

        private Query query() {
            return Query.empty().with("from", from).with("until", until);
        }

        /** "รับเงินสมทบจากสมาชิก". */
        public static String act(Frame frame, FundReport.Made made) {
            return frame.t(made.reverses() != 0 ? "act.ledger.reverse" : "act." + made.act());
        }
    }
}
