package khabuan.registry.project;

import static khabuan.base.record.Measure.Period.FLOW;
import static khabuan.base.record.Measure.Period.STOCK;

import java.util.List;
import java.util.Set;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of projects and their money. Money is what the ledger's entries moved, by the day of the entry; an entry lies where its project lies, or in the office that spent it itself. */
@Configuration
class ProjectMeasures {

    private static final Set<String> ENTRIES = Set.of("journal_entry", "project", "expenditure", "advance", "programme");

    /** The lines of entries on some accounts of the chart, in their places. Class: the programme. */
    private static Measure moved(String code, String accounts, String sign) {
        return Measure.money(code, "journal-entry", FLOW, ENTRIES, List.of(), """
                select e.id as record_id, coalesce(p.unit_code, x.office, v.office) as unit_code, e.day as on_date, null::date as until_date, r.title as class, (%s sum(l.amount))::bigint as value
                from journal_entry e join posting l on l.entry_id = e.id join ledger_account a on a.id = l.account_id and a.code in (%s)
                join programme r on r.code = a.programme left join project p on e.subject_kind = 'project' and p.id = e.subject_id left join expenditure x on e.subject_kind = 'expenditure' and x.id = e.subject_id
                left join advance v on e.subject_kind = 'advance' and v.id = e.subject_id
                where coalesce(p.unit_code, x.office, v.office) is not null group by e.id, p.unit_code, x.office, v.office, e.day, r.title having sum(l.amount) <> 0""".formatted(sign, accounts));
    }

    /** Approved for projects in force: what is given back to the frame is taken off on its day. */
    @Bean
    Measure approved() {
        return moved("money.approved", "'9300', '9310', '9400', '9500'", "");
    }

    /** Disbursed: all that left, whether it came back or not. */
    @Bean
    Measure disbursed() {
        return moved("money.disbursed", "'9400'", "");
    }

    @Bean
    Measure returned() {
        return moved("money.returned", "'9500'", "-");
    }

    /** Projects in force on a day: from approval until they are closed or cancelled. Class: the programme. */
    @Bean
    Measure inForce() {
        return new Measure("project.in-force", "project", STOCK, "unit.project", Set.of("project", "project_step", "frame", "programme"), List.of(), false, """
                select p.id as record_id, p.unit_code, s.on_date, (select min(e.on_date) from project_step e where e.project_id = p.id and e.state in ('closed', 'cancelled')) as until_date, r.title as class
                from project p join project_step s on s.project_id = p.id and s.state = 'approved' join frame f on f.id = p.frame_id join programme r on r.code = f.programme""");
    }

    /** Households, members or places that approved plans are for. Class: the programme. */
    @Bean
    Measure supported() {
        return new Measure("project.supported", "project", FLOW, "unit.supported", Set.of("project", "project_step", "project_plan", "frame", "programme"), List.of(), true, """
                select p.id as record_id, p.unit_code, s.on_date, null::date as until_date, r.title as class, l.counted::bigint as value
                from project p join project_step s on s.project_id = p.id and s.state = 'approved' join project_plan l on l.project_id = p.id and l.in_force_on is not null and l.superseded_on is null
                join frame f on f.id = p.frame_id join programme r on r.code = f.programme where l.counted is not null and p.state <> 'cancelled'""");
    }
}
