package khabuan.base.store;

/** The programme can't start or go on, for a reason that the person at the terminal can mend: one clear sentence, no trace. */
public class Refused extends RuntimeException {
    public Refused(String sentence) {
        super(sentence);
    }
}
