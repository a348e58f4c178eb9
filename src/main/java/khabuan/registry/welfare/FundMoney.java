package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.record.Changes;
import khabuan.registry.welfare.Figures.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money of a fund beside what members pay and claim: what it receives from others, by source, with a receipt; cash that is brought to the bank, or drawn. */
@Component
public class FundMoney {

    /** Received from a source; cash brought to the bank; cash drawn from it. */
    enum What {
        RECEIVED, BANKED, DRAWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final FundBooks books;
    private final Funds funds;

    FundMoney(JdbcClient jdbc, Changes changes, Ledger ledger, FundBooks books, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.books = books;
        this.funds = funds;
    }

    /** What is to be written. @param source null unless it is received; @param place "W110" or "W120" into which it is received; @param party from whom */
    record Wish(What what, Source source, LocalDate day, Baht amount, String place, String party, String note) {

        Entry entry(long fund, long number) {
            var accounts = new FundAccounts(fund);
            var from = what == What.RECEIVED ? accounts.from(source) : what == What.BANKED ? accounts.cash() : accounts.bank();
            var to = what == What.RECEIVED ? accounts.place(place) : what == What.BANKED ? accounts.bank() : accounts.cash();
            return Entry.on(day, what == What.RECEIVED ? "welfare.receive" : "welfare.move-cash", "welfare-money", number, note).moving(amount, from, to);
        }
    }

    /** @param word "local", "codi", "state", "other" or "donations" for what is received, "banked" or "drawn"; @param withdrawnOn null while it stands */
    public record Movement(long id, long fundId, String word, LocalDate day, Baht amount, String place, String party, String note, String recordedName, LocalDate withdrawnOn, String withdrawnBecause) {

        public boolean isReceived() {
            return !word.equals("banked") && !word.equals("drawn");
        }

        public String path() {
            return "/funds/" + fundId + "/books/money/" + id;
        }
    }

    /** Writes what was received or moved. @param key of the request, so that a repeated one writes nothing more; @return its number
     *  @throws khabuan.base.access.Refusal.Thrown when something is wrong, the day is closed, or there is not so much */
    long record(Actor actor, long fund, String key, Wish wish) {
        books.kept(actor, fund);
        new Refusals().when(wish.day().isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "day").when(!wish.amount().isPositive(), WelfareRefusal.MONEY_UNREADABLE, "amount")
                .when(wish.what() == What.RECEIVED && (wish.source() == null || wish.source() == Source.MEMBERS), WelfareRefusal.MOVEMENT_MISSING, "word")
                .when(wish.what() == What.RECEIVED && wish.party().isBlank(), WelfareRefusal.PARTY_MISSING, "party").demandNone();
        String act = wish.what() == What.RECEIVED ? "welfare.receive" : "welfare.move-cash";
        return FundAccounts.told("amount", "day", () -> Long.parseLong(changes.makeOnce(key, actor.author(), act, "", () -> {
            long number = jdbc.sql("select nextval('record_number')").query(Long.class).single();
            long entry = ledger.post(wish.entry(fund, number));
            String place = wish.what() == What.RECEIVED ? wish.place() : wish.what() == What.BANKED ? FundAccounts.BANK : FundAccounts.CASH;
            jdbc.sql("insert into welfare_money (id, fund_id, what, source, day, amount, place, party, note, recorded_name, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(number, fund, wish.what().word(), wish.source() == null ? null : wish.source().word(), wish.day(), wish.amount().satang(), place, wish.party(), wish.note(), actor.signature(), entry).update();
            return Long.toString(number);
        })));
    }

    /** Takes back what was written wrongly, with its entry. */
    void withdraw(Actor actor, long fund, long id, String because) {
        books.kept(actor, fund);
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        FundAccounts.told("because", "because", () -> {
            changes.make(actor.author(), "welfare.withdraw-money", because.strip(), () -> {
                long entry = jdbc.sql("update welfare_money set withdrawn_on = ?, withdrawn_because = ? where id = ? and fund_id = ? and withdrawn_on is null returning entry_id").params(funds.today(), because.strip(), id, fund)
                        .query(Long.class).optional().orElseThrow(() -> new OutOfReach("money " + id));
                ledger.reverse(entry, funds.today(), because.strip());
            });
            return null;
        });
    }

    /** The newest first. */
    List<Movement> of(long fund) {
        return jdbc.sql("select * from welfare_money where fund_id = ? order by day desc, id desc limit 200").param(fund).query((r, n) -> movement(r)).list();
    }

    /** @throws OutOfReach when the fund has no such */
    Movement at(long fund, long id) {
        return jdbc.sql("select * from welfare_money where fund_id = ? and id = ?").params(fund, id).query((r, n) -> movement(r)).optional().orElseThrow(() -> new OutOfReach("money " + id));
    }

    private static Movement movement(ResultSet r) throws SQLException {
        String source = r.getString("source");
        return new Movement(r.getLong("id"), r.getLong("fund_id"), source == null ? r.getString("what") : source, r.getObject("day", LocalDate.class), new Baht(r.getLong("amount")), r.getString("place"), r.getString("party"),
                r.getString("note"), r.getString("recorded_name"), r.getObject("withdrawn_on", LocalDate.class), r.getString("withdrawn_because"));
    }
}
