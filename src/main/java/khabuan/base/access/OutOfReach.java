package khabuan.base.access;

/** The record lies outside of the actor's scope, or there is none: both answer 404, and the attempt is logged. */
public class OutOfReach extends RuntimeException {
    public OutOfReach(String what) {
        super(what);
    }
}
