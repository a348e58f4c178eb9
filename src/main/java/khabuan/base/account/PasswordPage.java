package khabuan.base.account;

import khabuan.base.page.Faults;

/** @param first whether it is a first password, which must be changed before anything else */
public record PasswordPage(boolean first, Faults faults) {}
