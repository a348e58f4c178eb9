package khabuan.base.money;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.OutOfReach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books as people read them: what stands on the accounts at the end of a day, the entries of accounts, the lines of an entry. Read at the moment that is being read. */
@Component
public class Books {

    private static final String DIVISIONS = "(:fund = '' or a.fund = :fund) and (:year = 0 or a.budget_year = :year) and (:programme = '' or a.programme = :programme) and (:office = '' or a.office = :office)";
    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A book. @param closedUntil null while all is open */
    public record Book(long id, String code, LocalDate closedUntil) {}

    List<Book> all() {
        return jdbc.sql("select id, code, closed_until from ledger_book order by code <> 'codi', code").query(Book.class).list();
    }

    Optional<Book> book(String code) {
        return all().stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** Which accounts. Empty, or 0, for all of a division. @param by "code", or what divides the codes: "fund", "year", "programme", "office" */
    public record Which(String book, String fund, int year, String programme, String office, String by) {

        Map<String, Object> values() {
            return new HashMap<>(Map.of("book", book, "fund", fund, "year", year, "programme", programme, "office", office));
        }
    }

    /** What stands on accounts together. @param division what they have in common, "" for nothing @param amount debits above nothing */
    public record Line(String code, String kind, String division, Baht amount) {

        public Baht debit() {
            return amount.isPositive() ? amount : Baht.ZERO;
        }

        public Baht credit() {
            return amount.isPositive() ? Baht.ZERO : amount.negated();
        }
    }

    /** The trial balance at the end of a day: whole months are added, and the days of the last one. Accounts on which nothing stands are left out. */
    List<Line> trial(Which which, LocalDate day) {
        String division = switch (which.by()) {
            case "fund" -> "w.fund";
            case "year" -> "nullif(w.budget_year, 0)::text";
            case "programme" -> "w.programme";
            case "office" -> "w.office";
            default -> "''";
        };
        return jdbc.sql("""
                with wanted as (select a.*, c.kind from ledger_account a join ledger_code c on c.code = a.code where a.book_id = (select id from ledger_book where code = :book) and %s)
                select w.code, w.kind, coalesce(%s, '') as division, sum(m.amount)::bigint as amount from wanted w join %s m on m.account_id = w.id group by 1, 2, 3 having sum(m.amount) <> 0 order by 1, 3"""
                .formatted(DIVISIONS, division, Ledger.moved("in (select id from wanted)")))
                .params(which.values()).param("day", day).query((r, n) -> new Line(r.getString("code"), r.getString("kind"), r.getString("division"), new Baht(r.getLong("amount")))).list();
    }

    /** What stands at the end of a day on the accounts of a code, fund and programme. */
    record Held(LocalDate day, String code, String fund, String programme, Baht amount) {

        Held negated() {
            return new Held(day, code, fund, programme, amount.negated());
        }
    }

    /** What stands at the end of each of some days on the accounts of money, those of the budget left out; months and the days of months that were not over are read once for all days. */
    List<Held> held(String book, Collection<LocalDate> days) {
        return jdbc.sql("""
                with wanted as (select id, code, fund, programme from ledger_account where book_id = (select id from ledger_book where code = :book) and code < '6'),
                end_of as (select d as day, date_trunc('month', d + 1)::date as opened from unnest(:days::date[]) d),
                by_month as materialized (select w.code, w.fund, w.programme, m.month, sum(m.amount) as amount from wanted w join ledger_month m on m.account_id = w.id group by 1, 2, 3, 4)
                select h.day, h.code, h.fund, h.programme, sum(h.amount)::bigint from (
                  select e.day, m.code, m.fund, m.programme, m.amount from end_of e join by_month m on m.month < e.opened
                  union all select e.day, w.code, w.fund, w.programme, p.amount from end_of e join posting p on p.day between e.opened and e.day join wanted w on w.id = p.account_id where e.opened <= e.day) h
                group by 1, 2, 3, 4 having sum(h.amount) <> 0 order by 1, 2, 3, 4""")
                .param("book", book).param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((r, n) -> new Held(r.getObject(1, LocalDate.class), r.getString(2), r.getString(3), r.getString(4), new Baht(r.getLong(5)))).list();
    }

    /** What may be chosen of each division. */
    public record Choices(List<String> funds, List<Integer> years, List<String> programmes, List<String> offices) {}

    Choices choices(String book) {
        return new Choices(distinct(book, "fund", String.class), distinct(book, "budget_year", Integer.class).stream().filter(y -> y != 0).toList(), distinct(book, "programme", String.class), distinct(book, "office", String.class));
    }

    private <T> List<T> distinct(String book, String column, Class<T> type) {
        return jdbc.sql("select distinct %1$s from ledger_account where book_id = (select id from ledger_book where code = ?) and %1$s::text <> '' order by 1".formatted(column)).param(book).query(type).list();
    }

    /** An entry on accounts. @param amount what it moved there, debits above nothing */
    public record Movement(long entry, LocalDate day, String act, String memo, Baht amount) {}

    /** How many entries moved the accounts of a code until a day. @param record 0 for all */
    long movements(Which which, String code, long record, LocalDate day) {
        return jdbc.sql("select count(distinct p.entry_id) from posting p where p.account_id = any(:accounts) and p.day <= :day").param("accounts", accounts(which, code, record)).param("day", day).query(Long.class).single();
    }

    /** Those entries, the latest first. */
    List<Movement> movements(Which which, String code, long record, LocalDate day, int size, long offset) {
        return jdbc.sql("""
                select e.id, e.day, e.act, e.memo, m.amount from (select entry_id, day, sum(amount)::bigint as amount from posting where account_id = any(:accounts) and day <= :day
                  group by entry_id, day order by day desc, entry_id desc limit :size offset :offset) m join journal_entry e on e.id = m.entry_id order by e.day desc, e.id desc""")
                .param("accounts", accounts(which, code, record)).param("day", day).param("size", size).param("offset", offset)
                .query((r, n) -> new Movement(r.getLong(1), r.getObject(2, LocalDate.class), r.getString(3), r.getString(4), new Baht(r.getLong(5)))).list();
    }

    /** The accounts of a code. */
    Integer[] accounts(Which which, String code, long record) {
        return jdbc.sql("select a.id from ledger_account a where a.book_id = (select id from ledger_book where code = :book) and a.code = :code and (:record = 0 or a.record_id = :record) and " + DIVISIONS)
                .params(which.values()).param("code", code).param("record", record).query(Integer.class).list().toArray(Integer[]::new);
    }

    /** An entry. @param who made it; "" for none @param reverses the entry that it takes back; 0 for none @param reversedBy 0 for none */
    public record Posted(long id, String book, LocalDate day, String act, String subjectKind, long subjectId, String memo, String who, String at, long reverses, long reversedBy, List<Leg> legs) {

        public boolean isByHand() {
            return subjectKind.equals(Ledger.BY_HAND);
        }
    }

    /** A line of an entry. */
    public record Leg(LedgerAccount account, Baht amount) {}

    /** @throws OutOfReach when there is none */
    Posted entry(long id) {
        var legs = jdbc.sql("select b.code as book, a.code, a.fund, a.budget_year, a.programme, a.office, a.record_id, p.amount from posting p join ledger_account a on a.id = p.account_id join ledger_book b on b.id = a.book_id where p.entry_id = ? order by p.line").param(id)
                .query((r, n) -> new Leg(new LedgerAccount(r.getString(1), r.getString(2), r.getString(3), r.getInt(4), r.getString(5), r.getString(6), r.getLong(7)), new Baht(r.getLong(8)))).list();
        return jdbc.sql("""
                select e.*, b.code as book, coalesce(l.actor, '') as who, coalesce(e.reverses, 0) as taken, coalesce((select r.id from journal_entry r where r.reverses = e.id), 0) as reversed_by
                from journal_entry e join ledger_book b on b.id = e.book_id left join log.entry l on l.id = e.change_id where e.id = ?""").param(id)
                .query((r, n) -> new Posted(r.getLong("id"), r.getString("book"), r.getObject("day", LocalDate.class), r.getString("act"), r.getString("subject_kind"), r.getLong("subject_id"), r.getString("memo"), r.getString("who"),
                        r.getObject("recorded_at", java.time.OffsetDateTime.class).toInstant().toString(), r.getLong("taken"), r.getLong("reversed_by"), legs))
                .optional().orElseThrow(() -> new OutOfReach("entry " + id));
    }
}
