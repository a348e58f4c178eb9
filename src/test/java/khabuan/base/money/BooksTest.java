package khabuan.base.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Moments;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The books")
class BooksTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate JULY = LocalDate.of(2019, 7, 15), AUGUST = LocalDate.of(2019, 8, 20);
    @Autowired Ledger ledger;
    @Autowired Books books;
    @Autowired Periods periods;
    @Autowired Changes changes;
    @Autowired Moments moments;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired MockMvc mvc;
    private String book;
    private LedgerAccount bank;
    private LedgerAccount grants;
    private Actor closer;
    private Actor other;

    @BeforeEach
    void aBook() {
        book = "read-" + NUMBER.incrementAndGet();
        cast.change(() -> ledger.open(book));
        bank = LedgerAccount.of(book, "1100", "state");
        grants = LedgerAccount.of(book, "5100", "state").programme("welfare").office("NE");
        closer = people.financeOfficer();
        other = people.person("siriporn", "ศิริพร วงศ์ทอง", Role.FINANCE_OFFICER, "country", "");
    }

    private long paid(LocalDate day, long baht, LedgerAccount to) {
        return changes.make(Author.programme("a test of the books"), "money.test", "", () -> ledger.post(Entry.on(day, "payment.issue", Ledger.BY_HAND, 0, "เงินอุดหนุนกองทุนสวัสดิการ").moving(Baht.of(baht), bank, to)));
    }

    private Books.Which by(String division) {
        return new Books.Which(book, "", 0, "", "", division);
    }

    @Test
    @DisplayName("stand in a trial balance of any day, whose two sides are one sum, whatever divides it")
    void trial() {
        paid(JULY, 300, grants);
        paid(AUGUST, 20, grants.office("N"));
        paid(AUGUST, 5, grants.programme("houses"));
        for (var division : new String[] {"code", "fund", "year", "programme", "office"}) {
            var lines = books.trial(by(division), AUGUST);
            assertThat(lines.stream().map(Books.Line::debit).reduce(Baht.ZERO, Baht::plus)).isEqualTo(Baht.of(325)).isEqualTo(lines.stream().map(Books.Line::credit).reduce(Baht.ZERO, Baht::plus));
        }
        assertThat(books.trial(by("office"), AUGUST)).extracting(l -> l.code() + l.division() + l.amount()).containsExactly("1100-325.00", "5100N20.00", "5100NE305.00");
        assertThat(books.trial(by("code"), JULY)).extracting(l -> l.code() + " " + l.amount()).containsExactly("1100 -300.00", "5100 300.00");
        assertThat(books.trial(new Books.Which(book, "", 0, "houses", "", "code"), AUGUST)).extracting(Books.Line::amount).containsExactly(Baht.of(5));
    }

    @Test
    @DisplayName("are read as they were known at a moment")
    void known() {
        paid(JULY, 300, grants);
        var moment = jdbc.sql("select now()").query(java.sql.Timestamp.class).single().toInstant();
        paid(JULY, 20, grants);
        assertThat(moments.read(moment, () -> books.trial(by("code"), AUGUST))).extracting(Books.Line::amount).containsExactly(Baht.of(-300), Baht.of(300));
        assertThat(books.trial(by("code"), AUGUST)).extracting(Books.Line::amount).containsExactly(Baht.of(-320), Baht.of(320));
    }

    @Test
    @DisplayName("show who paid what from the balance down to the entry, to who may read them")
    void pages() throws Exception {
        long entry = paid(JULY, 300, grants);
        var address = "/ledger/account?book=" + book + "&code=5100&programme=welfare&office=NE";
        assertThat(page("/ledger?book=" + book + "&by=office&day=31 ส.ค. 2562")).contains("300.00", "5100");
        assertThat(page(address)).contains("/ledger/entries/" + entry, "300.00");
        assertThat(page("/ledger/entries/" + entry)).contains("khabuan", "เงินอุดหนุนกองทุนสวัสดิการ", "300.00");
        assertThat(page("/ledger.csv?book=" + book)).contains("5100", "300.00");
        mvc.perform(get("/ledger").with(SignIn.as(people.recorderOfKhonKaen()))).andExpect(status().isForbidden());
        mvc.perform(get("/ledger").with(SignIn.as(people.person("sunee", "สุนีย์ ทองดี", Role.EXECUTIVE, "region", "NE")))).andExpect(status().isNotFound());
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(SignIn.as(people.auditor()))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void refused(MoneyRefusal why, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(why));
    }

    @Test
    @DisplayName("are closed until a day with a reason, and opened again by another person only")
    void closed() {
        periods.close(closer, book, LocalDate.of(2019, 7, 31), "ส่งงบเดือนกรกฎาคม");
        assertThatThrownBy(() -> paid(JULY, 300, grants)).isInstanceOf(BooksClosed.class);
        paid(AUGUST, 20, grants);
        refused(MoneyRefusal.CLOSED_ALREADY, () -> periods.close(closer, book, JULY, "อีกครั้ง"));
        refused(MoneyRefusal.DAY_IN_FUTURE, () -> periods.close(closer, book, LocalDate.of(2099, 1, 1), "ล่วงหน้า"));
        refused(MoneyRefusal.OWN_CLOSE, () -> periods.open(closer, book, "ลืมรายการ"));
        refused(MoneyRefusal.REASON_MISSING, () -> periods.open(other, book, " "));
        periods.open(other, book, "ธนาคารส่งรายการเดือนกรกฎาคมเพิ่ม");
        paid(JULY, 300, grants);
        refused(MoneyRefusal.NOT_CLOSED, () -> periods.open(other, book, "อีกครั้ง"));
    }

    @Test
    @DisplayName("take an entry back by hand once, with a reason, and only where no record keeps it")
    void reversed() {
        long entry = paid(JULY, 300, grants);
        refused(MoneyRefusal.REASON_MISSING, () -> periods.reverse(closer, entry, ""));
        long opposite = periods.reverse(closer, entry, "ลงบัญชีผิดสำนักงาน");
        assertThat(books.entry(entry).reversedBy()).isEqualTo(opposite);
        refused(MoneyRefusal.REVERSED_ALREADY, () -> periods.reverse(closer, entry, "อีกครั้ง"));
        long owned = changes.make(Author.programme("a test of the books"), "money.test", "", () -> ledger.post(Entry.on(JULY, "payment.issue", "project", 77, "").moving(Baht.of(5), bank, grants)));
        refused(MoneyRefusal.OWNED_ENTRY, () -> periods.reverse(closer, owned, "ไม่ใช่ของเรา"));
    }
}
