package khabuan.base.money;

/** The day lies in a period whose books are closed; nothing was written. */
public final class BooksClosed extends RuntimeException {

    BooksClosed(Throwable cause) {
        super("The books of that day are closed", cause);
    }
}
