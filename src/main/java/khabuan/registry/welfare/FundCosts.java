package khabuan.registry.welfare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.base.money.Periods;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a fund spends on its own work. One of the committee enters it with its paper, another approves it: then the money leaves. */
@Component
public class FundCosts {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Ledger ledger;
    private final Periods periods;
    private final FundBooks books;
    private final Funds funds;

    FundCosts(JdbcClient jdbc, Changes changes, Ledger ledger, Periods periods, FundBooks books, Funds funds) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.ledger = ledger;
        this.periods = periods;
        this.books = books;
        this.funds = funds;
    }

    /** What is to be spent. @param place "W110" or "W120", out of which it goes */
    record Wish(LocalDate day, String payee, String purpose, Baht amount, String place) {}

    /** A cost. The days and people of its steps are null until they are taken. @param paper the SHA-256 of what proves it */
    public record Cost(long id, long fundId, LocalDate day, String payee, String purpose, Baht amount, String place, String paper, long askedBy, String askedName, LocalDate askedOn, String approvedName, LocalDate approvedOn, Long entryId,
                       LocalDate refusedOn, String refusedBecause, LocalDate withdrawnOn, String withdrawnBecause) {

        /** "asked", "paid", "refused" or "withdrawn". */
        public String state() {
            return withdrawnOn != null ? "withdrawn" : refusedOn != null ? "refused" : approvedOn != null ? "paid" : "asked";
        }

        public String path() {
            return "/funds/" + fundId + "/books/costs/" + id;
        }
    }

    /** Enters a cost, to be approved by another. @param key of the request, so that a repeated one enters nothing more; @param paper keeps its file, within the change; @return its number
     *  @throws khabuan.base.access.Refusal.Thrown when something is wrong, the day is closed, or there is not so much */
    long enter(Actor actor, long fund, String key, Wish wish, Supplier<Vault.Kept> paper) {
        books.kept(actor, fund);
        var left = books.standing(fund, wish.place());
        new Refusals().when(wish.day().isAfter(funds.today()), WelfareRefusal.DAY_IN_FUTURE, "day").when(isClosed(fund, wish.day()), WelfareRefusal.BOOKS_CLOSED, "day")
                .when(wish.payee().isBlank(), WelfareRefusal.PAYEE_MISSING, "payee").when(wish.purpose().isBlank(), WelfareRefusal.COST_PURPOSE_MISSING, "purpose")
                .when(!wish.amount().isPositive(), WelfareRefusal.MONEY_UNREADABLE, "amount").when(wish.amount().isAbove(left), WelfareRefusal.NOT_SO_MUCH, "amount", left.toString()).demandNone();
        return Long.parseLong(changes.makeOnce(key, actor.author(), "welfare.enter-cost", "", () -> jdbc.sql("insert into welfare_cost (fund_id, day, payee, purpose, amount, place, paper_id, asked_by, asked_name, asked_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(fund, wish.day(), wish.payee(), wish.purpose(), wish.amount().satang(), wish.place(), paper.get().id(), actor.accountId(), actor.signature(), funds.today()).query(String.class).single()));
    }

    private boolean isClosed(long fund, LocalDate day) {
        return periods.closedUntil(FundAccounts.book(fund)).filter(until -> !day.isAfter(until)).isPresent();
    }

    /** Approves it, and the money leaves; who entered it can't.
     *  @throws khabuan.base.access.Refusal.Thrown when it is one's own, somebody was faster, its day is closed by now, or there is not so much any more */
    void approve(Actor actor, long fund, long id) {
        step(actor, fund, id, "asked", "welfare.approve-cost", "", cost -> {
            if (Objects.equals(cost.askedBy(), actor.accountId())) throw WelfareRefusal.OWN_COST.with();
            var accounts = new FundAccounts(fund);
            long entry = ledger.post(Entry.on(cost.day(), "welfare.approve-cost", "welfare-cost", id, cost.purpose()).moving(cost.amount(), accounts.place(cost.place()), accounts.costs()));
            jdbc.sql("update welfare_cost set approved_by = ?, approved_name = ?, approved_on = ?, entry_id = ? where id = ?").params(actor.accountId(), actor.signature(), funds.today(), entry, id).update();
        });
    }

    /** Refuses it, with a reason. */
    void refuse(Actor actor, long fund, long id, String because) {
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        step(actor, fund, id, "asked", "welfare.refuse-cost", because, cost -> jdbc.sql("update welfare_cost set refused_on = ?, refused_because = ? where id = ?").params(funds.today(), because.strip(), id).update());
    }

    /** Takes back what was paid wrongly, with its entry, as of today. */
    void withdraw(Actor actor, long fund, long id, String because) {
        if (because.isBlank()) throw WelfareRefusal.REASON_MISSING.at("because");
        step(actor, fund, id, "paid", "welfare.withdraw-cost", because, cost -> {
            jdbc.sql("update welfare_cost set withdrawn_on = ?, withdrawn_because = ? where id = ?").params(funds.today(), because.strip(), id).update();
            ledger.reverse(cost.entryId(), funds.today(), because.strip());
        });
    }

    private void step(Actor actor, long fund, long id, String state, String act, String reason, Consumer<Cost> work) {
        books.kept(actor, fund);
        FundAccounts.told("", "", () -> {
            changes.make(actor.author(), act, reason.strip(), () -> {
                funds.hold(fund);
                var cost = at(fund, id);
                if (!cost.state().equals(state)) throw WelfareRefusal.COST_MOVED_ON.with();
                work.accept(cost);
            });
            return null;
        });
    }

    /** Those that wait first, then the newest. */
    List<Cost> of(long fund) {
        return read("c.fund_id = ?", fund);
    }

    /** How many wait for a second person. */
    int waiting(long fund) {
        return jdbc.sql("select count(*) from welfare_cost where fund_id = ? and approved_on is null and refused_on is null").param(fund).query(Integer.class).single();
    }

    /** @throws OutOfReach when the fund has no such cost */
    Cost at(long fund, long id) {
        return read("c.fund_id = ? and c.id = ?", fund, id).stream().findFirst().orElseThrow(() -> new OutOfReach("cost " + id));
    }

    private List<Cost> read(String condition, Object... values) {
        return jdbc.sql("select c.*, f.sha256 from welfare_cost c join file f on f.id = c.paper_id where %s order by c.approved_on is not null or c.refused_on is not null, c.day desc, c.id desc limit 200".formatted(condition)).params(values)
                .query((r, n) -> cost(r)).list();
    }

    private static Cost cost(ResultSet r) throws SQLException {
        return new Cost(r.getLong("id"), r.getLong("fund_id"), day(r, "day"), r.getString("payee"), r.getString("purpose"), new Baht(r.getLong("amount")), r.getString("place"), r.getString("sha256"), r.getLong("asked_by"), r.getString("asked_name"),
                day(r, "asked_on"), r.getString("approved_name"), day(r, "approved_on"), (Long) r.getObject("entry_id"), day(r, "refused_on"), r.getString("refused_because"), day(r, "withdrawn_on"), r.getString("withdrawn_because"));
    }

    private static LocalDate day(ResultSet r, String column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }
}
