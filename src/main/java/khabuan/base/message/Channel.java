package khabuan.base.message;

import java.time.Duration;

/** A way out of the house. */
interface Channel {

    /** "mail" or "line". */
    String name();

    /** Whether the operator has set it up. */
    boolean isOn();

    /** The person's address of this way; "" for none. */
    String address(Preference preference);

    /** How long the other side knows a letter again by its number, and takes it once: so long it may be sent again without an answer. Zero where it doesn't. */
    Duration knowsAgain();

    /** Opens the way for a while.
     *  @throws Unreachable when the other side can't be reached now */
    Line open();

    /** The way while it is open. */
    interface Line extends AutoCloseable {

        /** @param handing run in the last moment before the other side can accept
         *  @throws Unreachable when the other side went away: before the handing it will be tried again and doesn't count, after it nobody knows whether it arrived
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

    /** The other side refused a letter. Its message is a word of message-fault, and after a colon the number of the answer: "mail-refused:550". */
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
