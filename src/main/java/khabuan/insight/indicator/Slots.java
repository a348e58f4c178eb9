package khabuan.insight.indicator;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.evidence.Evidence;
import khabuan.insight.indicator.AgreementPages.Slot;
import khabuan.insight.indicator.Quarters.Deadline;
import khabuan.insight.indicator.Results.Result;
import org.springframework.stereotype.Component;

/** What is entered for a quarter in a place as a page shows it, and what who looks may do with it. */
@Component
class Slots {

    private final Evidence evidence;

    Slots(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param entered the results of the indicator in that year
     *  @return null for what is not entered, or before the quarter has begun */
    Slot of(Indicator indicator, String place, FiscalQuarter quarter, Deadline deadline, List<Result> entered, LocalDate today, Actor actor) {
        if (!indicator.isEntered() || quarter.start().isAfter(today)) return null;
        boolean mayRecord = !deadline.closed() && actor.may(Right.RECORD) && Results.isOf(actor, place);
        return entered.stream().filter(r -> r.quarter() == quarter.number() && r.place().equals(place)).findFirst().map(r -> slot(indicator, r, deadline, mayRecord, actor))
                .orElse(new Slot(quarter.number(), false, false, "", "", false, false, "", null, "", null, "", 0, List.of(), mayRecord, false, false));
    }

    private Slot slot(Indicator indicator, Result r, Deadline deadline, boolean mayRecord, Actor actor) {
        boolean own = actor.accountId() != null && actor.accountId().equals(r.recordedBy());
        return new Slot(r.quarter(), true, r.amount() == null, r.amount() == null ? "" : indicator.write(r.amount()), r.whole() == null ? "" : indicator.write(r.whole()), r.isCertified(), deadline.isLate(r.recordedOn()),
                r.recordedName(), r.recordedOn(), r.certifiedName(), r.certifiedOn(), r.returnedBecause(), r.version(), evidence.of(Results.KIND, r.id()), mayRecord,
                !deadline.closed() && !r.isCertified() && Results.mayCertify(actor, r.place()), own);
    }
}
