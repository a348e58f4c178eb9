package khabuan.base.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.record.Moments;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("Opening balances and statements")
class StatementsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate OPENED = LocalDate.of(2018, 9, 30), JULY = LocalDate.of(2019, 7, 15), AUGUST = LocalDate.of(2019, 8, 20);
    private static final String OPENING = """
            บัญชี\tเงินทุน\tเดบิต\tเครดิต
            1100 เงินฝากธนาคาร\tเงินทุน พอช.\t2,341.05\t
            1300\tcodi\t4,650\t
            1390\tcodi\t\t327.50
            3100\tcodi\t-\t6,663.55
            1100\tstate\t100\t
            3100\tstate\t\t100
            """;
    @Autowired Ledger ledger;
    @Autowired Vouchers vouchers;
    @Autowired Statements statements;
    @Autowired Books books;
    @Autowired Moments moments;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired MockMvc mvc;
    private String book;
    private Actor writer;
    private Actor poster;

    @BeforeEach
    void aBook() {
        book = "stated-" + NUMBER.incrementAndGet();
        cast.change(() -> ledger.open(book));
        writer = people.financeOfficer();
        poster = people.person("siriporn", "ศิริพร วงศ์ทอง", Role.FINANCE_OFFICER, "country", "");
    }

    private long written(LocalDate day, String lines) {
        return vouchers.write(writer, "", new Vouchers.Draft(book, day, "ยอดยกมา", VoucherLines.read(lines)));
    }

    private void posted(LocalDate day, String lines) {
        vouchers.post(poster, written(day, lines));
    }

    private static void refused(MoneyRefusal why, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(why));
    }

    private List<String> position(String fund, LocalDate... days) {
        return statements.read(book, Stream.of(days).map(d -> new Statements.Span(d, d)).toList()).position(fund, List.of(days)).stream().map(r -> r.key().substring(11) + r.amounts()).toList();
    }

    @Test
    @DisplayName("are pasted from a spreadsheet by one person and posted by another, on the page and in the database")
    void twoPeople() {
        long voucher = written(OPENED, OPENING);
        assertThat(position("codi", AUGUST)).contains("assets[0.00]");
        refused(MoneyRefusal.OWN_VOUCHER, () -> vouchers.post(writer, voucher));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update voucher set posted_on = day, posted_by = written_by, entry_id = (select min(id) from journal_entry) where id = ?").param(voucher).update())).hasMessageContaining("poster_is_not_writer");
        vouchers.post(poster, voucher);
        refused(MoneyRefusal.VOUCHER_DONE, () -> vouchers.post(poster, voucher));
        assertThat(position("codi", AUGUST)).containsExactly("cash[2,341.05]", "receivables[0.00]", "loans[4,322.50]", "fixed[0.00]", "assets[6,663.55]", "liabilities[0.00]", "net[6,663.55]");
        assertThat(position("", AUGUST, OPENED.minusDays(1))).contains("assets[6,763.55, 0.00]", "net[6,763.55, 0.00]");
    }

    @Test
    @DisplayName("are refused with every line that is wrong: sides that differ in a fund, accounts that are not of the chart or of the budget, what can't be read")
    void wrong() {
        refused(MoneyRefusal.NOT_BALANCED, () -> written(OPENED, "1100,codi,50,\n3100,state,,50"));
        refused(MoneyRefusal.CODE_UNKNOWN, () -> written(OPENED, "9200,codi,50,\n3100,codi,,50"));
        refused(MoneyRefusal.LINE_UNREADABLE, () -> written(OPENED, "1100,codi,fifty,\n3100,codi,,50"));
        refused(MoneyRefusal.LINE_UNREADABLE, () -> written(OPENED, "1100,codi,50,50\n3100,codi,,50"));
        refused(MoneyRefusal.LINES_MISSING, () -> written(OPENED, " "));
        long voucher = written(OPENED, OPENING);
        vouchers.refuse(poster, voucher, "ยอดเงินให้กู้ไม่ตรงกับทะเบียน");
        refused(MoneyRefusal.VOUCHER_DONE, () -> vouchers.post(poster, voucher));
    }

    @Test
    @DisplayName("tell income and expense of any period beside another; what one fund pays the other stands in the fund's own only")
    void performance() {
        posted(OPENED, OPENING);
        posted(JULY, "1100,state,500,\n4100,state,,500\n5190,state,80,\n1100,state,,80\n1100,codi,80,\n4200,codi,,80\n1100,codi,12.5,\n4300,codi,,12.5");
        posted(AUGUST, "5100,state,300,\n1100,state,,300\n5200,codi,30,\n1100,codi,,30\n5900,codi,2,\n1490,codi,,2");
        var year = new Statements.Span(OPENED.plusDays(1), AUGUST);
        var july = new Statements.Span(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 7, 31));
        assertThat(performance("", year, july)).containsExactly("granted[500.00, 500.00]", "other-income[12.50, 12.50]", "income[512.50, 512.50]", "subsidies[300.00, 0.00]", "operation[30.00, 0.00]", "depreciation[2.00, 0.00]", "expense[332.00, 0.00]",
                "surplus[180.50, 512.50]");
        assertThat(performance("codi", year, july)).containsExactly("fee[80.00, 80.00]", "other-income[12.50, 12.50]", "income[92.50, 92.50]", "operation[30.00, 0.00]", "depreciation[2.00, 0.00]", "expense[32.00, 0.00]", "surplus[60.50, 92.50]");
        assertThat(position("", AUGUST)).contains("net[6,944.05]");
        assertThat(statements.read(book, List.of(year)).kinds("codi", List.of(year))).extracting(r -> r.key() + r.amounts()).containsExactly("ledger.4200[80.00]", "ledger.4300[12.50]", "ledger.5200[30.00]", "ledger.5900[2.00]");
    }

    private List<String> performance(String fund, Statements.Span... periods) {
        return statements.read(book, List.of(periods)).performance(fund, List.of(periods)).stream().map(r -> r.key().substring(11) + r.amounts()).toList();
    }

    @Test
    @DisplayName("are read as they were known at a moment")
    void known() {
        posted(OPENED, OPENING);
        var moment = jdbc.sql("select now()").query(java.sql.Timestamp.class).single().toInstant();
        posted(JULY, "1100,codi,12.5,\n4300,codi,,12.5");
        assertThat(moments.read(moment, () -> position("codi", AUGUST))).contains("net[6,663.55]");
        assertThat(position("codi", AUGUST)).contains("net[6,676.05]");
    }

    @Test
    @DisplayName("of a day within a month hold what was posted until then, and of its last day the whole month, as the trial balance does")
    void daysOfAMonth() {
        posted(OPENED, OPENING);
        posted(JULY, "1100,codi,12.5,\n4300,codi,,12.5");
        posted(LocalDate.of(2019, 7, 31), "1100,codi,7.5,\n4300,codi,,7.5");
        for (var day : List.of(OPENED, JULY.minusDays(1), JULY, LocalDate.of(2019, 7, 30), LocalDate.of(2019, 7, 31), AUGUST)) {
            var trial = books.trial(new Books.Which(book, "codi", 0, "", "", "fund"), day).stream().filter(l -> l.code().equals("1100")).map(Books.Line::amount).toList();
            assertThat(position("codi", day)).as(day.toString()).contains("cash" + trial);
        }
        assertThat(position("codi", JULY, LocalDate.of(2019, 7, 31))).contains("cash[2,353.55, 2,361.05]");
    }

    @Test
    @DisplayName("are made of days that were read, and of no others")
    void unread() {
        var reading = statements.read(book, List.of(new Statements.Span(JULY, AUGUST)));
        assertThatThrownBy(() -> reading.position("codi", List.of(JULY))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("come by file, and are shown to who reads the books, in millions with what is below nothing in brackets")
    void pages() throws Exception {
        var file = new MockMultipartFile("file", "ยอดยกมา.csv", "text/csv", "1100,codi,2341057600,\n3100,codi,,2341057600".getBytes(StandardCharsets.UTF_8));
        var answer = mvc.perform(multipart("/ledger/vouchers").file(file).param("book", book).param("day", "30 ก.ย. 2561").param("memo", "ยอดยกมา").with(csrf()).with(SignIn.as(writer))).andExpect(status().is3xxRedirection()).andReturn().getResponse();
        assertThat(page(answer.getRedirectedUrl())).contains("2,341,057,600.00", "ยอดยกมา");
        vouchers.post(poster, Long.parseLong(answer.getRedirectedUrl().replaceAll("\\D", "")));
        posted(JULY, "5200,codi,4600000,\n1100,codi,,4600000");
        assertThat(page("/ledger/statements?book=" + book + "&day=31 ส.ค. 2562&against=30 มิ.ย. 2562")).contains("2,336.5", "2,341.1", "(0.2)", "(4.6)");
        assertThat(page("/ledger/vouchers")).contains("ยอดยกมา");
        mvc.perform(get("/ledger/statements").with(SignIn.as(people.recorderOfKhonKaen()))).andExpect(status().isForbidden());
        mvc.perform(multipart("/ledger/vouchers").file(file).param("book", book).param("day", "30 ก.ย. 2561").param("memo", "ยอดยกมา").with(csrf()).with(SignIn.as(people.auditor()))).andExpect(status().isForbidden());
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(SignIn.as(people.auditor()))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
