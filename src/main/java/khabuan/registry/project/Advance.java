package khabuan.registry.project;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.money.Payment;

/** An advance (เงินยืมทดรอง): what an officer takes out of a frame for the work of its office, and clears with receipts and what is given back.
 *  @param office of the frame: a region's code or the centre's
 *  @param project the project that it is for; null for the office's own business
 *  @param payment null until it is approved
 *  @param owed what is out and not cleared */
public record Advance(long id, String code, long frame, String office, Long project, String borrower, String purpose, Baht amount, LocalDate askedOn, Long askedBy, LocalDate dueOn, LocalDate approvedOn, Long approvedBy,
                      LocalDate refusedOn, String refusal, Payment payment, LocalDate clearedOn, int version, Baht owed) {

    static final String KIND = "advance";

    /** How far it has come. */
    public enum State {
        ASKED, REFUSED, APPROVED, LENT, FAILED, CLEARED, WITHDRAWN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How late it is: within its day, then by the bands of the rule. */
    public enum Bucket {
        IN_TIME, FIRST, SECOND, THIRD, LAST;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A part by which an advance was cleared. @param kind "receipts" or "cash" @param by who entered it; "" for none */
    public record Clearing(String kind, LocalDate on, Baht amount, String note, long entry, String by) {}

    /** How advances are watched. @param fromFiscalYear from which it holds @param daysToClear within which they are cleared @param bands days over their day, three of them, rising */
    public record Rule(long id, int fromFiscalYear, int daysToClear, List<Integer> bands) {

        /** @param days over its day */
        Bucket bucket(long days) {
            if (days <= 0) return Bucket.IN_TIME;
            for (int i = 0; i < bands.size(); i++) if (days <= bands.get(i)) return Bucket.values()[i + 1];
            return Bucket.LAST;
        }

        /** What fills the name of a bucket: its first and its last day. */
        public Object[] days(Bucket bucket) {
            int i = bucket.ordinal();
            return i == 0 ? new Object[0] : i == 4 ? new Object[] {bands.get(2)} : new Object[] {i == 1 ? 1 : bands.get(i - 2) + 1, bands.get(i - 1)};
        }
    }

    public State state() {
        if (refusedOn != null) return State.REFUSED;
        if (clearedOn != null) return State.CLEARED;
        if (payment == null) return State.ASKED;
        return switch (payment.state()) {
            case WAITING -> State.APPROVED;
            case ISSUED, SETTLED -> State.LENT;
            case FAILED -> State.FAILED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    /** How many days it is over its day; nothing while nothing of it is out. */
    public long late(LocalDate today) {
        return state() == State.LENT ? Math.max(0, ChronoUnit.DAYS.between(dueOn, today)) : 0;
    }

    public String path() {
        return "/advances/" + id;
    }
}
