package khabuan.base.account;

import java.util.List;
import khabuan.base.access.Account;
import khabuan.base.access.Sessions;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.record.Timeline;

/** @param account null for a new one
 *  @param rooms those that an account may be limited to
 *  @param firstPassword the password that was made just now and is shown only now; "" for none */
public record AccountPage(Account account, AccountForm form, Faults faults, List<Choice> roles, ScopePicker scopes, List<Choice> rooms, List<Sessions.Session> sessions,
                          List<Timeline.Step> timeline, String firstPassword) {}
