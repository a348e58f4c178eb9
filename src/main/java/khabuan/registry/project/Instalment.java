package khabuan.registry.project;

import java.time.LocalDate;
import khabuan.base.money.Baht;
import khabuan.base.money.Payment;

/** An instalment (งวด) of a project and how far its payment has come.
 *  @param inspectedOn the day of the inspection that it passed; null for none
 *  @param request the request that is not refused; null for none
 *  @param payment null until the request is approved */
public record Instalment(long id, long project, int number, Baht amount, LocalDate dueOn, LocalDate cancelledOn, LocalDate inspectedOn, Request request, Payment payment) {

    /** A request to pay it: requested, checked and approved by three people. */
    public record Request(long id, LocalDate requestedOn, Long requestedBy, LocalDate checkedOn, Long checkedBy, LocalDate approvedOn, Long approvedBy, int version) {}

    /** An inspection by the joint group. */
    public record Inspection(long instalment, LocalDate heldOn, String inspectors, boolean passed, String note) {}

    /** A request that was sent back. @param withdrawn whether it was approved before, and its payment given up */
    public record Refused(long instalment, LocalDate on, String reason, boolean withdrawn) {}

    /** How far it has come. */
    public enum Stage { CANCELLED, PLANNED, REQUESTED, CHECKED, APPROVED, ISSUED, PAID, FAILED }

    public Stage stage() {
        if (cancelledOn != null) return Stage.CANCELLED;
        if (payment != null) return switch (payment.state()) {
            case WAITING -> Stage.APPROVED;
            case ISSUED -> Stage.ISSUED;
            case SETTLED -> Stage.PAID;
            case FAILED -> Stage.FAILED;
            case WITHDRAWN -> Stage.PLANNED;
        };
        if (request == null) return Stage.PLANNED;
        return request.checkedOn() == null ? Stage.REQUESTED : Stage.CHECKED;
    }

    /** Whether a payment stands for it that has not left: it waits for a batch, or the bank refused it. */
    public boolean isWithdrawable() {
        return stage() == Stage.APPROVED || stage() == Stage.FAILED;
    }

    /** Whether its money has left. */
    public boolean isPaid() {
        return stage() == Stage.ISSUED || stage() == Stage.PAID;
    }
}
