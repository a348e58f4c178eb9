package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.Periods;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The years of a fund: when all months of one are closed, another person than closed them closes the year. What came in above what went out is carried to the accumulated capital, and its days are never opened again. */
@Component
public class FundYears {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final Periods periods;
    private final FundBooks books;
    private final FundReport report;
    private final Funds funds;

    FundYears(JdbcClient jdbc, Changes changes, Ledger ledger, Periods periods, FundBooks books, FundReport report, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.periods = periods;
        this.books = books;
        this.report = report;
        this.funds = funds;
    }

    /** A year that was closed. @param capitalBefore in cash and bank when it began; @param surplus what came in above what went out; below nothing for the opposite */
    public record Closed(long id, long fundId, LocalDate from, LocalDate until, Baht capitalBefore, Baht surplus, String closedName, LocalDate closedOn) {

        public Baht capital() {
            return capitalBefore.plus(surplus);
        }

        /** Of its statement. */
        public String path() {
            return "/funds/" + fundId + "/books/report?closed=" + id;
        }
    }

    /** The newest first. */
    public List<Closed> of(long fund) {
        return jdbc.sql("select * from welfare_year where fund_id = ? order by until_date desc").param(fund)
                .query((r, n) -> new Closed(r.getLong("id"), r.getLong("fund_id"), r.getObject("from_date", LocalDate.class), r.getObject("until_date", LocalDate.class), new Baht(r.getLong("capital_before")), new Baht(r.getLong("surplus")),
                        r.getString("closed_name"), r.getObject("closed_on", LocalDate.class))).list();
    }

    /** @throws OutOfReach when the fund has no such */
    Closed at(long fund, long id) {
        return of(fund).stream().filter(c -> c.id() == id).findFirst().orElseThrow(() -> new OutOfReach("year " + id));
    }

    /** The days on which the next year may end, if it has ended: a year after the last; at first the end of September or of December, as the fund has it. */
    List<LocalDate> ends(Fund fund) {
        return of(fund.id()).stream().findFirst().map(last -> Stream.of(last.until().plusDays(1).plusYears(1).minusDays(1)))
                .orElseGet(() -> Stream.of(FiscalYear.of(fund.booksSince()).end(), LocalDate.of(fund.booksSince().getYear(), 12, 31)).sorted()).filter(end -> end.isBefore(funds.today()) && end.isAfter(fund.booksSince())).toList();
    }

    /** Closes a year: its surplus is carried to the capital, on the first day that is still open.
     *  @throws khabuan.base.access.Refusal.Thrown when it doesn't end so, months of it are open, or the actor closed its last month */
    void close(Actor actor, long id, LocalDate until) {
        var fund = books.kept(actor, id);
        String book = FundAccounts.book(id);
        changes.make(actor.author(), "welfare.close-year", "", () -> {
            funds.hold(id);
            if (!ends(fund).contains(until)) throw WelfareRefusal.YEAR_END_WRONG.with();
            var closing = periods.closing(book, until).orElseThrow(WelfareRefusal.YEAR_MONTHS_OPEN::with);
            if (Objects.equals(closing.closedBy(), actor.accountId())) throw WelfareRefusal.OWN_YEAR.with();
            var from = of(id).stream().findFirst().map(last -> last.until().plusDays(1)).orElse(fund.booksSince());
            var told = report.of(fund, from, until);
            periods.closeYear(book, until);
            jdbc.sql("insert into welfare_year (fund_id, from_date, until_date, capital_before, surplus, closed_on, closed_by, closed_name, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(id, from, until, told.before().sum().satang(), told.after().sum().minus(told.before().sum()).satang(), funds.today(), actor.accountId(), actor.signature(), carry(id, until, told.after().sum())).update();
        });
    }

    /** Carries to the capital what is not yet there. @return the entry; null when nothing is left to be carried */
    private Long carry(long fund, LocalDate until, Baht capital) {
        var accounts = new FundAccounts(fund);
        var left = capital.plus(books.standing(fund, FundAccounts.CAPITAL));
        if (left.isZero()) return null;
        var day = periods.closedUntil(FundAccounts.book(fund)).orElseThrow().plusDays(1);
        return ledger.post(Entry.on(day, "welfare.close-year", Fund.KIND, fund, until.toString()).moving(left, accounts.capital(), accounts.carried()));
    }
}
