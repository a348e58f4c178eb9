package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.base.money.BankReceipt;
import khabuan.base.money.LedgerAccount;
import khabuan.base.money.MoneyRefusal;
import khabuan.base.money.Receipts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("Money that came to the bank")
class ReceiptTest extends ProjectStory {

    private static final LocalDate AUGUST = LocalDate.of(2019, 8, 26);
    @Autowired Receipts receipts;
    @Autowired MockMvc mvc;
    private Project house;

    @BeforeEach
    void aProjectThatWasPaid() {
        grant(1_000_000);
        house = contracted(1, 19_000);
        ready(house, 1);
        pay(house);
    }

    private void pay(Project project) {
        issue(project, 1);
        cast.change(() -> payments.settle(java.util.List.of(instalment(project, 1).payment().id()), TODAY));
    }

    private BankReceipt received(Baht amount, String payer, String reference) {
        return receipts.at(receipts.enter(finance, "", new Receipts.Draft("state", AUGUST, amount, payer, reference)));
    }

    private Baht suspense(BankReceipt receipt) {
        return ledger.balance(LedgerAccount.of(Programme.BOOK, "2900", "state").record(receipt.id()), TODAY);
    }

    private Baht bank() {
        return ledger.balance(LedgerAccount.of(Programme.BOOK, "1100", "state"), TODAY);
    }

    @Test
    @DisplayName("stands in suspense until it is known what it is; then it is the project's return, free in the frame, and the bank has it once")
    void identified() {
        var before = bank();
        var free = standing().free();
        var receipt = received(Baht.of(1_000), "สภาองค์กรชุมชนตำบลบ้านนา", "คืนเงิน " + house.code());
        assertThat(suspense(receipt)).isEqualTo(Baht.of(-1_000));
        receipts.identify(finance, receipt.id(), "project.return", house.id(), "ตรงกับใบนำฝาก");
        assertThat(suspense(receipt)).isEqualTo(Baht.ZERO);
        assertThat(bank()).isEqualTo(before.plus(Baht.of(1_000)));
        assertThat(money(house).returned()).isEqualTo(Baht.of(1_000));
        assertThat(standing().free()).isEqualTo(free.plus(Baht.of(1_000)));
        refused(MoneyRefusal.KNOWN_ALREADY, () -> receipts.identify(finance, receipt.id(), "project.return", house.id(), "อีกครั้ง"));
    }

    @Test
    @DisplayName("is known by the code of a project too, when nothing on it tells; a code that nothing has finds nothing")
    void named() throws Exception {
        var receipt = received(Baht.of(700), "", "ฝากเงินสด");
        String page = mvc.perform(get("/receipts/" + receipt.id() + "?code=" + house.code()).with(SignIn.as(finance))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("value=\"project.return:" + house.id() + "\"", "ระบุด้วยรหัส");
        assertThat(mvc.perform(get("/receipts/" + receipt.id() + "?code=99-999999").with(SignIn.as(finance))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).contains("ไม่พบโครงการหรือเงินยืมรหัส 99-999999");
        receipts.identify(finance, receipt.id(), "project.return", house.id(), "เจ้าหน้าที่โครงการแจ้ง");
        assertThat(money(house).returned()).isEqualTo(Baht.of(700));
    }

    private static void refused(Refusal why, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(why));
    }

    @Test
    @DisplayName("is thought to be of the project whose code, account or amount it names, and of none that has not as much")
    void suggested() {
        var named = receipts.suggestions(received(Baht.of(1_000), "สภาองค์กรชุมชน ตำบลบ้านนา", "RET " + house.code().toLowerCase())).getFirst().match();
        assertThat(named.record()).isEqualTo(house.id());
        assertThat(named.because()).containsExactly("reference", "payer");
        assertThat(receipts.suggestions(received(money(house).kept(), "", house.code())).getFirst().match().because()).contains("reference", "all-of-it");
        assertThat(receipts.suggestions(received(Baht.of(900_000_000), "สภาองค์กรชุมชนตำบลบ้านนา", house.code()))).isEmpty();
    }

    @Test
    @DisplayName("stays in suspense when the room refuses it: nothing of it is written")
    void refusedByTheRoom() {
        var receipt = received(Baht.of(500_000), "ไม่ทราบชื่อ", "โอนผิด");
        refused(ProjectRefusal.RETURN_EXCEEDS_PAID, () -> receipts.identify(finance, receipt.id(), "project.return", house.id(), "ลองดู"));
        assertThat(suspense(receipt)).isEqualTo(Baht.of(-500_000));
        assertThat(receipts.at(receipt.id()).isKnown()).isFalse();
        assertThat(receipt.age(TODAY)).isEqualTo(7);
        assertThat(receipts.suggestions(receipt)).noneMatch(s -> s.match().strength() == 0);
    }
}
