package khabuan.base.message;

import java.util.Map;

/** What fills a message's places, said in the recipient's language when it is read. */
public sealed interface Text {

    /** A message of the bundles. */
    record Key(String key) implements Text {}

    /** One line for each message of the bundles, with its count. */
    record Counts(Map<String, Long> counts) implements Text {}
}
