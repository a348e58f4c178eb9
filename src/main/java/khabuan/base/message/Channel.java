package khabuan.base.message;

/** A way out of the house. */
interface Channel {

    /** "mail" or "line". */
    String name();

    /** Whether the operator has set it up. */
    boolean isOn();

    /** The person's address of this way; "" for none. */
    String address(Preference preference);

    /** Opens the way for a while.
     *  @throws Unreachable when the other side can't be reached now */
    Line open();

    /** The way while it is open. */
    interface Line extends AutoCloseable {

        /** @param handing run in the last moment before the other side can accept
         *  @throws Unreachable when the other side went away: it will be tried again and doesn't count
         *  @throws NotTaken when the other side refused this letter */
        void send(Letter letter, Runnable handing);

        @Override
        void close();
    }

    /** The other side can't be reached. */
    final class Unreachable extends RuntimeException {
        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The other side refused a letter. */
    final class NotTaken extends RuntimeException {
        private final boolean forGood;

        NotTaken(String message, boolean forGood) {
            super(message);
            this.forGood = forGood;
        }

        boolean isForGood() {
            return forGood;
        }
    }
}
