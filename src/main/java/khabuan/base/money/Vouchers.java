package khabuan.base.money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries by hand (ใบสำคัญทั่วไป): opening balances, and what no other record makes. One person writes, another posts or refuses. */
@Component
public class Vouchers {

    private static final String COLUMNS = """
            select v.id, b.code as book, v.day, v.memo, v.written_on, v.written_by, coalesce(w.full_name, '') as writer, v.posted_on, coalesce(p.full_name, '') as poster, coalesce(v.entry_id, 0) as entry,
              v.refused_on, coalesce(r.full_name, '') as refuser, v.reason
            from voucher v join ledger_book b on b.id = v.book_id left join account w on w.id = v.written_by left join account p on p.id = v.posted_by left join account r on r.id = v.refused_by\s""";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final Books books;
    private final Clock clock;

    Vouchers(JdbcClient jdbc, Changes changes, Ledger ledger, Books books, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.books = books;
        this.clock = clock;
    }

    /** What a person says. @param day null when it could not be read */
    public record Draft(String book, LocalDate day, String memo, List<Voucher.Line> lines) {}

    /** The latest first, what waits for another person before all. */
    List<Voucher> list(int size, long offset) {
        return query(COLUMNS + "order by v.posted_on is null and v.refused_on is null desc, v.id desc limit :size offset :offset", Map.of("size", size, "offset", offset));
    }

    long count() {
        return jdbc.sql("select count(*) from voucher").query(Long.class).single();
    }

    /** @throws OutOfReach when there is none */
    public Voucher at(long id) {
        return query(COLUMNS + "where v.id = :id", Map.of("id", id)).stream().findFirst().orElseThrow(() -> new OutOfReach("voucher " + id));
    }

    private List<Voucher> query(String sql, Map<String, ?> values) {
        var found = jdbc.sql(sql).params(values).query((r, n) -> new Voucher(r.getLong("id"), r.getString("book"), r.getObject("day", LocalDate.class), r.getString("memo"), r.getObject("written_on", LocalDate.class), (Long) r.getObject("written_by"),
                r.getString("writer"), r.getObject("posted_on", LocalDate.class), r.getString("poster"), r.getLong("entry"), r.getObject("refused_on", LocalDate.class), r.getString("refuser"), r.getString("reason"), List.of())).list();
        var lines = lines(found.stream().map(Voucher::id).toList());
        return found.stream().map(v -> new Voucher(v.id(), v.book(), v.day(), v.memo(), v.writtenOn(), v.writtenBy(), v.writer(), v.postedOn(), v.poster(), v.entry(), v.refusedOn(), v.refuser(), v.reason(), lines.getOrDefault(v.id(), List.of()))).toList();
    }

    private Map<Long, List<Voucher.Line>> lines(List<Long> vouchers) {
        return jdbc.sql("select voucher_id, code, fund, amount from voucher_line where voucher_id = any(:ids) order by voucher_id, line").param("ids", vouchers.toArray(Long[]::new))
                .query((r, n) -> Map.entry(r.getLong(1), new Voucher.Line(r.getString(2), r.getString(3), new Baht(r.getLong(4))))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Writes one down, to be posted by another person. @param key of the form @return its number
     *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong: day, memo, accounts, sides that differ in a fund */
    public long write(Actor actor, String key, Draft draft) {
        var today = ThaiDate.today(clock);
        var book = books.book(draft.book()).orElseThrow(() -> new OutOfReach("book " + draft.book()));
        var refusals = new Refusals().when(draft.day() == null, MoneyRefusal.DAY_MISSING, "day").when(draft.day() != null && draft.day().isAfter(today), MoneyRefusal.DAY_TO_COME, "day")
                .when(book.closedUntil() != null && draft.day() != null && !draft.day().isAfter(book.closedUntil()), MoneyRefusal.BOOKS_CLOSED, "day")
                .when(draft.memo().isBlank(), MoneyRefusal.MEMO_MISSING, "memo").when(draft.lines().size() < 2, MoneyRefusal.LINES_MISSING, "lines");
        var known = codes();
        draft.lines().stream().map(Voucher.Line::code).filter(c -> !known.contains(c)).distinct().forEach(c -> refusals.when(true, MoneyRefusal.CODE_UNKNOWN, "lines", c));
        rest(draft.lines()).forEach((fund, rest) -> refusals.when(!rest.isZero(), MoneyRefusal.NOT_BALANCED, "lines", fund, rest.toString()));
        refusals.demandNone();
        return Long.parseLong(changes.makeOnce(key, actor.author(), "voucher.write", draft.memo().strip(), () -> insert(actor, book.id(), draft, today)));
    }

    /** The accounts that may be written by hand: all but those of the budget. */
    List<String> codes() {
        return jdbc.sql("select code from ledger_code where kind <> 'budget' order by 1").query(String.class).list();
    }

    /** Debits less credits of each fund. */
    static Map<String, Baht> rest(List<Voucher.Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Voucher.Line::fund, TreeMap::new, Collectors.reducing(Baht.ZERO, Voucher.Line::amount, Baht::plus)));
    }

    private String insert(Actor actor, long book, Draft draft, LocalDate today) {
        long id = jdbc.sql("insert into voucher (book_id, day, memo, written_on, written_by) values (?, ?, ?, ?, ?) returning id").params(book, draft.day(), draft.memo().strip(), today, actor.accountId()).query(Long.class).single();
        jdbc.sql("insert into voucher_line (voucher_id, line, code, fund, amount) select :id, w.line, w.code, w.fund, w.amount from unnest(:codes::text[], :funds::text[], :amounts::bigint[]) with ordinality w(code, fund, amount, line)")
                .param("id", id).param("codes", draft.lines().stream().map(Voucher.Line::code).toArray(String[]::new)).param("funds", draft.lines().stream().map(Voucher.Line::fund).toArray(String[]::new))
                .param("amounts", draft.lines().stream().map(l -> l.amount().satang()).toArray(Long[]::new)).update();
        return Long.toString(id);
    }

    /** Another person than wrote it posts it. @return the entry
     *  @throws khabuan.base.access.Refusal.Thrown when the actor wrote it, it is posted or refused already, or the books refuse */
    public long post(Actor actor, long id) {
        return changes.make(actor.author(), "voucher.post", "", () -> {
            var voucher = hold(id);
            if (Objects.equals(voucher.writtenBy(), actor.accountId())) throw MoneyRefusal.OWN_VOUCHER.with();
            var lines = voucher.lines().stream().map(l -> new Entry.Line(LedgerAccount.of(voucher.book(), l.code(), l.fund()), l.amount())).toList();
            long entry = ledger.post(new Entry(voucher.day(), "voucher.post", Ledger.BY_HAND, id, voucher.memo(), lines));
            jdbc.sql("update voucher set posted_on = ?, posted_by = ?, entry_id = ? where id = ?").params(ThaiDate.today(clock), actor.accountId(), entry, id).update();
            return entry;
        });
    }

    /** It is not posted so. */
    void refuse(Actor actor, long id, String reason) {
        if (reason.isBlank()) throw MoneyRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "voucher.refuse", reason.strip(), () -> {
            hold(id);
            jdbc.sql("update voucher set refused_on = ?, refused_by = ?, reason = ? where id = ?").params(ThaiDate.today(clock), actor.accountId(), reason.strip(), id).update();
        });
    }

    /** One that waits, held for this change. */
    private Voucher hold(long id) {
        jdbc.sql("select id from voucher where id = ? for update").param(id).query().listOfRows();
        var voucher = at(id);
        if (voucher.state() != Voucher.State.WRITTEN) throw MoneyRefusal.VOUCHER_DONE.with();
        return voucher;
    }
}
