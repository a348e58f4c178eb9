package khabuan.base.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of the bank (pain.002): a file is read and kept, looked at, and then written: all that it says, or nothing when any of it can't be. */
@Component
public class Answers {

    /** Money has moved. Other words of agreement say that it will. */
    private static final Set<String> DONE = Set.of("ACSC", "ACCC");
    private static final Set<String> REFUSED = Set.of("RJCT", "CANC");
    private final JdbcClient jdbc;
    private final Changes changes;
    private final PaymentBatches batches;
    private final Payments payments;
    private final Vault vault;
    private final Clock clock;

    Answers(JdbcClient jdbc, Changes changes, PaymentBatches batches, Payments payments, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.batches = batches;
        this.payments = payments;
        this.vault = vault;
        this.clock = clock;
    }

    /** Reads a file and keeps it; nothing that it says is written yet. The same file again is the same answer.
     *  @return its number
     *  @throws khabuan.base.access.Refusal.Thrown when it isn't an answer of a bank */
    public long read(Actor actor, InputStream content) {
        byte[] xml = bytes(content);
        var report = parsed(xml);
        String sha256 = Vault.sha256(xml);
        var before = jdbc.sql("select id from payment_answer where file_sha256 = ?").param(sha256).query(Long.class).optional();
        return before.orElseGet(() -> changes.make(actor.author(), "payment.answer.read", "", () -> {
            vault.keepMade(xml, report.messageId() + ".xml", "application/xml");
            return jdbc.sql("insert into payment_answer (file_sha256, message_id, batch_id, read_on, read_by) values (?, ?, ?, ?, ?) on conflict (file_sha256) do update set message_id = excluded.message_id returning id")
                    .params(sha256, report.messageId(), batches.named(report.originalMessageId()).map(PaymentBatches.Batch::id).orElse(null), ThaiDate.today(clock), actor.accountId()).query(Long.class).single();
        }));
    }

    private static byte[] bytes(InputStream content) {
        try {
            byte[] xml = content.readNBytes((int) Vault.LIMIT);
            if (xml.length == 0) throw MoneyRefusal.FILE_MISSING.at("file");
            return xml;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatusReport parsed(byte[] xml) {
        try {
            return StatusReport.read(xml);
        } catch (StatusReport.Unreadable e) {
            throw MoneyRefusal.NOT_AN_ANSWER.at("file", e.getMessage());
        }
    }

    /** Writes what an answer says: settled payments are settled, refused ones fail and come back to work. Doing it again changes nothing.
     *  @throws khabuan.base.access.Refusal.Thrown when any of it can't be written; then nothing is */
    public void apply(Actor actor, long id) {
        changes.make(actor.author(), "payment.answer.apply", "", () -> {
            jdbc.sql("select id from payment_answer where id = ? for update").param(id).query().listOfRows();
            var answer = at(id);
            if (answer.appliedOn() != null) return;
            if (!answer.faults().isEmpty()) throw MoneyRefusal.ANSWER_FAULTY.with();
            payments.settle(answer.of(Answer.Verdict.SETTLED).stream().map(s -> s.payment().id()).toList(), answer.day());
            answer.of(Answer.Verdict.REFUSED).forEach(s -> payments.fail(s.payment().id(), answer.day(), s.why()));
            jdbc.sql("update payment_answer set applied_on = ?, applied_by = ? where id = ?").params(ThaiDate.today(clock), actor.accountId(), id).update();
        });
    }

    /** An answer in a list. @param batch 0 when it names none of ours @param appliedOn null until it was written */
    public record Heading(long id, String messageId, long batch, String batchMessageId, LocalDate readOn, LocalDate appliedOn) {}

    /** The latest answers first. @param batch 0 for all */
    List<Heading> list(long batch, int most) {
        return jdbc.sql("select a.id, a.message_id, coalesce(a.batch_id, 0) as batch, coalesce(b.message_id, '') as batch_message_id, a.read_on, a.applied_on from payment_answer a left join payment_batch b on b.id = a.batch_id where :batch in (0, a.batch_id) order by a.id desc limit :most")
                .param("batch", batch).param("most", most).query(Heading.class).list();
    }

    /** An answer as it stands against the payments now.
     *  @throws OutOfReach when there is none */
    public Answer at(long id) {
        var row = jdbc.sql("select file_sha256, read_on, applied_on from payment_answer where id = ?").param(id).query().listOfRows().stream().findFirst().orElseThrow(() -> new OutOfReach("answer " + id));
        var readOn = ((java.sql.Date) row.get("read_on")).toLocalDate();
        var appliedOn = row.get("applied_on") == null ? null : ((java.sql.Date) row.get("applied_on")).toLocalDate();
        var report = parsed(kept((String) row.get("file_sha256")));
        var batch = batches.named(report.originalMessageId()).orElse(null);
        if (batch == null) return new Answer(id, report.messageId(), readOn, readOn, appliedOn, null, List.of(), List.of(new Answer.Fault("money.answer.fault.batch", List.of(report.originalMessageId()))));
        boolean sound = report.day() != null && !report.day().isBefore(batch.releasedOn()) && !report.day().isAfter(readOn);
        var held = new Held(report, batch, batches.payments(batch.id()));
        return new Answer(id, report.messageId(), sound ? report.day() : readOn, readOn, appliedOn, batch, held.said(), held.faults);
    }

    private byte[] kept(String sha256) {
        try {
            return Files.readAllBytes(vault.path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report held against the payments of its batch. */
    private final class Held {

        private final StatusReport report;
        private final Map<String, Payment> ours;
        private final Map<String, List<Payment>> parts;
        private final List<Answer.Fault> faults = new ArrayList<>();

        Held(StatusReport report, PaymentBatches.Batch batch, List<Payment> of) {
            this.report = report;
            this.ours = of.stream().collect(Collectors.toMap(Payment::endToEndId, Function.identity()));
            this.parts = batches.parts(batch, of);
        }

        /** What is said of each: of itself, else of its part, else of all. */
        List<Answer.Said> said() {
            var said = new LinkedHashMap<Long, Answer.Said>();
            for (var status : report.statuses()) {
                var payment = ours.get(status.endToEndId());
                if (payment == null) fault("payment", status.endToEndId());
                else if (!status.amount().isEmpty() && !Baht.parse(status.amount()).map(payment.amount()::equals).orElse(false)) fault("amount", status.endToEndId(), status.amount(), payment.amount().toString());
                else if (said.put(payment.id(), judged(payment, status.status(), status.reason())) != null) fault("twice", status.endToEndId());
            }
            for (var part : report.parts()) {
                if (!parts.containsKey(part.id())) fault("part", part.id());
                else parts.get(part.id()).forEach(p -> said.computeIfAbsent(p.id(), n -> judged(p, part.status(), part.reason())));
            }
            if (!report.groupStatus().isEmpty() && !report.groupStatus().equals("PART")) ours.values().forEach(p -> said.computeIfAbsent(p.id(), n -> judged(p, report.groupStatus(), report.groupReason())));
            return said.values().stream().sorted(java.util.Comparator.comparing(s -> s.payment().id())).toList();
        }

        private Answer.Said judged(Payment payment, String status, StatusReport.Reason reason) {
            String why = (reason.code() + " " + reason.words()).strip();
            boolean done = DONE.contains(status), refused = REFUSED.contains(status);
            if (!done && !refused) return new Answer.Said(payment, Answer.Verdict.UNDERWAY, status, why);
            if (payment.state() == Payment.State.ISSUED) return new Answer.Said(payment, done ? Answer.Verdict.SETTLED : Answer.Verdict.REFUSED, status, why.isEmpty() ? status : why);
            if (done != (payment.state() == Payment.State.SETTLED)) fault(done ? "settled-after-refusal" : "refused-after-settling", payment.endToEndId());
            return new Answer.Said(payment, Answer.Verdict.AGREED, status, why);
        }

        private void fault(String key, String... values) {
            faults.add(new Answer.Fault("money.answer.fault." + key, List.of(values)));
        }
    }
}
