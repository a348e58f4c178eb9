package khabuan.base.account;

import java.util.List;
import khabuan.base.access.Account;
import khabuan.base.access.Sessions;

/** @param scope the place that is the person's, as people call it
 *  @param changed whether the password was changed just now */
public record MePage(Account account, String scope, List<Sessions.Session> sessions, boolean changed) {}
