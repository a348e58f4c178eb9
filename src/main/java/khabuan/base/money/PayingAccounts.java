package khabuan.base.money;

import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From which accounts of the institute the money of each fund is paid. */
@Component
public class PayingAccounts {

    /** The funds whose money is kept apart. */
    public static final List<String> FUNDS = List.of("state", "codi");
    private final JdbcClient jdbc;
    private final Changes changes;

    PayingAccounts(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public List<PayingAccount> all() {
        return jdbc.sql("select fund, name, bank, account_number from paying_account order by fund desc").query(PayingAccount.class).list();
    }

    Optional<PayingAccount> of(String fund) {
        return all().stream().filter(a -> a.fund().equals(fund)).findFirst();
    }

    /** Says from which account a fund pays from now on; batches that were released keep theirs.
     *  @throws khabuan.base.access.Refusal.Thrown when a part of it is missing or has not the shape of a number */
    public void set(Actor actor, PayingAccount account) {
        new Refusals().when(!FUNDS.contains(account.fund()), MoneyRefusal.FUND_MISSING, "fund").when(account.name().isBlank(), MoneyRefusal.NAME_MISSING, "name").when(!account.bank().matches("\\d{3}"), MoneyRefusal.BANK_SHAPE, "bank")
                .when(!account.accountNumber().matches("\\d{10,15}"), MoneyRefusal.ACCOUNT_SHAPE, "accountNumber").demandNone();
        changes.make(actor.author(), "payment.account", "", () -> {
            jdbc.sql("insert into paying_account (fund, name, bank, account_number) values (?, ?, ?, ?) on conflict (fund) do update set name = excluded.name, bank = excluded.bank, account_number = excluded.account_number")
                    .params(account.fund(), account.name(), account.bank(), account.accountNumber()).update();
        });
    }
}
