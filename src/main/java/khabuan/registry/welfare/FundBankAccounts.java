package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.person.PersonKey;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bank accounts of funds. The number is encrypted; who may record for the fund reads it one at a time, and each reading is logged. */
@Component
public class FundBankAccounts {

    /** The banks by their codes of the Bank of Thailand; their names stand under project.bank.CODE. */
    static final List<String> BANKS = List.of("034", "030", "006", "002", "004", "011", "014", "025", "033", "066");
    private static final String COLUMN = "welfare_account.number";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Funds funds;
    private final FundCommittees committees;
    private final PersonKey key;

    FundBankAccounts(JdbcClient jdbc, Changes changes, Funds funds, FundCommittees committees, PersonKey key) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.funds = funds;
        this.committees = committees;
        this.key = key;
    }

    /** @param digits the last four of its number; @param closedOn null while it is open */
    public record Account(long id, String bank, String name, String digits, LocalDate openedOn, LocalDate closedOn) {}

    record Wish(String bank, String name, String number, LocalDate openedOn) {}

    /** Those that are open first. */
    List<Account> of(long fund) {
        return jdbc.sql("select id, bank, name, digits, opened_on, closed_on from welfare_account where fund_id = ? order by closed_on is not null, opened_on, id").param(fund).query(Account.class).list();
    }

    void add(Actor actor, long id, Wish wish) {
        var fund = committees.recorded(actor, id);
        String number = ThaiDate.arabic(wish.number()).replaceAll("[\\s-]", "");
        new Refusals().when(!BANKS.contains(wish.bank()), WelfareRefusal.BANK_MISSING, "bank").when(wish.name().isBlank(), WelfareRefusal.ACCOUNT_NAME_MISSING, "accountName")
                .when(!number.matches("\\d{10,15}"), WelfareRefusal.ACCOUNT_NUMBER_WRONG, "accountNumber").when(wish.openedOn().isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "openedOn").demandNone();
        changes.make(actor.author(), "welfare.add-account", "", () -> {
            funds.hold(fund.id());
            byte[] hash = key.find("fund account " + wish.bank() + " " + number);
            if (jdbc.sql("select exists (select from welfare_account where fund_id = ? and number_hash = ?)").params(id, hash).query(Boolean.class).single()) throw WelfareRefusal.ACCOUNT_ALREADY.at("accountNumber");
            jdbc.sql("insert into welfare_account (fund_id, bank, name, number_cipher, number_hash, digits, opened_on) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id, wish.bank(), wish.name(), key.encrypt(COLUMN, number), hash, number.substring(number.length() - 4), wish.openedOn()).update();
        });
    }

    /** It is closed from today on. */
    void close(Actor actor, long id, long account) {
        committees.recorded(actor, id);
        changes.make(actor.author(), "welfare.close-account", "", () -> {
            if (jdbc.sql("update welfare_account set closed_on = ? where id = ? and fund_id = ? and closed_on is null").params(funds.today(), account, id).update() == 0) throw new OutOfReach("account " + account);
        });
    }

    /** The whole number; the reading is logged. */
    String number(Actor actor, long id, long account) {
        committees.recorded(actor, id);
        byte[] cipher = jdbc.sql("select number_cipher from welfare_account where id = ? and fund_id = ?").params(account, id).query(byte[].class).optional().orElseThrow(() -> new OutOfReach("account " + account));
        changes.read(actor.author(), "welfare.read-account", "", Fund.KIND, id);
        return key.decrypt(COLUMN, cipher);
    }
}
