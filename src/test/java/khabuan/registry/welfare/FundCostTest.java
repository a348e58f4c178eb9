package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.money.Periods;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

@World
@DisplayName("Operating costs of a fund")
class FundCostTest extends FundHouse {

    private static final List<String> ALL = List.of("W110", "W120", "W406", "W464", "W465", "W466", "W467", "W475", "W560", "W590");
    @Autowired Periods periods;
    @Autowired Ledger ledger;
    @Autowired FundReport report;
    @Autowired FundCosts costs;

    private MockHttpServletResponse sent(String key, String day, String payee, String purpose, String amount, String place, boolean paper) throws Exception {
        var request = multipart(path + "/costs");
        if (paper) request.file(new MockMultipartFile("file", "ใบเสร็จ.pdf", "application/pdf", Paper.pdf("ใบเสร็จค่าเครื่องเขียน " + fund.id())));
        return asked(request.with(csrf()).param("key", key).param("day", day).param("payee", payee).param("purpose", purpose).param("amount", amount).param("place", place), treasurer);
    }

    private String entered(String amount, String place) throws Exception {
        return sent("", "20 ส.ค. 2562", "ร้านเจริญพาณิชย์", "ค่าเครื่องเขียน", amount, place, true).getRedirectedUrl();
    }

    private MockHttpServletResponse step(String cost, String step, String because, Actor actor) throws Exception {
        return asked(post(cost + step).with(csrf()).param("because", because), actor);
    }

    private Baht standing(String code) {
        return books.standing(fund.id(), code);
    }

    private Baht trial() {
        return ledger.standing(FundAccounts.book(fund.id()), ALL, 0, Ledger.EVER).stream().map(Ledger.Standing::amount).reduce(Baht.ZERO, Baht::plus);
    }

    @Test
    @DisplayName("leave when another than entered them approves; they stand in cash book, report, trial balance and audit, and the statement tells what it told before")
    void paid() throws Exception {
        var figures = books.figures(fund.id(), AUGUST.atEndOfMonth());
        String cost = sent("cost" + fund.id(), "20 ส.ค. 2562", "ร้านเจริญพาณิชย์", "ค่าเครื่องเขียน", "1,250.50", "W110", true).getRedirectedUrl();
        assertThat(sent("cost" + fund.id(), "20 ส.ค. 2562", "ร้านเจริญพาณิชย์", "ค่าเครื่องเขียน", "1,250.50", "W110", true).getRedirectedUrl()).as("sent twice").isEqualTo(cost);
        assertThat(standing("W110")).as("nothing leaves before it is approved").isEqualTo(Baht.of(5_000));
        assertThat(text(asked(get(path), chair))).contains("ค่าใช้จ่ายรออนุมัติ 1 รายการ");
        assertThat(text(asked(get(cost), treasurer))).contains("ต้องให้กรรมการอีกคนอนุมัติ");
        assertThat(text(step(cost, "/approval", "", treasurer))).contains("คุณเป็นผู้บันทึกรายการนี้");
        var paper = asked(get(cost + "/paper"), chair);
        assertThat(paper.getContentAsByteArray()).isEqualTo(Paper.pdf("ใบเสร็จค่าเครื่องเขียน " + fund.id()));
        assertThat(step(cost, "/approval", "", chair).getRedirectedUrl()).isEqualTo(cost);
        assertThat(text(step(cost, "/approval", "", chair))).as("twice").contains("รายการนี้");
        assertThat(standing("W110")).isEqualTo(new Baht(374_950));
        assertThat(standing("W590")).isEqualTo(new Baht(125_050));
        assertThat(trial()).isEqualTo(Baht.ZERO);
        assertThat(books.figures(fund.id(), AUGUST.atEndOfMonth())).as("V2 knows no operating costs").isEqualTo(figures);
        var told = report.of(fund, AUGUST.atDay(1), AUGUST.atEndOfMonth());
        assertThat(told.costs()).isEqualTo(new Baht(125_050));
        assertThat(told.before().sum().plus(told.receivedSum()).minus(told.paidSum())).isEqualTo(told.after().sum());
        assertThat(text(asked(get(path + "/report").param("month", "2562-08"), chair))).contains("ค่าใช้จ่ายดำเนินงานกองทุน", "1,250.50");
        assertThat(text(asked(get(path + "/audit").param("from", "1 ส.ค. 2562").param("until", "31 ส.ค. 2562"), chair))).contains("อนุมัติค่าใช้จ่ายกองทุน", "ค่าเครื่องเขียน", cost);
    }

    @Test
    @DisplayName("come back with a reason, or are refused with one before they leave")
    void takenBack() throws Exception {
        String cost = entered("500", "W120");
        step(cost, "/approval", "", chair);
        assertThat(standing("W120")).isEqualTo(Baht.of(84_500));
        assertThat(text(step(cost, "/withdrawal", " ", treasurer))).contains("กรอกเหตุผล");
        assertThat(step(cost, "/withdrawal", "ร้านคืนเงิน", treasurer).getRedirectedUrl()).isEqualTo(cost);
        assertThat(standing("W120")).isEqualTo(Baht.of(85_000));
        assertThat(standing("W590")).isEqualTo(Baht.ZERO);
        assertThat(text(asked(get(cost), treasurer))).contains("ร้านคืนเงิน", "ยกเลิกแล้ว");
        assertThat(step(cost, "/withdrawal", "อีกครั้ง", treasurer).getStatus()).isEqualTo(422);
        String other = entered("300", "W110");
        assertThat(step(other, "/refusal", "ไม่ใช่ค่าใช้จ่ายของกองทุน", chair).getRedirectedUrl()).isEqualTo(other);
        assertThat(step(other, "/approval", "", chair).getStatus()).isEqualTo(422);
        assertThat(standing("W110")).isEqualTo(Baht.of(5_000));
    }

    @Test
    @DisplayName("are refused field by field: without a paper, over what is there, of a day to come, in a closed month; and when the month was closed or the cash spent before they were approved")
    void refused() throws Exception {
        assertThat(text(sent("", "", "", "", "", "", false))).contains("กรอกวันที่", "กรอกว่าจ่ายให้ใคร", "กรอกว่าเป็นค่าอะไร", "กรอกจำนวนเงินเป็นบาท", "แนบใบเสร็จ");
        assertThat(text(sent("", "3 ก.ย. 2562", "ร้านค้า", "ค่าน้ำ", "5,001", "W110", true))).contains("วันที่ต้องไม่เกินวันนี้", "เงินเหลือ 5,000.00 บาท");
        String july = sent("", "20 ก.ค. 2562", "ร้านค้า", "ค่าน้ำ", "100", "W110", true).getRedirectedUrl(), first = entered("3,000", "W110"), second = entered("3,000", "W110");
        periods.close(treasurer, FundAccounts.book(fund.id()), AUGUST.minusMonths(1).atEndOfMonth(), "ปิดเดือนกรกฎาคม");
        assertThat(text(sent("", "31 ก.ค. 2562", "ร้านค้า", "ค่าน้ำ", "10", "W110", true))).contains("วันนั้นปิดบัญชีไปแล้ว");
        assertThat(text(step(july, "/approval", "", chair))).contains("วันนั้นปิดบัญชีไปแล้ว");
        assertThat(step(first, "/approval", "", chair).getStatus()).isEqualTo(302);
        assertThat(text(step(second, "/approval", "", chair))).contains("เงินเหลือ 2,000.00 บาท");
        assertThat(standing("W110")).isEqualTo(Baht.of(2_000));
    }

    @Test
    @DisplayName("are the fund's own: another committee finds none, nor does the database give it; nor does it take one that its own asker approves")
    void others() throws Exception {
        String cost = entered("100", "W110");
        var other = open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (หก)");
        var stranger = keeper("treasurer", other);
        for (var page : new String[] {path + "/costs", cost, cost + "/paper"}) assertThat(asked(get(page), stranger).getStatus()).as(page).isEqualTo(404);
        for (var step : new String[] {"/approval", "/refusal", "/withdrawal"}) assertThat(step(cost, step, "ลอง", stranger).getStatus()).as(step).isEqualTo(404);
        assertThat(asked(get(path + "/costs"), Cast.recorderOfNan()).getStatus()).isEqualTo(403);
        String count = "select count(*) from welfare_cost where fund_id = " + fund.id();
        assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(new RowScope("unit", unit, Long.toString(fund.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isOne();
        var made = costs.of(fund.id()).getFirst();
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(() -> costs.approve(treasurer, fund.id(), made.id())).satisfies(t -> assertThat(t.refusal()).isEqualTo(WelfareRefusal.OWN_COST));
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> cast.change(() -> jdbc.sql("update welfare_cost set approved_by = asked_by, approved_name = 'x', approved_on = '2019-08-20', entry_id = (select max(id) from journal_entry) where id = ?").param(made.id()).update()))
                .withMessageContaining("approver_is_not_asker");
    }
}
