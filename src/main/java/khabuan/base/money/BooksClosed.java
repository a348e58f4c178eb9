package khabuan.base.money;

import khabuan.base.access.Refusal;

/** The day lies in a period whose books are closed; nothing was written. Who does not catch it tells it of the whole form; who knows at which field the day was typed throws it on from there. */
public final class BooksClosed extends Refusal.Thrown {

    BooksClosed(Throwable cause) {
        super(MoneyRefusal.BOOKS_CLOSED, "");
        initCause(cause);
    }
}
