package khabuan.base.access;

import java.util.List;

/** A request that the rules refuse, in words that help: each room has one small enum of these. */
public interface Refusal {

    /** The key of the message that tells the person what to do. */
    String key();

    /** A refusal on its way to the page, with what fills its message. A room below may extend it, so that whoever does not catch it tells it all the same.
     *  @param field the form's field it belongs to; "" for the whole form */
    class Thrown extends RuntimeException {
        private final transient Refusal refusal;
        private final String field;
        private final transient Object[] values;
        private String link = "";
        private transient List<Thrown> others = List.of();

        protected Thrown(Refusal refusal, String field, Object... values) {
            super(refusal.key());
            this.refusal = refusal;
            this.field = field;
            this.values = values;
        }

        public Refusal refusal() {
            return refusal;
        }

        public String field() {
            return field;
        }

        public Object[] values() {
            return values.clone();
        }

        /** The page of what is in the way; "" for none. */
        public String link() {
            return link;
        }

        /** What else was refused of the same request, in the order of its form. */
        public List<Thrown> others() {
            return others;
        }

        /** The same, at a field of a form. */
        public Thrown at(String other) {
            return refusal.at(other, values);
        }

        Thrown with(List<Thrown> more) {
            others = List.copyOf(more);
            return this;
        }

        /** Names the page of what is in the way, so that the person can go and see. */
        public Thrown seeing(String path) {
            link = path;
            return this;
        }
    }

    /** The exception to throw for a field of a form. */
    default Thrown at(String field, Object... values) {
        return new Thrown(this, field, values);
    }

    /** The exception to throw for the request as a whole. */
    default Thrown with(Object... values) {
        return new Thrown(this, "", values);
    }
}
