package khabuan.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.money.Payment;
import khabuan.base.money.PaymentBatches.Batch;

/** The bank of a demonstration: answers a batch as a bank does, by a file of ISO 20022 (pain.002). It makes all payments but the last of several, whose account was closed. */
final class SimulatedBank {

    private SimulatedBank() {}

    /** @param payments of the batch that were sent out and are not answered for @param at when the bank writes it */
    static byte[] answer(Batch batch, List<Payment> payments, LocalDateTime at) {
        String statuses = payments.stream().map(p -> payments.size() > 1 && p.equals(payments.getLast()) ? refused(p) : made(p)).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>DEMO-%s</MsgId><CreDtTm>%s</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s-1</OrgnlPmtInfId>%s
                </OrgnlPmtInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(batch.messageId(), at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss")), batch.messageId(), batch.messageId(), statuses).getBytes(StandardCharsets.UTF_8);
    }

    private static String made(Payment payment) {
        return "\n<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>".formatted(payment.endToEndId());
    }

    private static String refused(Payment payment) {
        return "\n<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>บัญชีปิดแล้ว (จำลอง)</AddtlInf></StsRsnInf></TxInfAndSts>".formatted(payment.endToEndId());
    }
}
