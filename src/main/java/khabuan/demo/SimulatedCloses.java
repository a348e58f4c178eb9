package khabuan.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Author;
import khabuan.insight.indicator.PastCloses;
import org.springframework.stereotype.Component;

/** The closes of the quarters that are past: those of 2561 and the first three of 2562, each twenty-five days after its end. The second of 2562 was closed twice: a result came in again in June. */
@Component
class SimulatedCloses {

    private static final Author AUTHOR = Author.programme("demo");
    private static final String BY = "เจ้าหน้าที่ส่วนกลาง (จำลอง)", BECAUSE = "ภาคตะวันออกเฉียงเหนือส่งผลการพัฒนาแกนนำขาด 7 คน";
    static final LocalDate REOPENED = LocalDate.of(2019, 6, 3), CORRECTED = LocalDate.of(2019, 6, 4), CLOSED_AGAIN = LocalDate.of(2019, 6, 10);
    private final PastCloses closes;

    SimulatedCloses(PastCloses closes) {
        this.closes = closes;
    }

    /** Makes them, unless quarters have been closed already. @return whether it did */
    boolean make() {
        if (!closes.areNone()) return false;
        IntStream.rangeClosed(1, 4).mapToObj(q -> new FiscalYear(2561).quarter(q)).forEach(this::close);
        var running = new FiscalYear(2562);
        close(running.quarter(1));
        close(running.quarter(2));
        closes.reopen(running.quarter(2), morning(REOPENED), BECAUSE, BY, AUTHOR);
        closes.close(running.quarter(2), morning(CLOSED_AGAIN), BY, AUTHOR);
        close(running.quarter(3));
        return true;
    }

    private void close(FiscalQuarter quarter) {
        closes.close(quarter, morning(quarter.end().plusDays(25)), BY, AUTHOR);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(10, 0).atZone(ThaiDate.ZONE).toInstant();
    }
}
