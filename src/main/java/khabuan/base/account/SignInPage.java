package khabuan.base.account;

import java.util.List;
import khabuan.base.page.Faults;

/** @param to the page of ours to open after signing in
 *  @param host the host that passkeys are bound to
 *  @param demonstration the names to try; empty outside of a demonstration */
public record SignInPage(String name, String to, String host, Faults faults, List<Known> demonstration) {

    /** A name of the demonstration. */
    public record Known(String name, String password, String role, String fullName) {}
}
