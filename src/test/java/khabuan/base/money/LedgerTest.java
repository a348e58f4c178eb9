package khabuan.base.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Moments;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("The ledger")
class LedgerTest {

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final LocalDate JULY = LocalDate.of(2019, 7, 15);
    private static final LocalDate AUGUST = LocalDate.of(2019, 8, 20);
    @Autowired Ledger ledger;
    @Autowired Changes changes;
    @Autowired Moments moments;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    private String book;
    private LedgerAccount bank;
    private LedgerAccount grants;
    private LedgerAccount budget;
    private LedgerAccount frame;
    private LedgerAccount approved;
    private LedgerAccount paid;

    @BeforeEach
    void newBook() {
        book = "test-" + NUMBER.incrementAndGet();
        cast.change(() -> ledger.open(book));
        bank = LedgerAccount.of(book, "1100", "state");
        grants = LedgerAccount.of(book, "5100", "state");
        budget = LedgerAccount.of(book, "9150", "state").year(2562);
        frame = budget.code("9200").programme("welfare").office("N");
        approved = frame.code("9300").record(77);
        paid = frame.code("9400").record(77);
    }

    private long post(Entry entry) {
        return changes.make(Author.programme("a test of the ledger"), "money.test", "", () -> ledger.post(entry));
    }

    private static Entry on(LocalDate day) {
        return Entry.on(day, "money.test", "project", 77, "");
    }

    private void allot(long baht) {
        post(on(JULY).moving(Baht.of(baht), budget.code("9100"), budget).moving(Baht.of(baht), budget, frame));
    }

    @Test
    @DisplayName("refuses an entry that does not balance, and one that balances only across two funds")
    void balanced() {
        var lopsided = new Entry(JULY, "money.test", "project", 77, "", List.of(new Entry.Line(grants, Baht.of(5000)), new Entry.Line(bank, Baht.of(-4999))));
        assertThatThrownBy(() -> post(lopsided)).isInstanceOf(DataAccessException.class).hasMessageContaining("does not balance in the fund state: 100 satang");
        var across = new Entry(JULY, "money.test", "project", 77, "", List.of(new Entry.Line(grants, Baht.of(5000)), new Entry.Line(LedgerAccount.of(book, "1100", "codi"), Baht.of(-5000))));
        assertThatThrownBy(() -> post(across)).isInstanceOf(DataAccessException.class).hasMessageContaining("does not balance");
        assertThat(ledger.balance(grants, AUGUST)).isEqualTo(Baht.ZERO);
    }

    @Test
    @DisplayName("is only added to: a posting is neither changed nor erased, and an old entry takes no more lines")
    void onlyAdded() {
        long entry = post(on(JULY).moving(Baht.of(5000), bank, grants));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update posting set amount = amount * 2 where entry_id = ?").param(entry).update())).rootCause().hasMessageMatching("(?s).*(only added to|permission denied).*");
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("delete from journal_entry where id = ?").param(entry).update())).rootCause().hasMessageMatching("(?s).*(only added to|permission denied).*");
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("insert into posting select entry_id, (line + 2)::smallint, account_id, day, amount from posting where entry_id = ?").param(entry).update()))
                .hasMessageContaining("does not fit");
        assertThat(ledger.balance(grants, AUGUST)).isEqualTo(Baht.of(5000));
    }

    @Test
    @DisplayName("takes an entry back by its opposite, once")
    void reversed() {
        long entry = post(on(JULY).moving(Baht.of(5000), bank, grants));
        cast.change(() -> ledger.reverse(entry, AUGUST, "บันทึกผิดโครงการ"));
        assertThat(ledger.balance(grants, JULY)).isEqualTo(Baht.of(5000));
        assertThat(ledger.balance(grants, AUGUST)).isEqualTo(Baht.ZERO);
        assertThatThrownBy(() -> cast.change(() -> ledger.reverse(entry, AUGUST, "อีกครั้ง"))).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("never lets a frame be approved over nor an approval be paid over, and says how much is left")
    void guarded() {
        allot(100_000);
        post(on(JULY).moving(Baht.of(60_000), frame, approved));
        assertThatThrownBy(() -> post(on(JULY).moving(Baht.of(40_001), frame, approved))).isInstanceOfSatisfying(Overdrawn.class, o -> {
            assertThat(o.code()).isEqualTo("9200");
            assertThat(o.left()).isEqualTo(Baht.of(40_000));
            assertThat(o.asked()).isEqualTo(Baht.of(40_001));
        });
        assertThatThrownBy(() -> post(on(JULY).moving(Baht.of(60_001), approved, paid))).isInstanceOfSatisfying(Overdrawn.class, o -> assertThat(o.code()).isEqualTo("9300"));
        assertThat(ledger.balance(approved, AUGUST)).isEqualTo(Baht.of(60_000));
    }

    @Test
    @DisplayName("takes nothing in a closed period")
    void closed() {
        cast.change(() -> jdbc.sql("update ledger_book set closed_until = '2019-07-31' where code = ?").param(book).update());
        assertThatThrownBy(() -> post(on(JULY).moving(Baht.of(10), bank, grants))).isInstanceOf(BooksClosed.class);
        post(on(AUGUST).moving(Baht.of(10), bank, grants));
    }

    @Test
    @DisplayName("tells what stands on an account on any day, and as it was known at any moment")
    void twoClocks() {
        post(on(JULY).moving(Baht.of(300), bank, grants));
        var known = jdbc.sql("select now()").query(java.sql.Timestamp.class).single().toInstant();
        post(on(JULY.plusDays(1)).moving(Baht.of(20), bank, grants));
        post(on(AUGUST).moving(Baht.of(5), bank, grants));
        assertThat(ledger.balance(grants, JULY.minusDays(1))).isEqualTo(Baht.ZERO);
        assertThat(ledger.balance(grants, JULY)).isEqualTo(Baht.of(300));
        assertThat(ledger.balance(grants, JULY.plusDays(1))).isEqualTo(Baht.of(320));
        assertThat(ledger.balance(grants, AUGUST)).isEqualTo(Baht.of(325));
        assertThat(knownAt(known)).isEqualTo(Baht.of(300));
    }

    private Baht knownAt(Instant moment) {
        return moments.read(moment, () -> ledger.balance(grants, AUGUST));
    }

    @Test
    @DisplayName("holds through a thousand random movements: what the rules refuse is refused, and all accounts add to nothing")
    void random() {
        var lots = new Random(2562);
        long free = 0;
        long due = 0;
        long out = 0;
        for (int i = 0; i < 1000; i++) {
            long baht = 1 + lots.nextInt(5000);
            int act = lots.nextInt(5);
            long[] wanted = switch (act) {
                case 0 -> new long[] {free + baht, due, out};
                case 1 -> new long[] {free - baht, due + baht, out};
                case 2 -> new long[] {free, due - baht, out + baht};
                case 3 -> new long[] {free + baht, due - baht, out};
                default -> new long[] {free + baht, due, out - baht};
            };
            boolean allowed = wanted[0] >= 0 && wanted[1] >= 0;
            assertThat(tried(on(JULY.plusDays(lots.nextInt(40))).moving(Baht.of(baht), switch (act) { case 0 -> budget.code("9100"); case 1 -> frame; case 2, 3 -> approved; default -> paid; },
                    switch (act) { case 0, 3, 4 -> frame; case 1 -> approved; default -> paid; }))).isEqualTo(allowed);
            if (!allowed) continue;
            free = wanted[0];
            due = wanted[1];
            out = wanted[2];
        }
        var last = JULY.plusDays(100);
        assertThat(List.of(ledger.balance(frame, last), ledger.balance(approved, last), ledger.balance(paid, last))).containsExactly(Baht.of(free), Baht.of(due), Baht.of(out));
        assertThat(rest()).isZero();
    }

    private boolean tried(Entry entry) {
        try {
            post(entry);
            return true;
        } catch (Overdrawn e) {
            return false;
        }
    }

    private long rest() {
        return jdbc.sql("select coalesce(sum(amount), 0)::bigint from posting p join ledger_account a on a.id = p.account_id join ledger_book b on b.id = a.book_id where b.code = ?").param(book).query(Long.class).single();
    }

    @Test
    @DisplayName("lets fifty who approve from one frame at the same moment take no baht more than is there")
    void concurrent() throws Exception {
        allot(30_000);
        var approvals = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 50; i++) {
            var project = approved.record(1000 + i);
            approvals.add(() -> tried(on(JULY).moving(Baht.of(1_000), frame, project)));
        }
        int granted = 0;
        try (var people = Executors.newFixedThreadPool(50)) {
            for (var answer : people.invokeAll(approvals)) granted += answer.get() ? 1 : 0;
        }
        assertThat(granted).isEqualTo(30);
        assertThat(ledger.balance(frame, AUGUST)).isEqualTo(Baht.ZERO);
        assertThat(rest()).isZero();
    }
}
