package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.regex.Pattern;
import khabuan.base.money.Baht;
import khabuan.base.money.Periods;
import khabuan.base.store.RowScope;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@World
@DisplayName("Money of a fund beside its members'")
class FundMoneyTest extends FundHouse {

    @Autowired Periods periods;

    private MockHttpServletResponse sent(String key, String word, String amount, String day, String party, String place) throws Exception {
        return asked(post(path + "/money").with(csrf()).param("key", key).param("word", word).param("amount", amount).param("day", day).param("party", party).param("place", place), treasurer);
    }

    private Baht cash() {
        return books.standing(fund.id(), FundAccounts.CASH);
    }

    private Baht bank() {
        return books.standing(fund.id(), FundAccounts.BANK);
    }

    @Test
    @DisplayName("is received by source, once however often it is sent, and stands in the statement; cash goes to the bank and back, never more than is there")
    void moves() throws Exception {
        String receipt = sent("k1", "local", "20,000", "15 ส.ค. 2562", "อบต.บ่อสวก", "W120").getRedirectedUrl();
        assertThat(sent("k1", "local", "20,000", "15 ส.ค. 2562", "อบต.บ่อสวก", "W120").getRedirectedUrl()).isEqualTo(receipt);
        assertThat(sent("k2", "donations", "350.50", "16 ส.ค. 2562", "ผ้าป่าวัดบ่อสวก", "W110").getStatus()).isEqualTo(302);
        assertThat(bank()).isEqualTo(Baht.of(105_000));
        assertThat(cash()).isEqualTo(new Baht(535_050));
        var figures = books.figures(fund.id(), AUGUST.atDay(20));
        assertThat(figures.money()).containsEntry(Source.LOCAL, Baht.of(20_000)).containsEntry(Source.DONATIONS, new Baht(35_050)).containsEntry(Source.MEMBERS, Baht.of(90_000));
        assertThat(sent("k3", "banked", "5,000", "17 ส.ค. 2562", "", "").getStatus()).isEqualTo(302);
        assertThat(cash()).isEqualTo(new Baht(35_050));
        assertThat(text(sent("k4", "banked", "351", "17 ส.ค. 2562", "", ""))).contains("เงินเหลือ 350.50 บาท");
        assertThat(sent("k5", "drawn", "1,000", "18 ส.ค. 2562", "", "").getStatus()).isEqualTo(302);
        assertThat(cash()).isEqualTo(new Baht(135_050));
        assertThat(bank()).isEqualTo(Baht.of(109_000));
        assertThat(books.figures(fund.id(), AUGUST.atDay(20)).received()).as("moving money is no income").isEqualTo(figures.received());
    }

    @Test
    @DisplayName("is taken back with a reason, its entry with it; what is spent since can't be")
    void withdrawn() throws Exception {
        String receipt = sent("", "codi", "1,000", "15 ส.ค. 2562", "พอช.", "W110").getRedirectedUrl();
        assertThat(text(asked(post(receipt + "/withdrawal").with(csrf()), treasurer))).contains("กรอกเหตุผล");
        assertThat(asked(post(receipt + "/withdrawal").with(csrf()).param("because", "บันทึกผิดกองทุน"), treasurer).getRedirectedUrl()).isEqualTo(receipt);
        assertThat(cash()).isEqualTo(Baht.of(5_000));
        assertThat(asked(post(receipt + "/withdrawal").with(csrf()).param("because", "อีกครั้ง"), treasurer).getStatus()).as("twice").isEqualTo(404);
        String other = sent("", "state", "500", "15 ส.ค. 2562", "พมจ.", "W110").getRedirectedUrl();
        sent("", "banked", "5,400", "16 ส.ค. 2562", "", "");
        assertThat(text(asked(post(other + "/withdrawal").with(csrf()).param("because", "บันทึกผิด"), treasurer))).contains("เงินเหลือ 100.00 บาท");
    }

    @Test
    @DisplayName("is refused field by field, in a closed month too")
    void refused() throws Exception {
        assertThat(text(sent("", "", "", "", "", ""))).contains("เลือกว่ารับเงินจากแหล่งใด", "กรอกจำนวนเงินเป็นบาท", "กรอกวันที่");
        assertThat(text(sent("", "other", "10", "15 ส.ค. 2562", " ", "W110"))).contains("กรอกว่ารับเงินจากใคร");
        assertThat(text(sent("", "members", "10", "15 ส.ค. 2562", "สมาชิก", "W110"))).as("contributions come by rounds").contains("เลือกว่ารับเงินจากแหล่งใด");
        assertThat(text(sent("", "other", "0", "3 ก.ย. 2562", "ร้านค้า", "W110"))).contains("วันที่ต้องไม่เกินวันนี้", "กรอกจำนวนเงินเป็นบาท");
        periods.close(treasurer, FundAccounts.book(fund.id()), AUGUST.minusMonths(1).atEndOfMonth(), "ปิดเดือนกรกฎาคม");
        assertThat(text(sent("", "other", "10", "31 ก.ค. 2562", "ร้านค้า", "W110"))).contains("วันนั้นปิดบัญชีไปแล้ว");
    }

    @Test
    @DisplayName("bears a code by which anybody sees fund, day and amount, and no person; a changed or withdrawn one is told apart")
    void verified() throws Exception {
        int kham = join("นางคำ", SINCE);
        long round = collect(AUGUST, kham);
        String income = sent("", "donations", "500", "16 ส.ค. 2562", "นายใจดี มีศรี", "W110").getRedirectedUrl();
        for (var page : new String[] {path + "/collections/" + round, income}) {
            String address = code(page);
            var told = asked(get(address), null);
            assertThat(told.getStatus()).as(page).isEqualTo(200);
            assertThat(text(told)).contains("ใบรับเงินนี้ออกโดยกองทุนจริง", fund.name(), "สิงหาคม 2562").doesNotContain("นางคำ", "นายใจดี", "กรรมการ");
            for (var forged : new String[] {address.replaceFirst("/\\d+/(?=[^/]+$)", "/" + (round + 1000) + "/"), address.substring(0, address.length() - 1) + (address.endsWith("A") ? "B" : "A"), address.replaceFirst("receipts/\\d+", "receipts/1")})
                assertThat(asked(get(forged), null).getStatus()).as(forged).isEqualTo(404);
        }
        collections.withdraw(treasurer, fund.id(), round, "นับเงินผิด");
        assertThat(text(asked(get(code(path + "/collections/" + round)), null))).contains("ใบรับเงินนี้ถูกยกเลิกแล้ว");
    }

    private String code(String page) throws Exception {
        var found = Pattern.compile("hash\">(http[^<]+/verify/receipts/[^<]+)<").matcher(text(asked(get(page), treasurer)));
        assertThat(found.find()).as(page).isTrue();
        return URI.create(found.group(1)).getPath();
    }

    @Test
    @DisplayName("is the fund's own: another committee finds none, nor does the database give it")
    void others() throws Exception {
        String income = sent("", "local", "500", "16 ส.ค. 2562", "อบต.บ่อสวก", "W110").getRedirectedUrl();
        var other = open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (สอง)");
        var stranger = keeper("treasurer", other);
        for (var page : new String[] {path + "/money", income}) assertThat(asked(get(page), stranger).getStatus()).as(page).isEqualTo(404);
        assertThat(asked(post(path + "/money").with(csrf()).param("word", "local"), stranger).getStatus()).isEqualTo(404);
        String count = "select count(*) from welfare_money where fund_id = " + fund.id();
        assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(new RowScope("unit", unit, Long.toString(fund.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isOne();
    }
}
