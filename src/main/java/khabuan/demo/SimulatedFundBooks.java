package khabuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Funds that keep their books here: that of the demonstration's treasurer first, then others by lot, three hundred unless khabuan.books says "all" or another number. A demonstration that was begun with fewer is filled up.
 *  When all are asked for, the members of the others pay by the year. */
@Component
class SimulatedFundBooks {

    private static final int FULL = 300, BATCH = 20, TOLD = 5;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final SimulatedFundBook book;
    private final boolean all;
    private final int wanted;

    SimulatedFundBooks(JdbcClient jdbc, Changes changes, SimulatedFundBook book, @Value("${khabuan.books:" + FULL + "}") String books) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.book = book;
        this.all = books.equals("all");
        this.wanted = all ? Integer.MAX_VALUE : Integer.parseInt(books);
    }

    /** A fund that is to keep its books here. @param statement what it stated last, at a day
     *  @param full whether its members pay month by month too
     *  @param ofAccounts whether the demonstration's treasurer and chair keep them
     *  @param fresh whether the statement is of the last quarter, and so follows from the books */
    record Chosen(long fund, String code, String unit, LocalDate foundedOn, long statement, LocalDate asOf, int members, int villages, Integer committee, boolean full, boolean ofAccounts, boolean fresh) {}

    /** Makes them, as far as they are not there. @param tell hears how far it is; @return how many it made */
    int make(Consumer<String> tell) {
        int kept = jdbc.sql("select count(*) from welfare_fund where books_since is not null").query(Integer.class).single();
        if (kept >= wanted) return 0;
        var chosen = chosen(kept);
        for (int from = 0; from < chosen.size(); from += BATCH) {
            var some = chosen.subList(from, Math.min(from + BATCH, chosen.size()));
            changes.make(Author.programme("demo"), "welfare.open-books", "ข้อมูลจำลอง", () -> some.forEach(book::make));
            if (from / BATCH % TOLD == TOLD - 1) tell.accept("the books of %,d welfare funds".formatted(from + some.size()));
        }
        return chosen.size();
    }

    private List<Chosen> chosen(int kept) {
        return jdbc.sql("""
                select f.id, f.code, f.unit_code, f.founded_on, s.id, s.as_of, s.members, s.villages, s.committee, f.unit_code = coalesce((select scope_code from account where name = 'treasurer'), ''), s.fresh
                from welfare_fund f cross join lateral (select x.*, x.fiscal_year = 2562 and x.quarter = 4 as fresh from welfare_statement x where x.fund_id = f.id and x.certified_on is not null order by x.as_of desc limit 1) s
                where f.books_since is null and f.ended_on is null and f.merged_into is null and s.villages <= s.members and (:all or s.fresh and f.founded_on < '2017-01-01')
                order by 10 desc, s.fresh and f.founded_on < '2017-01-01' desc, md5(f.code) limit :most""").param("all", all).param("most", wanted - kept)
                .query((r, n) -> new Chosen(r.getLong(1), r.getString(2), r.getString(3), r.getObject(4, LocalDate.class), r.getLong(5), r.getObject(6, LocalDate.class), r.getInt(7), r.getInt(8), (Integer) r.getObject(9),
                        kept + n < FULL, r.getBoolean(10), r.getBoolean(11))).list();
    }
}
