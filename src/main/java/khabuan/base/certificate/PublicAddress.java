package khabuan.base.certificate;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that is printed in the codes of letters (KHABUAN_PUBLIC_URL); without it the origin (KHABUAN_ORIGIN), without that this machine. */
@Component
class PublicAddress {

    private final String base;

    PublicAddress(@Value("${khabuan.public-url:}") String publicUrl, @Value("${khabuan.origin:}") String origin, @Value("${server.port:8080}") String port) {
        base = (!publicUrl.isBlank() ? publicUrl : !origin.isBlank() ? origin : "http://localhost:" + port).strip().replaceAll("/+$", "");
    }

    /** The page that verifies a token. */
    String verifying(String token) {
        return base + "/verify/" + token;
    }
}
