package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.money.Answer;
import khabuan.base.money.Answers;
import khabuan.base.money.PaymentBatches;
import khabuan.base.money.MoneyRefusal;
import khabuan.base.money.PayingAccount;
import khabuan.base.money.PayingAccounts;
import khabuan.base.money.Payment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.xml.sax.SAXException;

@DisplayName("A batch of payments")
class PaymentBatchTest extends ProjectStory {

    @Autowired PaymentBatches batches;
    @Autowired Answers answers;
    @Autowired PayingAccounts accounts;
    @Autowired MockMvc mvc;
    private Actor releaser;
    private Project house;
    private Project bridge;

    @BeforeEach
    void twoPaymentsWait() {
        releaser = people.person("siriporn", "ศิริพร วงศ์ทอง", Role.FINANCE_OFFICER, "country", "");
        accounts.set(people.administrator(), new PayingAccount("state", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)", "006", "0670123456"));
        grant(1_000_000);
        house = contracted(1, 19_000);
        bridge = contracted(2, 38_000);
        ready(house, 1);
        ready(bridge, 1);
    }

    private List<Payment> waiting() {
        return List.of(instalment(house, 1).payment(), instalment(bridge, 1).payment());
    }

    private PaymentBatches.Batch made() {
        return batches.at(batches.make(finance, "", waiting().stream().map(Payment::id).toList()));
    }

    private PaymentBatches.Batch released() {
        var batch = made();
        batches.release(releaser, batch.id());
        return batches.at(batch.id());
    }

    private byte[] file(PaymentBatches.Batch batch) throws IOException {
        return Files.readAllBytes(batches.path(batch));
    }

    private static void validate(String schema, byte[] xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(PaymentBatchTest.class.getResource("/khabuan/base/money/" + schema)).newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    private static void refused(MoneyRefusal why, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(why));
    }

    @Test
    @DisplayName("goes to the bank as a file that the schema of ISO 20022 takes, with the exact sum, and reads the same ever after")
    void file() throws Exception {
        var batch = released();
        byte[] xml = file(batch);
        validate("pain.001.001.09.xsd", xml);
        var text = new String(xml, StandardCharsets.UTF_8);
        assertThat(text).contains("<MsgId>" + batch.messageId() + "</MsgId>", "<NbOfTxs>2</NbOfTxs>", "<CtrlSum>" + batch.sum().amount().toPlainString() + "</CtrlSum>", "<Cd>THCBC</Cd>", "<MmbId>034</MmbId>", "<Id>0670123456</Id>", "สภาองค์กรชุมชนตำบลบ้านนา");
        waiting().forEach(p -> assertThat(text).containsOnlyOnce("<EndToEndId>" + p.endToEndId() + "</EndToEndId>"));
        refused(MoneyRefusal.ALREADY_RELEASED, () -> batches.release(releaser, batch.id()));
        assertThat(file(batches.at(batch.id()))).isEqualTo(xml);
        assertThat(waiting()).allMatch(p -> p.state() == Payment.State.ISSUED && p.batch() == batch.id());
    }

    @Test
    @DisplayName("is made by one person and released by another, on the page and in the database")
    void twoPeople() {
        var batch = made();
        refused(MoneyRefusal.OWN_BATCH, () -> batches.release(finance, batch.id()));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update payment_batch set released_on = made_on, released_by = made_by where id = ?").param(batch.id()).update())).hasMessageContaining("releaser_is_not_maker");
        assertThat(waiting()).allMatch(p -> p.state() == Payment.State.WAITING);
    }

    @Test
    @DisplayName("takes a payment once: what is in a batch is not gathered again, and waits again when the batch is dissolved")
    void once() {
        var batch = made();
        var chosen = waiting().stream().map(Payment::id).toList();
        refused(MoneyRefusal.NOT_WAITING, () -> batches.make(finance, "", chosen));
        batches.dissolve(finance, batch.id());
        assertThat(batches.make(finance, "form-" + batch.id(), chosen)).isEqualTo(batches.make(finance, "form-" + batch.id(), chosen));
    }

    @Test
    @DisplayName("is released once, though ten ask at the same moment: every payment has one entry")
    void concurrent() throws Exception {
        var batch = made();
        Callable<Boolean> release = () -> {
            try {
                batches.release(releaser, batch.id());
                return true;
            } catch (Refusal.Thrown e) {
                return false;
            }
        };
        int released = 0;
        try (var people = Executors.newFixedThreadPool(10)) {
            for (var answer : people.invokeAll(java.util.Collections.nCopies(10, release))) released += answer.get() ? 1 : 0;
        }
        assertThat(released).isOne();
        waiting().forEach(p -> assertThat(jdbc.sql("select count(*) from journal_entry where act = 'payment.issue' and subject_id = ?").param(p.subjectId()).query(Long.class).single()).isOne());
    }

    @Test
    @DisplayName("stands whole or not at all: when one payment can't go, no entry and no file is left")
    void whole() {
        var batch = made();
        cast.change(() -> jdbc.sql("update payment set payee_id = null where id = ?").param(waiting().getLast().id()).update());
        refused(MoneyRefusal.PAYEE_MISSING, () -> batches.release(releaser, batch.id()));
        assertThat(batches.at(batch.id()).isReleased()).isFalse();
        assertThat(waiting()).allMatch(p -> p.state() == Payment.State.WAITING && p.entry() == null);
        assertThat(money(house).paid().isZero()).isTrue();
    }

    private byte[] answer(PaymentBatches.Batch batch, String... statuses) throws Exception {
        byte[] xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                  <GrpHdr><MsgId>KTB-%s-%d</MsgId><CreDtTm>2019-09-02T18:00:00</CreDtTm></GrpHdr>
                  <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                  <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s-1</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>""".formatted(batch.id(), System.nanoTime() % 1_000_000, batch.messageId(), batch.messageId(), String.join("", statuses)).getBytes(StandardCharsets.UTF_8);
        validate("pain.002.001.10.xsd", xml);
        return xml;
    }

    private static String paid(String id) {
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>".formatted(id);
    }

    private static String refusal(String id, String code) {
        return "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>%s</Cd></Rsn><AddtlInf>ปิดบัญชีเมื่อ พ.ค. 62</AddtlInf></StsRsnInf></TxInfAndSts>".formatted(id, code);
    }

    private long read(byte[] xml) {
        return answers.read(finance, new ByteArrayInputStream(xml));
    }

    @Test
    @DisplayName("hears from the bank: what was paid is settled, what was refused comes back to work with the reason, and the same file twice changes nothing")
    void answered() throws Exception {
        var batch = released();
        var approved = money(bridge).approved();
        byte[] xml = answer(batch, paid(waiting().getFirst().endToEndId()), refusal(waiting().getLast().endToEndId(), "AC04"));
        long answer = read(xml);
        assertThat(waiting()).allMatch(p -> p.state() == Payment.State.ISSUED);
        answers.apply(finance, answer);
        assertThat(instalment(house, 1).stage()).isEqualTo(Instalment.Stage.PAID);
        assertThat(instalment(bridge, 1).stage()).isEqualTo(Instalment.Stage.FAILED);
        assertThat(waiting().getLast().failure()).isEqualTo("AC04 ปิดบัญชีเมื่อ พ.ค. 62");
        assertThat(money(bridge).paid().isZero()).isTrue();
        assertThat(money(bridge).approved()).isEqualTo(approved);
        long entries = entries();
        assertThat(read(xml)).isEqualTo(answer);
        answers.apply(finance, answer);
        assertThat(entries()).isEqualTo(entries);
        instalments.payAgain(finance, instalment(bridge, 1).id());
        assertThat(instalment(bridge, 1).stage()).isEqualTo(Instalment.Stage.APPROVED);
    }

    private long entries() {
        return jdbc.sql("select count(*) from journal_entry where subject_id in (?, ?)").params(house.id(), bridge.id()).query(Long.class).single();
    }

    @Test
    @DisplayName("writes nothing of an answer that names a payment which is not there, or another amount, and says which")
    void faultyAnswer() throws Exception {
        var batch = released();
        var first = waiting().getFirst();
        long strange = read(answer(batch, paid(first.endToEndId()), paid("KHB999999999")));
        assertThat(answers.at(strange).faults()).singleElement().satisfies(f -> assertThat(f.values()).containsExactly("KHB999999999"));
        refused(MoneyRefusal.ANSWER_FAULTY, () -> answers.apply(finance, strange));
        long other = read(answer(batch, paid(first.endToEndId()).replace("</TxInfAndSts>", "<OrgnlTxRef><Amt><InstdAmt Ccy=\"THB\">1.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>")));
        assertThat(answers.at(other).faults()).singleElement().satisfies(f -> assertThat(f.key()).endsWith("amount"));
        assertThat(waiting()).allMatch(p -> p.state() == Payment.State.ISSUED);
    }

    @Test
    @DisplayName("takes what is said of all its payments at once, and leaves those alone that are only under way")
    void ofAll() throws Exception {
        var batch = released();
        long underway = read(answer(batch, "<PmtInfSts>ACSP</PmtInfSts>"));
        assertThat(answers.at(underway).of(Answer.Verdict.UNDERWAY)).hasSize(2);
        assertThat(answers.at(underway).mayBeApplied()).isFalse();
        answers.apply(finance, read(answer(batch, "<PmtInfSts>ACSC</PmtInfSts>")));
        assertThat(waiting()).allMatch(p -> p.state() == Payment.State.SETTLED);
    }

    @Test
    @DisplayName("shows the numbers of accounts masked; who may pay reads them in full, and the log tells so")
    void masked() throws Exception {
        var path = "/payments/batches/" + released().id();
        assertThat(page(people.auditor(), path)).contains("••••••6789").doesNotContain("0123456789");
        assertThat(page(people.auditor(), path + "?numbers=shown")).doesNotContain("0123456789");
        mvc.perform(get(path + ".xml").with(SignIn.as(people.auditor()))).andExpect(status().isForbidden());
        long before = readings();
        assertThat(page(releaser, path + "?numbers=shown")).contains("0123456789");
        mvc.perform(get(path + ".xml").with(SignIn.as(releaser))).andExpect(status().isOk());
        assertThat(readings()).isEqualTo(before + 2);
        mvc.perform(get("/payments").with(SignIn.as(people.officerOfTheNortheast()))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("prints as a summary to be signed, which who reads the books may have")
    void summary() throws Exception {
        var answer = mvc.perform(get("/payments/batches/" + made().id() + ".pdf").with(SignIn.as(people.auditor()))).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(new String(answer.getContentAsByteArray(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    private String page(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(actor))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private long readings() {
        return jdbc.sql("select count(*) from log.entry where act in ('payment.numbers', 'payment.file') and subject_kind = 'payment-batch'").query(Long.class).single();
    }

    @Test
    @DisplayName("reads no file with a document type, nor anything else than an answer")
    void hostile() {
        var bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">&a;</Document>";
        for (var text : List.of(bomb, "<Document/>", "not xml", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"/>"))
            refused(MoneyRefusal.NOT_AN_ANSWER, () -> read(text.getBytes(StandardCharsets.UTF_8)));
    }
}
