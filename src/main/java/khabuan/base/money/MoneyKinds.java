package khabuan.base.money;

import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How entries, receipts and batches are named. Their pages ask for the right to read the books. */
@Configuration
class MoneyKinds {

    @Bean
    RecordKind entryKind() {
        return new RecordKind("journal-entry", "journal_entry", "to_char(day, 'YYYY-MM-DD') || ' ' || case when memo = '' then act else memo end", "/ledger/entries/{id}");
    }

    @Bean
    RecordKind bankReceiptKind() {
        return new RecordKind("bank-receipt", "bank_receipt", "to_char(received_on, 'YYYY-MM-DD') || ' ' || payer || ' ' || reference", "/receipts/{id}");
    }

    @Bean
    RecordKind paymentBatchKind() {
        return new RecordKind("payment-batch", "payment_batch", "message_id", "/payments/batches/{id}");
    }

    @Bean
    RecordKind voucherKind() {
        return new RecordKind(Ledger.BY_HAND, "voucher", "to_char(day, 'YYYY-MM-DD') || ' ' || memo", "/ledger/vouchers/{id}");
    }
}
