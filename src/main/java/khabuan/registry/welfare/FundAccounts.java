package khabuan.registry.welfare;

import java.util.function.Supplier;
import khabuan.base.money.BooksClosed;
import khabuan.base.money.LedgerAccount;
import khabuan.base.money.Overdrawn;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Source;

/** The accounts in the book of a fund. Cash and bank are guarded: no more leaves than is there. What came in and what was given is never carried forward, so that both stand since the founding, as a statement tells them. */
final class FundAccounts {

    static final String CASH = "W110", BANK = "W120", GIVEN = "W560", COSTS = "W590", CAPITAL = "W310", CARRIED = "W390";
    private final String book;

    FundAccounts(long fund) {
        book = book(fund);
    }

    /** The book of a fund in the ledger. */
    static String book(long fund) {
        return "fund-" + fund;
    }

    private LedgerAccount of(String code) {
        return LedgerAccount.of(book, code, "");
    }

    LedgerAccount cash() {
        return of(CASH);
    }

    LedgerAccount bank() {
        return of(BANK);
    }

    /** @param code {@link #CASH} or {@link #BANK} */
    LedgerAccount place(String code) {
        return of(code.equals(CASH) ? CASH : BANK);
    }

    LedgerAccount from(Source source) {
        return of(code(source));
    }

    static String code(Source source) {
        return "W4%02d".formatted(source.item());
    }

    LedgerAccount given(Benefit kind) {
        return of(GIVEN).programme(kind.word());
    }

    LedgerAccount costs() {
        return of(COSTS);
    }

    /** What the fund has saved up to the last year that was closed. */
    LedgerAccount capital() {
        return of(CAPITAL);
    }

    /** What was carried there of income above expense, which themselves stand since the founding. */
    LedgerAccount carried() {
        return of(CARRIED);
    }

    /** Does work that posts, and tells what the books refuse in the words of a form.
     *  @param amount the field that asks for too much; @param day the field of the day
     *  @throws khabuan.base.access.Refusal.Thrown when there is not so much, or the day is closed */
    static <T> T told(String amount, String day, Supplier<T> work) {
        try {
            return work.get();
        } catch (Overdrawn e) {
            throw WelfareRefusal.NOT_SO_MUCH.at(amount, e.left().toString());
        } catch (BooksClosed e) {
            throw WelfareRefusal.BOOKS_CLOSED.at(day);
        }
    }
}
