package khabuan.base.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Network addresses as people write them. */
public final class RemoteAddress {

    private static final Pattern ZEROS = Pattern.compile("(?<![^:])0(:0)+(?![^:])");

    private RemoteAddress() {}

    /** The address that a request comes from. */
    public static String of(HttpServletRequest request) {
        return brief(request.getRemoteAddr());
    }

    /** An IPv6 address in its short form (RFC 5952): "::1" for "0:0:0:0:0:0:0:1"; anything else as it is. */
    public static String brief(String address) {
        if (!address.matches("[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){7}")) return address;
        String plain = Arrays.stream(address.toLowerCase(Locale.ROOT).split(":")).map(part -> part.replaceFirst("^0+(?=.)", "")).collect(Collectors.joining(":"));
        var longest = ZEROS.matcher(plain).results().reduce((a, b) -> b.end() - b.start() > a.end() - a.start() ? b : a);
        return longest.map(zeros -> plain.substring(0, Math.max(0, zeros.start() - 1)) + "::" + plain.substring(Math.min(plain.length(), zeros.end() + 1))).orElse(plain);
    }
}
