package khabuan.registry.project;

import static khabuan.base.gap.Gap.Gravity.GRAVE;
import static khabuan.base.gap.Gap.Gravity.MIDDLING;
import static khabuan.base.gap.Gap.Gravity.SLIGHT;
import static khabuan.base.record.Measure.Period.STOCK;
import static khabuan.base.record.Measure.count;

import java.util.Set;
import khabuan.base.access.Right;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is missing or late of projects: after how many days, and from which share on, says the rule of their programme. */
@Configuration
class ProjectGaps {

    private static final String PROJECTS = "unit.project", ROOM = "project";
    /** Joins to projects "p" the rule "r" of their frame. */
    private static final String RULE = " join (select f.id as frame_id, r.contract_days, r.papers_days, r.late_days, r.unpaid_days, r.behind_percent, r.papers from frame f" + Programmes.RULE + "offset 0) r on r.frame_id = p.frame_id ";
    /** Joins to projects "p" the days "k" on which they were approved, put under agreement, and ended. */
    private static final String DAYS = """
             join (select project_id, min(on_date) filter (where state = 'approved') as approved_on, min(on_date) filter (where state = 'contracted') as contracted_on,
               min(on_date) filter (where state in ('closed', 'cancelled')) as ended_on from project_step where true /* of project: project_id */ group by 1) k on k.project_id = p.id\s""";

    @Bean
    RecordKind instalmentKind() {
        return new RecordKind("instalment", "instalment", "(select p.code || '/' || number || ' ' || p.title from project p where p.id = project_id)", "/instalments/{id}", ROOM);
    }

    /** Approved, and without an agreement. */
    @Bean
    Measure uncontracted() {
        return count("project.uncontracted", "project", STOCK, PROJECTS, Set.of("project", "project_step", "frame", "programme_rule"),
                "select p.id as record_id, p.unit_code, k.approved_on + r.contract_days as on_date, least(k.contracted_on, k.ended_on) as until_date, null::text as class from project p" + RULE + DAYS + "where k.approved_on is not null");
    }

    @Bean
    Gap uncontractedGap() {
        return new Gap("project.uncontracted", MIDDLING, Right.RECORD, ROOM, "/projects/{id}#evidence", 30);
    }

    /** Under agreement, and without one of the papers that the programme wants. */
    @Bean
    Measure papersMissing() {
        return count("project.papers-missing", "project", STOCK, PROJECTS, Set.of("project", "project_step", "frame", "programme_rule", "evidence"),
                "select p.id as record_id, p.unit_code, k.contracted_on + r.papers_days as on_date, least(case when d.kinds = cardinality(r.papers) then d.filed_on end, k.ended_on) as until_date, null::text as class from project p" + RULE + DAYS + """
                        left join lateral (select count(*) as kinds, max(g.first_on) as filed_on from (select e.kind, min(e.attached_on) as first_on from evidence e
                          where e.record_kind = 'project' and e.record_id = p.id and e.kind = any(r.papers) group by 1) g) d on true where k.contracted_on is not null""");
    }

    @Bean
    Gap papersMissingGap() {
        return new Gap("project.papers-missing", GRAVE, Right.RECORD, ROOM, "/projects/{id}#evidence", 30);
    }

    /** An instalment whose day has passed and that nobody has asked for. */
    @Bean
    Measure instalmentLate() {
        return count("project.instalment-late", "instalment", STOCK, "unit.instalment", Set.of("instalment", "payment_request", "project", "project_step", "frame", "programme_rule"), """
                select i.id as record_id, p.unit_code, greatest(i.due_on + 1 + r.late_days, k.contracted_on) as on_date,
                  least((select min(q.requested_on) from payment_request q where q.instalment_id = i.id and q.refused_on is null), i.cancelled_on, k.ended_on) as until_date, null::text as class
                from instalment i join project p on p.id = i.project_id""" + RULE + DAYS + "where k.contracted_on is not null");
    }

    @Bean
    Gap instalmentLateGap() {
        return new Gap("project.instalment-late", GRAVE, Right.RECORD, ROOM, "/instalments/{id}", 0);
    }

    /** A payment that was approved and has not left. One that the bank refused is told by itself. */
    @Bean
    Measure unpaid() {
        return count("project.unpaid", "instalment", STOCK, "unit.instalment", Set.of("instalment", "payment_request", "payment", "project", "frame", "programme_rule"), """
                select i.id as record_id, p.unit_code, q.approved_on + r.unpaid_days as on_date, least(y.issued_on, i.cancelled_on) as until_date, null::text as class
                from payment_request q join instalment i on i.id = q.instalment_id join project p on p.id = i.project_id left join payment y on y.id = q.payment_id""" + RULE
                + "where q.approved_on is not null and q.refused_on is null and y.failed_on is null");
    }

    @Bean
    Gap unpaidGap() {
        return new Gap("project.unpaid", GRAVE, Right.PAY, ROOM, "/instalments/{id}", 7);
    }

    /** A project of whose plan to date more than a share is not paid: from one day on which money fell due or moved until another. It is the centre's to see to; what the office can do about it
     *  is told by its late instalments. */
    @Bean
    Measure behind() {
        return count("project.behind", "project", STOCK, PROJECTS, Set.of("project", "project_step", "frame", "programme_rule", "instalment", "journal_entry"), """
                with moved as (select i.project_id, i.due_on + 1 as day, i.amount as planned, 0::bigint as paid from instalment i where i.cancelled_on is null /* of project: i.project_id */
                    union all select a.record_id, l.day, 0, l.amount from ledger_account a join posting l on l.account_id = a.id where a.code in ('9400', '9500') and a.record_id <> 0 /* of project: a.record_id */),
                stood as (select project_id, day, sum(sum(planned)) over w as planned, sum(sum(paid)) over w as paid from moved group by 1, 2 window w as (partition by project_id order by day)),
                judged as (select s.project_id, p.unit_code, s.day, (s.planned - s.paid) * 100 > s.planned * r.behind_percent as behind from stood s join project p on p.id = s.project_id""" + RULE + """
                ), turned as (select *, behind is distinct from coalesce(lag(behind) over (partition by project_id order by day), false) as turns from judged),
                spans as (select project_id, unit_code, behind, day, lead(day) over (partition by project_id order by day) as until from turned where turns)
                select p.project_id as record_id, p.unit_code, greatest(p.day, k.contracted_on) as on_date, least(p.until, k.ended_on) as until_date, null::text as class from spans p\s""" + DAYS.replace("= p.id", "= p.project_id") + "where p.behind and k.contracted_on is not null");
    }

    @Bean
    Gap behindGap() {
        return new Gap("project.behind", MIDDLING, Right.CENTRE, ROOM, "/projects/{id}", 30);
    }

    /** Advances that are out, over their day by more than one band of the rule and no more than the next. @param band from 1 */
    private static Measure overdue(String code, int band) {
        return count(code, Advance.KIND, STOCK, "unit.advance", Set.of("advance", "advance_rule", "payment"), """
                select v.id as record_id, v.office as unit_code, greatest(v.due_on + r.bands[%1$d] + 1, y.issued_on) as on_date, least(v.cleared_on, v.due_on + r.bands[%2$d] + 1) as until_date, null::text as class
                from advance v join payment y on y.id = v.payment_id and y.issued_on is not null and y.failed_on is null
                join lateral (select bands from advance_rule where from_fiscal_year <= fiscal_year(v.asked_on) order by from_fiscal_year desc limit 1) r on true""".formatted(band, band + 1));
    }

    @Bean
    Measure advanceOverdue() {
        return overdue("advance.overdue", 1);
    }

    @Bean
    Gap advanceOverdueGap() {
        return new Gap("advance.overdue", SLIGHT, Right.RECORD, ROOM, "/advances/{id}#evidence", 15);
    }

    @Bean
    Measure advanceLongOverdue() {
        return overdue("advance.long-overdue", 2);
    }

    @Bean
    Gap advanceLongOverdueGap() {
        return new Gap("advance.long-overdue", MIDDLING, Right.RECORD, ROOM, "/advances/{id}#evidence", 15);
    }

    @Bean
    Measure advanceGravelyOverdue() {
        return overdue("advance.gravely-overdue", 3);
    }

    @Bean
    Gap advanceGravelyOverdueGap() {
        return new Gap("advance.gravely-overdue", GRAVE, Right.RECORD, ROOM, "/advances/{id}#evidence", 0);
    }
}
