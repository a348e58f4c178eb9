package khabuan.base.message;

import java.util.Locale;
import khabuan.base.access.Refusal;

/** What is refused about messages. */
enum MessageRefusal implements Refusal {
    EMAIL_WRONG, LINE_WRONG, LANGUAGE_WRONG, PACE_WRONG, SETTLED_ALREADY;

    @Override
    public String key() {
        return "message-refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
