package khabuan.base.account;

import java.util.List;
import khabuan.base.access.Account;

/** The accounts, each with its place as people call it. */
public record AccountListPage(List<Row> rows) {

    public record Row(Account account, String scope) {}
}
