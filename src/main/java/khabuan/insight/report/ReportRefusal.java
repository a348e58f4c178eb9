package khabuan.insight.report;

import khabuan.base.access.Refusal;

/** Why a report can't be made or changed. */
enum ReportRefusal implements Refusal {
    AS_OF_BEFORE_QUARTER("report.refused.as-of-before-quarter"),
    AS_OF_AFTER_QUARTER("report.refused.as-of-after-quarter"),
    AS_OF_IN_FUTURE("report.refused.as-of-in-future"),
    NOT_END_OF_MONTH("report.refused.not-end-of-month"),
    UNCONFIRMED("report.refused.unconfirmed"),
    PUBLISHED("report.refused.published"),
    NO_SUCH_QUARTER("report.refused.no-such-quarter"),
    NOT_A_DAY("report.refused.not-a-day");

    private final String key;

    ReportRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
