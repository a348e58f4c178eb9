package khabuan.base.money;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books (บัญชีแยกประเภท). Entries are posted within a change and stand or fall with it; the database holds them balanced, whole, within open periods and above the guards.
 *  Amounts are read at the moment that is being read: present, or past within {@link khabuan.base.record.Moments#read}. */
@Component
public class Ledger {

    /** The institute's own book. */
    public static final String INSTITUTE = "codi";
    /** The kind of subject of entries that no record keeps: they are taken back by hand. */
    public static final String BY_HAND = "by-hand";
    /** A day after all that is posted: what stands with all of it. */
    public static final LocalDate EVER = LocalDate.of(3000, 1, 1);
    /** What moved on accounts until the end of :day, as account_id and amount: whole months, and the days of the last one. @see #moved */
    private static final String MOVED = """
            (select account_id, amount from ledger_month where month < date_trunc('month', :day::date) and account_id %1$s
              union all select account_id, amount from posting where day between date_trunc('month', :day::date)::date and :day::date and account_id %1$s)\s""";
    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Posts an entry. @return its number
     *  @throws Overdrawn when a guarded account would fall below nothing
     *  @throws BooksClosed when its day lies in a closed period */
    public long post(Entry entry) {
        return post(List.of(entry)).getFirst();
    }

    /** Posts entries, all or none, in as many statements as for one. @return their numbers, in their order */
    public List<Long> post(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        var accounts = accounts(entries);
        return judged(() -> write(entries, accounts));
    }

    /** Posts the opposite of an entry: the way to take one back. @return the number of the new entry */
    public long reverse(long entry, LocalDate day, String memo) {
        return judged(() -> {
            long number = jdbc.sql("""
                    insert into journal_entry (book_id, day, act, subject_kind, subject_id, memo, reverses)
                    select book_id, :day, 'reverse', subject_kind, subject_id, :memo, id from journal_entry where id = :entry returning id""")
                    .param("day", day).param("memo", memo).param("entry", entry).query(Long.class).single();
            jdbc.sql("insert into posting (entry_id, line, account_id, day, amount) select :number, line, account_id, :day, -amount from posting where entry_id = :entry")
                    .param("number", number).param("day", day).param("entry", entry).update();
            return number;
        });
    }

    /** What moved on some accounts until the end of :day, to be joined. @param which "in (select …)" or "= any(:…)" */
    static String moved(String which) {
        return MOVED.formatted(which);
    }

    /** What stands on an account at the end of a day: debits above nothing. */
    public Baht balance(LedgerAccount account, LocalDate day) {
        return jdbc.sql("select id from ledger_account where (select code from ledger_book b where b.id = book_id) = :book and code = :code and fund = :fund and budget_year = :year and programme = :programme and office = :office and record_id = :record")
                .param("book", account.book()).param("code", account.code()).param("fund", account.fund()).param("year", account.budgetYear()).param("programme", account.programme())
                .param("office", account.office()).param("record", account.record()).query(Integer.class).optional().map(id -> balance(List.of(id), day)).orElse(Baht.ZERO);
    }

    /** What stands on accounts together at the end of a day: whole months are added, and the days of the last one. */
    public Baht balance(List<Integer> accounts, LocalDate day) {
        return new Baht(jdbc.sql("""
                select coalesce(sum(amount), 0)::bigint from\s""" + moved("= any(:accounts)") + "moved")
                .param("accounts", accounts.toArray(Integer[]::new)).param("day", day).query(Long.class).single());
    }

    /** What stands on an account. @param amount debits above nothing */
    public record Standing(LedgerAccount account, Baht amount) {}

    /** What stands on all accounts of some codes of a book at the end of a day. @param budgetYear 0 for all */
    public List<Standing> standing(String book, List<String> codes, int budgetYear, LocalDate day) {
        return standing(book, codes, day, "(:wanted = 0 or a.budget_year = :wanted)", budgetYear);
    }

    /** What stands on the accounts of records, of some codes of a book, at the end of a day; records without any are left out. */
    public List<Standing> standing(String book, List<String> codes, List<Long> records, LocalDate day) {
        return standing(book, codes, day, "a.record_id = any(:wanted) and a.record_id <> 0", records.toArray(Long[]::new));
    }

    /** @param condition which accounts, over "a" and :wanted */
    private List<Standing> standing(String book, List<String> codes, LocalDate day, String condition, Object wanted) {
        return jdbc.sql("""
                with wanted as (select a.* from ledger_account a join ledger_book b on b.id = a.book_id where b.code = :book and a.code = any(:codes) and %s)
                select w.code, w.fund, w.budget_year, w.programme, w.office, w.record_id, sum(m.amount)::bigint from wanted w join %s m on m.account_id = w.id group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6"""
                .formatted(condition, moved("in (select id from wanted)")))
                .param("book", book).param("codes", codes.toArray(String[]::new)).param("wanted", wanted).param("day", day)
                .query((r, n) -> new Standing(new LedgerAccount(book, r.getString(1), r.getString(2), r.getInt(3), r.getString(4), r.getString(5), r.getLong(6)), new Baht(r.getLong(7)))).list();
    }

    /** What moved in a month on the accounts of all records together. @param account without its record; @param month its first day */
    public record Month(LedgerAccount account, LocalDate month, Baht amount) {}

    /** What moved month by month on the accounts of records, of some codes of a book and a budget year: by code, fund, programme and office. */
    public List<Month> monthsOfRecords(String book, List<String> codes, int budgetYear) {
        return jdbc.sql("""
                select a.code, a.fund, a.budget_year, a.programme, a.office, m.month, sum(m.amount)::bigint from ledger_account a join ledger_book b on b.id = a.book_id join ledger_month m on m.account_id = a.id
                where b.code = :book and a.code = any(:codes) and a.budget_year = :year and a.record_id <> 0 group by 1, 2, 3, 4, 5, 6 order by 6, 1, 2, 4, 5""").param("book", book).param("codes", codes.toArray(String[]::new)).param("year", budgetYear)
                .query((r, n) -> new Month(new LedgerAccount(book, r.getString(1), r.getString(2), r.getInt(3), r.getString(4), r.getString(5), 0), r.getObject(6, LocalDate.class), new Baht(r.getLong(7)))).list();
    }

    /** A line of an entry on an account of a record. @param amount debit above nothing, credit below */
    public record Movement(long entry, LocalDate day, String act, String memo, String code, Baht amount) {}

    /** What moved on the accounts of a record, of some codes of a book, in the order of the days. */
    public List<Movement> movements(String book, List<String> codes, long record) {
        return jdbc.sql("""
                select e.id, e.day, e.act, e.memo, a.code, p.amount from ledger_account a join ledger_book b on b.id = a.book_id join posting p on p.account_id = a.id join journal_entry e on e.id = p.entry_id
                where b.code = :book and a.code = any(:codes) and a.record_id = :record and a.record_id <> 0 order by e.day, e.id, p.line""")
                .param("book", book).param("codes", codes.toArray(String[]::new)).param("record", record)
                .query((r, n) -> new Movement(r.getLong(1), r.getObject(2, LocalDate.class), r.getString(3), r.getString(4), r.getString(5), new Baht(r.getLong(6)))).list();
    }

    /** Opens a book, if it does not stand yet. Within a change. */
    public void open(String book) {
        jdbc.sql("insert into ledger_book (code) values (:book) on conflict do nothing").param("book", book).update();
    }

    private Map<LedgerAccount, Integer> accounts(List<Entry> entries) {
        var wanted = new LinkedHashSet<LedgerAccount>();
        entries.forEach(e -> e.lines().forEach(l -> wanted.add(l.account())));
        var found = find(wanted);
        if (found.size() == wanted.size()) return found;
        bound("""
                insert into ledger_account (book_id, code, fund, budget_year, programme, office, record_id)
                select b.id, w.code, w.fund, w.year, w.programme, w.office, w.record %s left join ledger_account a on a.book_id = b.id and a.code = w.code and a.fund = w.fund
                  and a.budget_year = w.year and a.programme = w.programme and a.office = w.office and a.record_id = w.record where a.id is null
                order by 1, 2, 3, 4, 5, 6, 7 on conflict do nothing""", wanted).update();
        return find(wanted);
    }

    private Map<LedgerAccount, Integer> find(LinkedHashSet<LedgerAccount> wanted) {
        var found = new HashMap<LedgerAccount, Integer>();
        bound("""
                select a.id, b.code, a.code, a.fund, a.budget_year, a.programme, a.office, a.record_id %s join ledger_account a on a.book_id = b.id and a.code = w.code and a.fund = w.fund
                  and a.budget_year = w.year and a.programme = w.programme and a.office = w.office and a.record_id = w.record""", wanted)
                .query(r -> {
                    found.put(new LedgerAccount(r.getString(2), r.getString(3), r.getString(4), r.getInt(5), r.getString(6), r.getString(7), r.getLong(8)), r.getInt(1));
                });
        return found;
    }

    private JdbcClient.StatementSpec bound(String sql, LinkedHashSet<LedgerAccount> wanted) {
        return jdbc.sql(sql.formatted("""
                from unnest(:books::text[], :codes::text[], :funds::text[], :years::int[], :programmes::text[], :offices::text[], :records::bigint[])
                  as w(book, code, fund, year, programme, office, record) join ledger_book b on b.code = w.book"""))
                .param("books", wanted.stream().map(LedgerAccount::book).toArray(String[]::new)).param("codes", wanted.stream().map(LedgerAccount::code).toArray(String[]::new))
                .param("funds", wanted.stream().map(LedgerAccount::fund).toArray(String[]::new)).param("years", wanted.stream().map(LedgerAccount::budgetYear).toArray(Integer[]::new))
                .param("programmes", wanted.stream().map(LedgerAccount::programme).toArray(String[]::new)).param("offices", wanted.stream().map(LedgerAccount::office).toArray(String[]::new))
                .param("records", wanted.stream().map(LedgerAccount::record).toArray(Long[]::new));
    }

    private List<Long> write(List<Entry> entries, Map<LedgerAccount, Integer> accounts) {
        var numbers = jdbc.sql("select nextval('record_number') from generate_series(1, :count)").param("count", entries.size()).query(Long.class).list();
        jdbc.sql("""
                insert into journal_entry (id, book_id, day, act, subject_kind, subject_id, memo)
                select e.id, b.id, e.day, e.act, e.kind, e.subject, e.memo
                from unnest(:ids::bigint[], :books::text[], :days::date[], :acts::text[], :kinds::text[], :subjects::bigint[], :memos::text[]) as e(id, book, day, act, kind, subject, memo)
                  join ledger_book b on b.code = e.book""")
                .param("ids", numbers.toArray(Long[]::new)).param("books", each(entries, e -> e.lines().getFirst().account().book())).param("days", each(entries, e -> e.day().toString()))
                .param("acts", each(entries, Entry::act)).param("kinds", each(entries, Entry::subjectKind)).param("subjects", entries.stream().map(Entry::subjectId).toArray(Long[]::new))
                .param("memos", each(entries, Entry::memo)).update();
        var rows = new Rows();
        for (int i = 0; i < entries.size(); i++) rows.add(numbers.get(i), entries.get(i), accounts);
        jdbc.sql("insert into posting (entry_id, line, account_id, day, amount) select * from unnest(:entries::bigint[], :lines::int[], :accounts::int[], :days::date[], :amounts::bigint[])")
                .param("entries", rows.entries.toArray(Long[]::new)).param("lines", rows.lines.toArray(Integer[]::new)).param("accounts", rows.accounts.toArray(Integer[]::new))
                .param("days", rows.days.toArray(String[]::new)).param("amounts", rows.amounts.toArray(Long[]::new)).update();
        return numbers;
    }

    private static String[] each(List<Entry> entries, java.util.function.Function<Entry, String> what) {
        return entries.stream().map(what).toArray(String[]::new);
    }

    /** The lines of entries, by column. */
    private static final class Rows {
        final List<Long> entries = new ArrayList<>();
        final List<Integer> lines = new ArrayList<>();
        final List<Integer> accounts = new ArrayList<>();
        final List<String> days = new ArrayList<>();
        final List<Long> amounts = new ArrayList<>();

        void add(long number, Entry entry, Map<LedgerAccount, Integer> known) {
            int line = 0;
            for (var l : entry.lines()) {
                entries.add(number);
                lines.add(++line);
                accounts.add(known.get(l.account()));
                days.add(entry.day().toString());
                amounts.add(l.amount().satang());
            }
        }
    }

    /** Does the work, and tells apart what the database refuses. */
    private static <T> T judged(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException e) {
            var cause = NestedExceptionUtils.getMostSpecificCause(e);
            String state = cause instanceof SQLException sql ? sql.getSQLState() : "";
            if ("KH009".equals(state)) throw new BooksClosed(e);
            if ("KH010".equals(state) && cause instanceof PSQLException told) {
                var said = Arrays.asList(told.getServerErrorMessage().getDetail().split(" "));
                throw new Overdrawn(said.getFirst(), new Baht(Long.parseLong(said.get(1))), new Baht(Long.parseLong(said.get(2))), e);
            }
            throw e;
        }
    }
}
