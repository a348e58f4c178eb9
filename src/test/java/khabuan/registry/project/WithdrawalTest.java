package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.base.money.MoneyRefusal;
import khabuan.base.money.PayingAccount;
import khabuan.base.money.PayingAccounts;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentBatches;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("A payment that has not left")
class WithdrawalTest extends ProjectStory {

    @Autowired PaymentBatches batches;
    @Autowired PayingAccounts accounts;
    @Autowired Advances advances;
    @Autowired MockMvc mvc;

    private static void refused(Refusal why, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(why));
    }

    @Test
    @DisplayName("is withdrawn with a reason, and its instalment is asked for again; who did it and why is kept")
    void andAskedForAgain() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        ready(project, 1);
        var payment = instalment(project, 1).payment();
        long first = instalment(project, 1).id();
        refused(ProjectRefusal.REASON_MISSING, () -> instalments.withdraw(finance, first, " "));
        instalments.withdraw(finance, first, "บัญชีของสภายังไม่เปิด");
        assertThat(instalment(project, 1).stage()).isEqualTo(Instalment.Stage.PLANNED);
        assertThat(instalments.refused(project.id())).singleElement().satisfies(r -> assertThat(List.of(r.reason(), String.valueOf(r.withdrawn()))).containsExactly("บัญชีของสภายังไม่เปิด", "true"));
        assertThat(jdbc.sql("select withdrawn_by from payment where id = ?").param(payment.id()).query(Long.class).single()).isEqualTo(finance.accountId());
        assertThat(money(project).unpaid()).isEqualTo(Baht.of(180_000));
        ready(project, 1);
        assertThat(instalment(project, 1).payment().id()).isNotEqualTo(payment.id());
        refused(MoneyRefusal.NOT_WAITING, () -> batches.make(finance, "", List.of(payment.id())));
    }

    @Test
    @DisplayName("leaves the batch that it waited in, which goes without it")
    void outOfItsBatch() {
        accounts.set(people.administrator(), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "006", "0670123456"));
        grant(1_000_000);
        var stays = contracted(1, 19_000);
        var leaves = contracted(2, 38_000);
        ready(stays, 1);
        ready(leaves, 1);
        long batch = batches.make(finance, "", List.of(instalment(stays, 1).payment().id(), instalment(leaves, 1).payment().id()));
        instalments.withdraw(finance, instalment(leaves, 1).id(), "เอกสารไม่ตรง");
        batches.release(people.person("siriporn", "ศิริพร วงศ์ทอง", Role.FINANCE_OFFICER, "country", ""), batch);
        assertThat(batches.payments(batch)).extracting(Payment::subjectId).containsExactly(stays.id());
        assertThat(money(leaves).paid().isZero()).isTrue();
    }

    @Test
    @DisplayName("is not withdrawn once it left, neither on the page nor in the database: the page says to wait for the bank, or to enter a return")
    void left() throws Exception {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        ready(project, 1);
        issue(project, 1);
        var answer = mvc.perform(post("/instalments/" + instalment(project, 1).id() + "/withdrawal").with(csrf()).with(SignIn.as(finance)).param("withdraw-reason", "จ่ายผิด")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("เงินก้อนนี้ส่งธนาคารแล้วเมื่อ", "จึงถอนไม่ได้ รอผลจากธนาคาร ถ้าจ่ายสำเร็จแล้วให้ผู้รับคืนเงิน แล้วบันทึกคืนงบ");
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update payment set withdrawn_on = issued_on, withdrawal = 'x' where id = ?").param(instalment(project, 1).payment().id()).update()))
                .hasMessageContaining("withdrawn_before_it_left");
    }

    @Test
    @DisplayName("of a project that is cancelled is withdrawn with it; a project is closed only when nothing is on its way")
    void ofAProjectThatEnds() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        ready(project, 1);
        var payment = instalment(project, 1).payment();
        refused(ProjectRefusal.PAYMENT_UNDERWAY, () -> endings.close(officer, project.id()));
        endings.cancel(officer, project.id(), "ชุมชนถอนตัว");
        assertThat(payments.find(payment.id()).orElseThrow().state()).isEqualTo(Payment.State.WITHDRAWN);
        assertThat(instalments.of(project.id())).allMatch(i -> i.stage() == Instalment.Stage.CANCELLED);
        assertThat(standing().free()).isEqualTo(Baht.of(1_000_000));
    }

    @Test
    @DisplayName("came back from the bank to a project that was cancelled meanwhile: it is not paid again, and withdrawn its money goes back to the frame")
    void cameBackTooLate() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        ready(project, 1);
        issue(project, 1);
        endings.cancel(officer, project.id(), "ชุมชนถอนตัว");
        cast.change(() -> payments.fail(instalment(project, 1).payment().id(), TODAY, "AC04"));
        refused(ProjectRefusal.WRONG_STATE, () -> instalments.payAgain(finance, instalment(project, 1).id()));
        assertThat(standing().free()).isEqualTo(Baht.of(1_000_000 - instalment(project, 1).amount().satang() / 100));
        instalments.withdraw(finance, instalment(project, 1).id(), "โครงการยกเลิกแล้ว");
        assertThat(standing().free()).isEqualTo(Baht.of(1_000_000));
        assertThat(instalment(project, 1).stage()).isEqualTo(Instalment.Stage.CANCELLED);
    }

    @Test
    @DisplayName("of an advance: its money goes back to the frame, and it is not open any more; once it left it is owed and not withdrawn")
    void ofAnAdvance() {
        grant(1_000_000);
        var said = new Advances.Draft(standing().frame().id(), "", "สมศรี เดินดง", "ประชุม", Baht.of(5_000), TODAY, "006", "0123456789");
        long taken = advances.ask(officer, "", said), not = advances.ask(officer, "", said);
        List.of(taken, not).forEach(id -> advances.approve(finance, id, 1));
        assertThat(standing().free()).isEqualTo(Baht.of(990_000));
        advances.withdraw(finance, not, "เลื่อนประชุม");
        assertThat(standing().free()).isEqualTo(Baht.of(995_000));
        assertThat(advances.at(finance, not).state()).isEqualTo(Advance.State.WITHDRAWN);
        cast.change(() -> {
            long batch = jdbc.sql("insert into payment_batch (message_id, made_on) values (?, ?) returning id").params("WITH" + System.nanoTime(), TODAY).query(Long.class).single();
            payments.issue(batch, List.of(advances.at(finance, taken).payment().id()), TODAY);
        });
        refused(MoneyRefusal.LEFT_ALREADY, () -> advances.withdraw(finance, taken, "เลื่อนประชุม"));
        assertThat(advances.at(finance, taken).state()).isEqualTo(Advance.State.LENT);
    }
}
