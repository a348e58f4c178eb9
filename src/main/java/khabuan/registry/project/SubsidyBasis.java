package khabuan.registry.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands behind a region's frame of matching subsidies, from the records: the funds that are given one for the first time, the funds there were when the frame was allotted, the members for whom is asked. */
@Component
public class SubsidyBasis {

    private final JdbcClient jdbc;
    private final Moments moments;

    SubsidyBasis(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** A fund that is given a subsidy for the first time. @param toldOn of its certified statement before the year, which tells of no money from the institute; null for none */
    public record First(long project, String code, long fund, String name, LocalDate toldOn) {}

    /** @param first the funds that are given one for the first time
     *  @param there the funds of the region on the day on which its frame was first allotted, as they were known then; @param on that day, or the one that is asked about when nothing was allotted
     *  @param asked the members for whom is asked in the rounds of the year; @param stated for how many the paper by which the frame was allotted says so; null for none */
    public record Basis(List<First> first, int there, LocalDate on, int asked, Integer stated) {

        /** What is printed: as it was stated, or else what is asked. */
        public int asking() {
            return stated == null ? asked : stated;
        }
    }

    Basis of(Frame frame, LocalDate day) {
        var on = jdbc.sql("select min(decided_on) from budget_movement where to_frame = ? and act = 'allot' and decided_on <= ?").params(frame.id(), day).query((r, n) -> Optional.ofNullable(r.getObject(1, LocalDate.class))).single().orElse(day);
        return new Basis(first(frame, day), moments.readApart(ThaiDate.endOf(on), () -> there(frame, on)), on, asked(frame, day),
                jdbc.sql("select amount from frame_basis where frame_id = ?").param(frame.id()).query(Integer.class).optional().orElse(null));
    }

    /** Those that are given one, and of whom neither an earlier year's nor money of the institute in their newest certified statement before the year is known. */
    private List<First> first(Frame frame, LocalDate day) {
        var given = jdbc.sql("""
                select distinct on (p.fund_id) p.id, p.code, p.fund_id, f.name, s.as_of from project p join project_plan l on l.project_id = p.id and l.in_force_on <= :day and (l.superseded_on is null or l.superseded_on > :day)
                join welfare_fund f on f.id = p.fund_id
                left join (select distinct on (fund_id) fund_id, as_of, from_codi from welfare_statement where certified_on is not null and as_of < :start order by fund_id, as_of desc) s on s.fund_id = p.fund_id
                where p.frame_id = :frame and p.state <> 'cancelled' and coalesce(s.from_codi, 0) = 0 order by p.fund_id, p.id""").param("day", day).param("frame", frame.id()).param("start", new FiscalYear(frame.budgetYear()).start())
                .query((r, n) -> new First(r.getLong(1), r.getString(2), r.getLong(3), r.getString(4), r.getObject(5, LocalDate.class))).list();
        var before = Set.copyOf(jdbc.sql("select distinct p.fund_id from project p join frame x on x.id = p.frame_id where p.fund_id is not null and x.programme = ? and x.budget_year < ? and p.state not in ('draft', 'submitted', 'returned', 'rejected', 'cancelled')")
                .params(frame.programme(), frame.budgetYear()).query(Long.class).list());
        return given.stream().filter(f -> !before.contains(f.fund())).toList();
    }

    private int there(Frame frame, LocalDate day) {
        return jdbc.sql("select count(*) from welfare_fund f join unit_now u on u.code = f.unit_code where u.region_code = :region and f.merged_into is null and f.founded_on <= :day and (f.ended_on is null or f.ended_on > :day)")
                .param("region", frame.office()).param("day", day).query(Integer.class).single();
    }

    private int asked(Frame frame, LocalDate day) {
        return jdbc.sql("""
                select coalesce(sum(q.asked), 0) from subsidy_request q join subsidy_round r on r.id = q.round_id and r.fiscal_year = :year join welfare_fund f on f.id = q.fund_id join unit_now u on u.code = f.unit_code
                where u.region_code = :region and q.asked_on <= :day and (q.ended_on is null or q.ended_on > :day)""").param("year", frame.budgetYear()).param("region", frame.office()).param("day", day).query(Integer.class).single();
    }
}
