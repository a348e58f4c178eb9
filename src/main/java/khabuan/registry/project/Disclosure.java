package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What everybody may know of projects: the approved ones with their money, by place. No person is named in it, and nothing of what waits before a body. */
@Component
public class Disclosure {

    /** Money of a project, or of many. */
    public record Sums(Baht approved, Baht paid, Baht returned) {

        public boolean isZero() {
            return approved.isZero() && paid.isZero() && returned.isZero();
        }
    }

    /** A disclosed project.
     *  @param changedOn the day on which the last entry of its money was recorded
     *  @param changes what of it was recorded since the day that is asked for; null when none is */
    public record Line(String code, String title, String programme, String unit, String province, int budgetYear, Project.State state, LocalDate approvedOn, Sums sums, LocalDate changedOn, Sums changes) {}

    /** What is asked for.
     *  @param budgetYear 0 for all; @param programme @param province "" for all
     *  @param since only what changed since that day; null for all */
    public record Wish(int budgetYear, String programme, String province, LocalDate since) {}

    private static final String SUMS = """
            coalesce(sum(m.amount) filter (where l.code in ('9300', '9310', '9400', '9500')), 0)::bigint as approved, coalesce(sum(m.amount) filter (where l.code = '9400'), 0)::bigint as paid,
              -coalesce(sum(m.amount) filter (where l.code = '9500'), 0)::bigint as returned\s""";
    private static final String OF_CHOSEN = "where l.record_id in (select id from chosen) and l.code in ('9300', '9310', '9400', '9500') ";
    /** What stands in the ledger for the projects "chosen". */
    private static final String STOOD = "select l.record_id, " + SUMS + "from ledger_account l join ledger_month m on m.account_id = l.id " + OF_CHOSEN + "group by 1";
    /** What of that was recorded since a day. */
    private static final String MOVED = "select l.record_id, " + SUMS + "from ledger_account l join posting m on m.account_id = l.id join journal_entry e on e.id = m.entry_id " + OF_CHOSEN + "and e.recorded_at >= :since::timestamptz group by 1";
    private static final String CHOSEN = """
            from project p join frame f on f.id = p.frame_id join programme r on r.code = f.programme join unit u on u.code = p.unit_code join district d on d.code = u.district_code
            join lateral (select min(on_date) as day from project_step s where s.project_id = p.id and s.state = 'approved') a on a.day is not null
            where (:year = 0 or f.budget_year = :year) and (:programme = '' or f.programme = :programme) and (:province = '' or d.province_code = :province)
              and (:since::timestamptz is null or exists (select from journal_entry e where e.subject_kind = 'project' and e.subject_id = p.id and e.recorded_at >= :since::timestamptz))\s""";
    private final JdbcClient jdbc;

    Disclosure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, Object> parameters(Wish wish) {
        var parameters = new HashMap<String, Object>();
        parameters.put("year", wish.budgetYear());
        parameters.put("programme", wish.programme());
        parameters.put("province", wish.province());
        parameters.put("since", wish.since() == null ? null : wish.since().atStartOfDay(ThaiDate.ZONE).toInstant().toString());
        return parameters;
    }

    long count(Wish wish) {
        return jdbc.sql("select count(*) " + CHOSEN).params(parameters(wish)).query(Long.class).single();
    }

    /** What all that is asked for adds to. */
    Sums sum(Wish wish) {
        return added(wish, STOOD);
    }

    /** What of it was recorded since the day that is asked for; null when none is. */
    Sums changes(Wish wish) {
        return wish.since() == null ? null : added(wish, MOVED);
    }

    private Sums added(Wish wish, String each) {
        return jdbc.sql("with chosen as (select p.id " + CHOSEN + ") select coalesce(sum(approved), 0)::bigint, coalesce(sum(paid), 0)::bigint, coalesce(sum(returned), 0)::bigint from (" + each + ") s").params(parameters(wish)).query((r, n) -> sums(r, 1)).single();
    }

    private static Sums sums(ResultSet r, int column) throws SQLException {
        return new Sums(new Baht(r.getLong(column)), new Baht(r.getLong(column + 1)), new Baht(r.getLong(column + 2)));
    }

    /** The lines, newest approval first. */
    List<Line> lines(Wish wish, int limit, long offset) {
        var parameters = parameters(wish);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return jdbc.sql("""
                with chosen as (select p.id, p.code, p.title, p.state, p.unit_code, f.budget_year, r.title as programme, a.day, d.province_code %s order by a.day desc, p.id desc limit :limit offset :offset),
                stood as (%s), moved as (%s)
                select c.code, c.title, c.programme, n.type || n.name_th, v.name_th, c.budget_year, c.state, c.day, coalesce(s.approved, 0), coalesce(s.paid, 0), coalesce(s.returned, 0),
                  (select max(e.recorded_at) from journal_entry e where e.subject_kind = 'project' and e.subject_id = c.id), coalesce(g.approved, 0), coalesce(g.paid, 0), coalesce(g.returned, 0)
                from chosen c join unit_form n on n.unit_code = c.unit_code and n.until_date is null join province v on v.code = c.province_code left join stood s on s.record_id = c.id left join moved g on g.record_id = c.id
                order by c.day desc, c.id desc""".formatted(CHOSEN, STOOD, MOVED))
                .params(parameters).query((r, n) -> new Line(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getInt(6), Project.State.of(r.getString(7)), r.getObject(8, LocalDate.class), sums(r, 9),
                        r.getTimestamp(12) == null ? null : r.getTimestamp(12).toInstant().atZone(ThaiDate.ZONE).toLocalDate(), wish.since() == null ? null : sums(r, 13))).list();
    }
}
