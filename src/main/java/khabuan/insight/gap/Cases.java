package khabuan.insight.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.gap.Gap;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people agree about open records: who mends them, until when they may wait, what is said of them. */
@Component
class Cases {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Work work;
    private final Reach reach;
    private final Accounts accounts;
    private final News news;

    Cases(JdbcClient jdbc, Changes changes, Work work, Reach reach, Accounts accounts, News news) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.work = work;
        this.reach = reach;
        this.accounts = accounts;
        this.news = news;
    }

    record Comment(String author, Instant saidAt, String words) {}

    /** @param assignee an account; null takes the work from whoever has it */
    void assign(Actor actor, Gap gap, List<Long> records, Long assignee) {
        var items = open(actor, gap, records);
        if (assignee != null) {
            var account = accounts.get(assignee);
            if (!mayMend(account, gap, items.stream().map(Item::unitCode).toList())) throw WorkRefusal.ASSIGNEE_ELSEWHERE.at("assignee", account.fullName());
        }
        changes.make(actor.author(), "work.assign", "", () -> {
            items.forEach(i -> jdbc.sql("""
                    insert into gap_case (gap, subject_id, unit_code, assignee_id) values (:gap, :record, :unit, :assignee)
                    on conflict (gap, subject_id) do update set assignee_id = excluded.assignee_id, unit_code = excluded.unit_code""")
                    .param("gap", gap.measure()).param("record", i.id()).param("unit", i.unitCode()).param("assignee", assignee).update());
            if (assignee != null && !assignee.equals(actor.accountId())) news.assigned(actor, gap, items.size(), assignee);
        });
    }

    void defer(Actor actor, Gap gap, List<Long> records, LocalDate until, String reason) {
        new Refusals().when(records.isEmpty(), WorkRefusal.NONE_CHOSEN, "records").when(until == null || !until.isAfter(work.today()), WorkRefusal.UNTIL_NOT_LATER, "until")
                .when(reason.isBlank(), WorkRefusal.REASON_MISSING, "reason").demandNone();
        var items = open(actor, gap, records);
        changes.make(actor.author(), "work.defer", reason.strip(), () -> items.forEach(i -> jdbc.sql("""
                insert into gap_case (gap, subject_id, unit_code, deferred_until, deferred_because) values (:gap, :record, :unit, :until, :reason)
                on conflict (gap, subject_id) do update set deferred_until = excluded.deferred_until, deferred_because = excluded.deferred_because, unit_code = excluded.unit_code""")
                .param("gap", gap.measure()).param("record", i.id()).param("unit", i.unitCode()).param("until", until).param("reason", reason.strip()).update()));
    }

    void comment(Actor actor, Gap gap, long record, String words) {
        if (words.isBlank()) throw WorkRefusal.WORDS_MISSING.at("words");
        var item = open(actor, gap, List.of(record)).getFirst();
        changes.make(actor.author(), "work.comment", "", () -> {
            jdbc.sql("insert into gap_comment (gap, subject_id, unit_code, author, words) values (?, ?, ?, ?, ?)")
                    .params(gap.measure(), record, item.unitCode(), actor.fullName(), words.strip()).update();
        });
    }

    List<Comment> comments(Gap gap, long record) {
        return jdbc.sql("select author, said_at, words from gap_comment where gap = ? and subject_id = ? order by said_at").params(gap.measure(), record)
                .query((r, n) -> new Comment(r.getString(1), r.getTimestamp(2).toInstant(), r.getString(3))).list();
    }

    /** Those who may mend a gap in all of some units. */
    List<Account> mendersOf(Gap gap, List<String> units) {
        return accounts.all().stream().filter(a -> mayMend(a, gap, units)).toList();
    }

    private boolean mayMend(Account account, Gap gap, List<String> units) {
        var actor = account.actor("");
        return !account.isDisabled() && Gaps.owns(actor, gap) && units.stream().allMatch(reach.units(actor));
    }

    /** The open records, all of them within the actor's scope.
     *  @throws OutOfReach when one of them isn't open there */
    List<Item> open(Actor actor, Gap gap, List<Long> records) {
        if (records.isEmpty()) throw WorkRefusal.NONE_CHOSEN.at("records");
        var items = work.items(gap, records);
        items.forEach(i -> reach.demand(actor, i.unitCode()));
        if (items.size() < records.size()) throw WorkRefusal.NOT_OPEN.with();
        return items;
    }
}
