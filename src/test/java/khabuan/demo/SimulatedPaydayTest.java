package khabuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.money.Answers;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentBatches;
import khabuan.base.money.PaymentBatches.Batch;
import khabuan.base.money.Receipts;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DemoWorld
@DisplayName("Payments of the demonstration")
class SimulatedPaydayTest {

    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired PaymentBatches batches;
    @Autowired Answers answers;
    @Autowired Receipts receipts;
    @Autowired MockMvc mvc;

    private Actor person(String name) {
        return accounts.find(name).orElseThrow().actor("127.0.0.1");
    }

    private long count(String sql) {
        return jdbc.sql("select count(*) from " + sql).query(Long.class).single();
    }

    @Test
    @DisplayName("wait at each step, by the hands of persons who sign in, none of whom did two steps of one request")
    void waiting() {
        String requests = "payment_request r where r.requested_by is not null and ";
        assertThat(count(requests + "r.checked_on is null")).isPositive();
        assertThat(count(requests + "r.checked_on is not null and r.approved_on is null")).isPositive();
        assertThat(count(requests + "r.approved_on is not null")).isGreaterThanOrEqualTo(20);
        assertThat(count(requests + "(r.requested_by = r.checked_by or r.approved_by in (r.requested_by, r.checked_by) or r.checked_on is not null and r.checked_by is null)")).isZero();
        assertThat(count("payment_request r join account a on a.id = r.requested_by join instalment i on i.id = r.instalment_id join project p on p.id = i.project_id where a.name = 'recorder' and p.unit_code not like '40%'")).isZero();
    }

    @Test
    @DisplayName("were released by another person than who made the batch, and the bank answered: one came back and asks for work")
    void answered() {
        long id = jdbc.sql("select b.id from payment_batch b join payment_answer a on a.batch_id = b.id where a.applied_on is not null order by b.id limit 1").query(Long.class).single();
        var batch = batches.at(id);
        assertThat(batch.maker()).isNotEqualTo(batch.releaser());
        assertThat(batch.hasFile()).isTrue();
        assertThat(batches.payments(id)).filteredOn(p -> p.state() == Payment.State.FAILED).singleElement().satisfies(p -> assertThat(p.failure()).startsWith("AC04"));
        assertThat(batches.payments(id)).filteredOn(p -> p.state() == Payment.State.SETTLED).hasSize(4);
    }

    @Test
    @DisplayName("that are released in it are answered by a bank of its own, in a file that the schema takes and the house reads")
    void bank() throws Exception {
        var batch = released();
        String path = "/demonstration/answers/" + batch.id() + ".xml";
        mvc.perform(get(path).with(SignIn.as(person("auditor")))).andExpect(status().isForbidden());
        byte[] xml = mvc.perform(get(path).with(SignIn.as(person("finance")))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(getClass().getResource("/khabuan/base/money/pain.002.001.10.xsd")).newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
        answers.apply(person("finance"), answers.read(person("finance"), new ByteArrayInputStream(xml)));
        assertThat(batches.at(batch.id())).satisfies(b -> assertThat(b.settled()).isEqualTo(1), b -> assertThat(b.failed()).isEqualTo(1));
        mvc.perform(get(path).with(SignIn.as(person("finance")))).andExpect(status().isNotFound());
    }

    /** Two of those that wait, released. */
    private Batch released() {
        var two = jdbc.sql("select id from payment where batch_id is null and issued_on is null order by id limit 2").query(Long.class).list();
        long id = batches.make(person("finance"), "", two);
        batches.release(person("finance-2"), id);
        return batches.at(id);
    }

    @Test
    @DisplayName("have their counterpart: money that came in and is not known, some of it with a suggestion")
    void suspense() {
        var unknown = jdbc.sql("select id from bank_receipt where known_on is null").query(Long.class).list().stream().map(receipts::at).toList();
        assertThat(unknown).hasSizeGreaterThanOrEqualTo(4);
        assertThat(unknown.stream().filter(r -> r.reference().startsWith("คืนเงินเหลือจ่าย")).findFirst().orElseThrow()).satisfies(r -> assertThat(receipts.suggestions(r).getFirst().match().because()).contains("reference", "payer"));
        assertThat(unknown.stream().filter(r -> r.reference().equals("โอนผิดบัญชี")).findFirst().orElseThrow()).satisfies(r -> assertThat(receipts.suggestions(r)).isEmpty());
        assertThat(count("bank_receipt where known_as = 'project.return'")).isPositive();
    }
}
