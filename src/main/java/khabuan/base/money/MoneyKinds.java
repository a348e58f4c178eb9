package khabuan.base.money;

import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How batches are named. Their pages ask for the right to read the books. */
@Configuration
class MoneyKinds {

    @Bean
    RecordKind paymentBatchKind() {
        return new RecordKind("payment-batch", "payment_batch", "message_id", "/payments/batches/{id}");
    }
}
