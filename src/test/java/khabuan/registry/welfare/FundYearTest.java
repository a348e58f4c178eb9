package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.money.Periods;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@World
@DisplayName("The year of a fund's books")
class FundYearTest extends FundHouse {

    private static final LocalDate YEAR_END = LocalDate.of(2017, 9, 30);
    @Autowired Periods periods;
    @Autowired Ledger ledger;
    @Autowired FundMoney money;
    @Autowired FundYears years;

    /** The fund has kept its books since October 2559. */
    private void oldBooks() {
        var id = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนตำบลบ่อสวกเก่า", LocalDate.of(2009, 5, 4))).id();
        var since = LocalDate.of(2016, 10, 1);
        books.open(Cast.recorderOfNan(), id, since, new Figures(0, Map.of(), 0, null, Map.of(Source.MEMBERS, Baht.of(50_000)), Map.of()), Baht.of(1_000), new FundBooks.Due(since, "monthly", Baht.of(30)), Map.of());
        fund = funds.find(id).orElseThrow();
        path = fund.path() + "/books";
        treasurer = keeper("treasurer", fund);
        chair = keeper("chair", fund);
    }

    private void receive(LocalDate day, long baht) {
        money.record(treasurer, fund.id(), "", new FundMoney.Wish(FundMoney.What.RECEIVED, Source.LOCAL, day, Baht.of(baht), FundAccounts.BANK, "อบต.บ่อสวก", ""));
    }

    private MockHttpServletResponse close(LocalDate end, Actor by) throws Exception {
        return asked(post(path + "/years").with(csrf()).param("yearEnd", end.toString()), by);
    }

    private void closeMonths(LocalDate until) {
        periods.close(treasurer, FundAccounts.book(fund.id()), until, "ปิดเดือน");
    }

    private Baht trial() {
        return ledger.standing(FundAccounts.book(fund.id()), Stream.concat(Stream.of("W110", "W120", "W310", "W390", "W560", "W590"), Stream.of(Source.values()).map(FundAccounts::code)).toList(), 0, Ledger.EVER).stream()
                .map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus);
    }

    @Test
    @DisplayName("is closed when its months are, by another than closed the last: the surplus goes to the capital, the year's statement prints, and the statement of the fund tells what it told before")
    void closed() throws Exception {
        oldBooks();
        receive(LocalDate.of(2017, 3, 1), 8_000);
        receive(LocalDate.of(2017, 12, 1), 2_500);
        assertThat(text(asked(get(path), treasurer))).contains("ปิดเดือนให้ครบก่อน");
        assertThat(text(close(YEAR_END, chair))).as("its months are open").contains("ปิดเดือนให้ครบถึงสิ้นปีก่อน");
        closeMonths(LocalDate.of(2017, 10, 31));
        assertThat(text(close(YEAR_END, treasurer))).contains("คุณเป็นผู้ปิดเดือนสุดท้าย");
        var figures = books.figures(fund.id(), funds.today());
        assertThat(text(asked(get(path), chair))).contains("ปิดปีสิ้นสุด 30 กันยายน 2560");
        assertThat(close(YEAR_END, chair).getStatus()).isEqualTo(302);
        var first = years.of(fund.id()).getFirst();
        assertThat(List.of(first.capitalBefore(), first.surplus(), first.capital())).containsExactly(Baht.of(50_000), Baht.of(8_000), Baht.of(58_000));
        assertThat(books.standing(fund.id(), FundAccounts.CAPITAL)).isEqualTo(Baht.of(-58_000));
        assertThat(trial()).isEqualTo(Baht.ZERO);
        assertThat(books.figures(fund.id(), funds.today())).as("income stands since the founding").isEqualTo(figures);
        assertThat(text(close(YEAR_END, chair))).as("twice").contains("ปีนี้ปิดไม่ได้");
        assertThat(text(asked(get(first.path()), treasurer))).contains("งบประจำปี 1 ตุลาคม 2559 ถึง 30 กันยายน 2560", "8,000.00", "58,000.00");
        var sheet = asked(get(first.path().replace("report?", "report.pdf?")), Cast.officerOfTheNorth());
        assertThat(new String(sheet.getContentAsByteArray(), 0, 5)).isEqualTo("%PDF-");
        closeMonths(LocalDate.of(2019, 7, 31));
        assertThat(close(LocalDate.of(2018, 9, 30), chair).getStatus()).as("the next year ends a year later").isEqualTo(302);
        assertThat(books.standing(fund.id(), FundAccounts.CAPITAL)).isEqualTo(Baht.of(-60_500));
        assertThat(trial()).isEqualTo(Baht.ZERO);
        assertThat(years.ends(fund)).as("the year after has not ended").isEmpty();
    }

    @Test
    @DisplayName("stays closed: its months aren't opened again, by nobody and not by the database; those after it are")
    void staysClosed() throws Exception {
        oldBooks();
        closeMonths(YEAR_END);
        close(YEAR_END, chair);
        closeMonths(LocalDate.of(2017, 10, 31));
        assertThat(asked(post(path + "/reopening").with(csrf()).param("openingReason", "ลืมใบเสร็จ"), chair).getStatus()).as("the month after the year").isEqualTo(302);
        assertThat(periods.closedUntil(FundAccounts.book(fund.id()))).contains(YEAR_END);
        assertThat(text(asked(post(path + "/reopening").with(csrf()).param("openingReason", "ลืมใบเสร็จ"), chair))).contains("ปีบัญชีนั้นปิดแล้ว");
        org.assertj.core.api.Assertions.assertThatExceptionOfType(Exception.class).isThrownBy(() -> cast.change(() -> jdbc.sql("update ledger_book set closed_until = null where code = ?").param(FundAccounts.book(fund.id())).update()))
                .withMessageContaining("closed_year_stays_closed");
    }

    @Test
    @DisplayName("stays closed too when months after it were closed with it at once: those alone are opened again")
    void closedAtOnce() throws Exception {
        oldBooks();
        closeMonths(LocalDate.of(2017, 11, 30));
        close(YEAR_END, chair);
        assertThat(asked(post(path + "/reopening").with(csrf()).param("openingReason", "ลืมใบเสร็จ"), chair).getStatus()).isEqualTo(302);
        assertThat(periods.closedUntil(FundAccounts.book(fund.id()))).contains(YEAR_END);
        receive(LocalDate.of(2017, 10, 5), 100);
        assertThat(trial()).isEqualTo(Baht.ZERO);
    }

    @Test
    @DisplayName("may end in September or December at first, and is the fund's own: other committees neither close nor read it")
    void others() throws Exception {
        oldBooks();
        assertThat(years.ends(fund)).containsExactly(LocalDate.of(2016, 12, 31), YEAR_END);
        closeMonths(LocalDate.of(2016, 12, 31));
        assertThat(close(LocalDate.of(2016, 12, 31), chair).getStatus()).isEqualTo(302);
        assertThat(years.ends(fund)).containsExactly(LocalDate.of(2017, 12, 31));
        var other = open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (แปด)");
        var stranger = keeper("chair", other);
        assertThat(close(LocalDate.of(2017, 12, 31), stranger).getStatus()).isEqualTo(404);
        long year = years.of(fund.id()).getFirst().id();
        assertThat(asked(get(other.path() + "/books/report?closed=" + year), stranger).getStatus()).isEqualTo(404);
        String count = "select count(*) from welfare_year where fund_id = " + fund.id();
        assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(new RowScope("unit", unit, Long.toString(fund.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isOne();
    }
}
