package khabuan.base.page;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.text.Words;

/** What every page knows beside its own content; every template takes it as its parameter "frame".
 *  @param path the address of this request, with its query
 *  @param navigation the entries that this person may open
 *  @param demonstration whether the data are simulated, which every page says
 *  @param today by the clock of the house, which a demonstration sets back
 *  @param waiting how many messages are new, asked when the head is drawn
 *  @param done the act of the change that led here, which this page tells; "" for none
 *  @param partial whether only the part named by the request is wanted (htmx), not the whole page */
public record Frame(Actor actor, Words words, String path, List<Entry> navigation, Csrf csrf, boolean demonstration, LocalDate today, LongSupplier waiting, String done, boolean partial) {

    /** An entry of the navigation. @param key its message key; @param also other addresses whose pages stand under it */
    public record Entry(String key, String path, List<String> also) {

        /** Whether the page of an address is this entry's, or stands under it. */
        public boolean isIn(String address) {
            return Stream.concat(Stream.of(path), also.stream()).anyMatch(p -> address.equals(p) || address.startsWith(p + "/") || address.startsWith(p + "?"));
        }
    }

    /** The token that a form sends back. */
    public record Csrf(String parameter, String token) {}

    /** What was done, in words; "" when there is nothing to tell. */
    public String told() {
        return !done.isEmpty() && words.has("act." + done) ? words.t("page.done", words.t("act." + done)) : "";
    }

    /** The message of a key. */
    public String t(String key, Object... values) {
        return words.t(key, values);
    }
}
