package khabuan.base.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address by which the product is reached from outside (KHABUAN_PUBLIC_URL): for what leaves the house, on paper or by mail. Without it the origin (KHABUAN_ORIGIN), without that this machine. */
@Component
public class PublicAddress {

    private final String base;

    PublicAddress(@Value("${khabuan.public-url:}") String publicUrl, @Value("${khabuan.origin:}") String origin, @Value("${server.port:8080}") String port) {
        base = (!publicUrl.isBlank() ? publicUrl : !origin.isBlank() ? origin : "http://localhost:" + port).strip().replaceAll("/+$", "");
    }

    /** The address of a page. @param path from the root: "/tasks" */
    public String at(String path) {
        return base + path;
    }
}
