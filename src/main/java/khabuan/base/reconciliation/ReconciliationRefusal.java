package khabuan.base.reconciliation;

import khabuan.base.access.Refusal;

/** Why a comparison, or a choice, is refused. */
enum ReconciliationRefusal implements Refusal {
    /** What is likely is looked at one by one. */
    TICK_EACH,
    /** Of one row, no field was ticked. */
    TICK_FIELD;

    @Override
    public String key() {
        return "reconciliation.refusal." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
