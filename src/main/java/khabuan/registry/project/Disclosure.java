package khabuan.registry.project;

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

    /** A disclosed project.
     *  @param changedOn the day on which the last entry of its money was recorded */
    public record Line(String code, String title, String programme, String unit, String province, int budgetYear, Project.State state, LocalDate approvedOn, Baht approved, Baht paid, Baht returned, LocalDate changedOn) {}

    /** What is asked for.
     *  @param budgetYear 0 for all; @param programme @param province "" for all
     *  @param since only what changed since that day; null for all */
    public record Wish(int budgetYear, String programme, String province, LocalDate since) {}

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

    /** The lines, newest approval first. */
    List<Line> lines(Wish wish, int limit, long offset) {
        var parameters = parameters(wish);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return jdbc.sql("""
                with chosen as (select p.id, p.code, p.title, p.state, p.unit_code, f.budget_year, r.title as programme, a.day, d.province_code %s order by a.day desc, p.id desc limit :limit offset :offset),
                stood as (select l.record_id, sum(m.amount) filter (where l.code in ('9300', '9310', '9400', '9500')) as approved, sum(m.amount) filter (where l.code = '9400') as paid, -sum(m.amount) filter (where l.code = '9500') as returned
                  from ledger_account l join ledger_month m on m.account_id = l.id where l.record_id in (select id from chosen) and l.code in ('9300', '9310', '9400', '9500') group by 1)
                select c.*, n.type || n.name_th, v.name_th, coalesce(s.approved, 0)::bigint, coalesce(s.paid, 0)::bigint, coalesce(s.returned, 0)::bigint,
                  (select max(e.recorded_at) from journal_entry e where e.subject_kind = 'project' and e.subject_id = c.id)
                from chosen c join unit_form n on n.unit_code = c.unit_code and n.until_date is null join province v on v.code = c.province_code left join stood s on s.record_id = c.id order by c.day desc, c.id desc""".formatted(CHOSEN))
                .params(parameters).query((r, n) -> new Line(r.getString("code"), r.getString("title"), r.getString("programme"), r.getString(10), r.getString(11), r.getInt("budget_year"), Project.State.of(r.getString("state")),
                        r.getObject("day", LocalDate.class), new Baht(r.getLong(12)), new Baht(r.getLong(13)), new Baht(r.getLong(14)), r.getTimestamp(15) == null ? null : r.getTimestamp(15).toInstant().atZone(ThaiDate.ZONE).toLocalDate())).list();
    }
}
