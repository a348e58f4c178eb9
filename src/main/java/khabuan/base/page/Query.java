package khabuan.base.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What an address says after its "?": names and values in their order, encoded. */
public final class Query {

    private final StringBuilder said = new StringBuilder();

    private Query() {}

    /** One that says nothing. */
    public static Query empty() {
        return new Query();
    }

    /** Says more; nothing where there is no value. */
    public Query with(String name, String value) {
        return value.isEmpty() ? this : saying(name, value);
    }

    /** Says more, and that a value is empty too: for names that mean something else when they are left out. */
    public Query saying(String name, String value) {
        said.append(said.isEmpty() ? '?' : '&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        return this;
    }

    /** The address of a path with what is said. */
    public String on(String path) {
        return path + said;
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }
}
