package khabuan.base.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closing the books until a day, opening them again by another person, and taking back an entry that no record keeps. */
@Component
public class Periods {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Books books;
    private final Ledger ledger;
    private final Clock clock;

    Periods(JdbcClient jdbc, Changes changes, Books books, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.books = books;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A close. @param openedOn null while it holds */
    public record Close(long id, LocalDate closedUntil, LocalDate before, LocalDate closedOn, Long closedBy, String closer, String reason, LocalDate openedOn, String opener, String openingReason) {}

    /** The latest first. */
    List<Close> of(Books.Book book) {
        return jdbc.sql("""
                select p.id, p.closed_until, p.before, p.closed_on, p.closed_by, coalesce(c.full_name, '') as closer, p.reason, p.opened_on, coalesce(o.full_name, '') as opener, p.opening_reason
                from period_close p left join account c on c.id = p.closed_by left join account o on o.id = p.opened_by where p.book_id = ? order by p.id desc limit 24""").param(book.id()).query(Close.class).list();
    }

    /** The close that holds now. */
    Optional<Close> standing(Books.Book book) {
        return of(book).stream().filter(c -> c.openedOn() == null).findFirst();
    }

    /** No entry of a day up to this one is taken any more.
     *  @throws khabuan.base.access.Refusal.Thrown when the day or the reason is missing, the day is not past, or closed already */
    public void close(Actor actor, String code, LocalDate until, String reason) {
        var book = at(code);
        var today = ThaiDate.today(clock);
        new Refusals().when(until == null, MoneyRefusal.DAY_MISSING, "until").when(until != null && !until.isBefore(today), MoneyRefusal.DAY_IN_FUTURE, "until").when(reason.isBlank(), MoneyRefusal.REASON_MISSING, "reason").demandNone();
        changes.make(actor.author(), "ledger.close", reason.strip(), () -> {
            var before = hold(book);
            if (before != null && !until.isAfter(before)) throw MoneyRefusal.CLOSED_ALREADY.at("until", ThaiDate.full(before));
            jdbc.sql("insert into period_close (book_id, closed_until, before, closed_on, closed_by, reason) values (?, ?, ?, ?, ?, ?)").params(book.id(), until, before, today, actor.accountId(), reason.strip()).update();
            jdbc.sql("update ledger_book set closed_until = ? where id = ?").params(until, book.id()).update();
        });
    }

    /** Another person than closed them opens the books to where they were before, at most to the end of the last year that was closed.
     *  @throws khabuan.base.access.Refusal.Thrown when it is the same person, there is no reason, nothing is closed, or all of it lies in a year that was closed */
    public void open(Actor actor, String code, String reason) {
        var book = at(code);
        if (reason.isBlank()) throw MoneyRefusal.REASON_MISSING.at("openingReason");
        changes.make(actor.author(), "ledger.open", reason.strip(), () -> {
            hold(book);
            var close = standing(book).orElseThrow(MoneyRefusal.NOT_CLOSED::with);
            if (Objects.equals(close.closedBy(), actor.accountId())) throw MoneyRefusal.OWN_CLOSE.with();
            var year = yearClosedUntil(book);
            if (year != null && !close.closedUntil().isAfter(year)) throw MoneyRefusal.YEAR_CLOSED.with();
            var until = year != null && (close.before() == null || year.isAfter(close.before())) ? year : close.before();
            jdbc.sql("update period_close set opened_on = ?, opened_by = ?, opening_reason = ? where id = ?").params(ThaiDate.today(clock), actor.accountId(), reason.strip(), close.id()).update();
            jdbc.sql("update ledger_book set closed_until = ? where id = ?").params(until, book.id()).update();
        });
    }

    private LocalDate yearClosedUntil(Books.Book book) {
        return jdbc.sql("select year_closed_until from ledger_book where id = ?").param(book.id()).query((r, n) -> Optional.ofNullable(r.getObject(1, LocalDate.class))).single().orElse(null);
    }

    /** The close by which a day is closed; empty while it is open. */
    public Optional<Close> closing(String code, LocalDate day) {
        return of(at(code)).stream().filter(c -> c.openedOn() == null && !c.closedUntil().isBefore(day)).reduce((later, earlier) -> earlier);
    }

    /** Within a change: a year of a book is closed for ever. What the room carries from it, it posts itself, on a day that is open.
     *  @param until its last day, which is closed already */
    public void closeYear(String code, LocalDate until) {
        jdbc.sql("update ledger_book set year_closed_until = ? where code = ?").params(until, code).update();
    }

    /** Until when a book is closed; empty while all of it is open. */
    public Optional<LocalDate> closedUntil(String code) {
        return Optional.ofNullable(at(code).closedUntil());
    }

    private Books.Book at(String code) {
        return books.book(code).orElseThrow(() -> new OutOfReach("book " + code));
    }

    /** Holds the book for this change. @return until when it is closed; null for not at all */
    private LocalDate hold(Books.Book book) {
        return jdbc.sql("select closed_until from ledger_book where id = ? for update").param(book.id()).query((r, n) -> Optional.ofNullable(r.getObject(1, LocalDate.class))).single().orElse(null);
    }

    /** Takes back an entry that was made by hand, as of today. @return the entry that does
     *  @throws khabuan.base.access.Refusal.Thrown when a record keeps it, it was taken back before, or there is no reason */
    long reverse(Actor actor, long id, String reason) {
        var entry = books.entry(id);
        if (!entry.isByHand()) throw MoneyRefusal.OWNED_ENTRY.with();
        if (entry.reversedBy() != 0 || entry.reverses() != 0) throw MoneyRefusal.REVERSED_ALREADY.with();
        if (reason.isBlank()) throw MoneyRefusal.REASON_MISSING.at("reason");
        return changes.make(actor.author(), "ledger.reverse", reason.strip(), () -> ledger.reverse(id, ThaiDate.today(clock), reason.strip()));
    }
}
