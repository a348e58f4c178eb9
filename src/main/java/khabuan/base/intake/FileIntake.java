package khabuan.base.intake;

/** A kind whose files are not made of rows, and which reads them itself: boundaries. It writes within the one change that is open when it is called,
 *  and must leave nothing written when it answers faults or is only asked to check: what it wrote is then taken back. */
public interface FileIntake extends IntakeKind {

    Outcome take(Order order);
}
