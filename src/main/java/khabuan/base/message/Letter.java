package khabuan.base.message;

import java.util.UUID;

/** What leaves the house.
 *  @param token the same at each attempt: by it the other side tells a second copy from a second letter */
record Letter(UUID token, String to, String subject, String text) {

    @Override
    public String toString() {
        return "letter " + token;
    }
}
