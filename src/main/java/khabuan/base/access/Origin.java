package khabuan.base.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that people know the house by (KHABUAN_ORIGIN, such as https://khabuan.example.or.th); without it, http on localhost at the port that is asked. */
@Component
public class Origin {

    private final URI known;

    Origin(@Value("${khabuan.origin:}") String origin) {
        known = origin.isBlank() ? null : URI.create(origin.strip().replaceAll("/+$", ""));
    }

    /** The host that passkeys are bound to. */
    public String host() {
        return known == null ? "localhost" : known.getHost();
    }

    String of(HttpServletRequest request) {
        return known != null ? known.toString() : request.getScheme() + "://localhost:" + request.getServerPort();
    }

    /** Whether people reach us by https, straight or through a proxy that the setting tells of. */
    public boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || isHttps();
    }

    boolean isHttps() {
        return known != null && "https".equals(known.getScheme());
    }
}
