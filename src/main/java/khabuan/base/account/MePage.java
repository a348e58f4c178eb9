package khabuan.base.account;

import java.util.List;
import khabuan.base.access.Account;
import khabuan.base.access.Passkeys;
import khabuan.base.access.Sessions;

/** @param scope the place that is the person's, as people call it
 *  @param host the host that passkeys are bound to */
public record MePage(Account account, String scope, List<Sessions.Session> sessions, List<Passkeys.Passkey> passkeys, String host) {}
