package khabuan.registry.council;

import static khabuan.base.gap.Gap.Gravity.GRAVE;
import static khabuan.base.gap.Gap.Gravity.MIDDLING;
import static khabuan.base.gap.Gap.Gravity.SLIGHT;
import static khabuan.base.record.Measure.Period.FLOW;
import static khabuan.base.record.Measure.Period.STOCK;
import static khabuan.base.record.Measure.count;

import java.util.Set;
import khabuan.base.access.Right;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is missing or wrong of councils: the measures that only the work of mending needs, and who mends what by when. */
@Configuration
class CouncilGaps {

    private static final String PLACES = "unit.council";

    private static Gap gap(String measure, Gap.Gravity gravity, Right right, String mend, int days) {
        return new Gap(measure, gravity, right, "council", mend, days);
    }

    @Bean
    Gap undocumentedGap() {
        return gap("council.undocumented", GRAVE, Right.RECORD, "/councils/{id}#files", 30);
    }

    @Bean
    Gap termOverdueGap() {
        return gap("council.term-unreviewed", GRAVE, Right.RECORD, "/councils/terms/{id}", 0);
    }

    @Bean
    Gap surplusGap() {
        return gap("council.surplus", GRAVE, Right.RECORD, "/councils/{id}", 30);
    }

    /** Registered in the fiscal year and not yet certified. */
    @Bean
    Measure uncertified() {
        return count("council.uncertified", "council", FLOW, PLACES, Set.of("council", "council_certification"), """
                select c.id as record_id, c.unit_code, c.registered_on as on_date, least(k.certified_on, c.ended_on) as until_date, null::text as class
                from council c left join council_certification k on k.council_id = c.id and k.fiscal_year = fiscal_year(c.registered_on) where c.merged_into is null""");
    }

    @Bean
    Gap uncertifiedGap() {
        return gap("council.uncertified", GRAVE, Right.CERTIFY, "/councils/{id}/certification", 30);
    }

    /** Due within ninety days and not yet reviewed. */
    @Bean
    Measure termComing() {
        return count("council.term-coming", "council-term", STOCK, PLACES, Set.of("council", "council_term"), """
                select t.id as record_id, c.unit_code, t.due_on - 90 as on_date, least(t.due_on, t.reviewed_on, c.ended_on) as until_date, null::text as class
                from council_term t join council c on c.id = t.council_id where t.withdrawn_because = '' and c.merged_into is null""");
    }

    @Bean
    Gap termComingGap() {
        return gap("council.term-coming", MIDDLING, Right.RECORD, "/councils/terms/{id}", 90);
    }

    /** A term that came due while the one before it was still to be reviewed, so that the council counts as due twice. */
    @Bean
    Measure termTwice() {
        return count("council.term-twice", "council-term", STOCK, PLACES, Set.of("council", "council_term"), """
                select t.id as record_id, c.unit_code, t.due_on as on_date, least(t.reviewed_on, e.reviewed_on, c.ended_on) as until_date, null::text as class
                from council_term t join council_term e on e.council_id = t.council_id and e.number = t.number - 1 and e.withdrawn_because = ''
                join council c on c.id = t.council_id where t.withdrawn_because = '' and c.merged_into is null""");
    }

    @Bean
    Gap termTwiceGap() {
        return gap("council.term-twice", MIDDLING, Right.RECORD, "/councils/terms/{id}", 30);
    }

    /** After one quarter of a fiscal year no meeting, after two fewer than two, after three fewer than three: of councils that hold meetings in that year. */
    @Bean
    Measure meetingsBehind() {
        return count("council.meetings-behind", "council", STOCK, PLACES, Set.of("council", "council_meeting"), """
                select c.id as record_id, c.unit_code, s.starts as on_date, least(m.days[q], (s.starts + interval '3 months')::date, c.ended_on) as until_date, null::text as class
                from (select council_id, fiscal_year(held_on) as year, array_agg(held_on order by held_on) as days from council_meeting
                      where true /* of council: council_id */ group by 1, 2) m
                join council c on c.id = m.council_id
                cross join generate_series(1, 3) q cross join lateral (select make_date(m.year - 543, q * 3 - 2, 1) as starts) s
                where c.merged_into is null and (m.days[q] is null or m.days[q] > s.starts)""");
    }

    @Bean
    Gap meetingsBehindGap() {
        return gap("council.meetings-behind", SLIGHT, Right.RECORD, "/councils/{id}/meetings/new", 45);
    }

    /** Works in the fiscal year, but has not done all of the base missions (10, 11, 12). */
    @Bean
    Measure missionsMissing() {
        return count("council.missions-missing", "council", STOCK, PLACES, Set.of("council", "council_mission", "council_rule"), """
                select c.id as record_id, c.unit_code, d.first_on as on_date,
                       least(case when d.base = cardinality(r.base_missions) then d.base_on end, make_date(d.fiscal_year - 543, 10, 1), c.ended_on) as until_date, null::text as class
                from (select m.council_id, m.fiscal_year, min(m.done_on) as first_on, max(m.done_on) filter (where m.mission = any(r.base_missions)) as base_on,
                             count(*) filter (where m.mission = any(r.base_missions)) as base
                      from council_mission m join lateral (select base_missions from council_rule where code = 'concrete' and from_fiscal_year <= m.fiscal_year
                        order by from_fiscal_year desc limit 1) r on true where true /* of council: m.council_id */ group by 1, 2) d
                join lateral (select base_missions from council_rule where code = 'concrete' and from_fiscal_year <= d.fiscal_year order by from_fiscal_year desc limit 1) r on true
                join council c on c.id = d.council_id where c.merged_into is null""");
    }

    @Bean
    Gap missionsMissingGap() {
        return gap("council.missions-missing", MIDDLING, Right.RECORD, "/councils/{id}/missions", 120);
    }

    /** Has done the missions of the ก.พ.ร. test, but not all of its files are there. */
    @Bean
    Measure filesMissing() {
        return count("council.files-missing", "council", STOCK, PLACES, Set.of("council", "council_mission", "council_rule", "evidence"), """
                select c.id as record_id, c.unit_code, greatest(d.any_on, d.all_on) as on_date,
                       least(case when f.kinds = cardinality(d.evidence) then f.filed_on end, make_date(d.fiscal_year - 543, 10, 1), c.ended_on) as until_date, null::text as class
                from (select m.council_id, m.fiscal_year, r.evidence, min(m.done_on) filter (where m.mission = any(r.any_of)) as any_on,
                             max(m.done_on) filter (where m.mission = any(r.all_of)) as all_on, count(*) filter (where m.mission = any(r.all_of)) = cardinality(r.all_of) as all_done
                      from council_mission m join lateral (select * from council_rule where code = 'capacity' and from_fiscal_year <= m.fiscal_year
                        order by from_fiscal_year desc limit 1) r on true where true /* of council: m.council_id */ group by 1, 2, 3, r.all_of) d
                left join (select council_id, fiscal_year, max(first_on) as filed_on, count(*) as kinds
                           from (select e.record_id as council_id, e.fiscal_year, e.kind, min(e.attached_on) as first_on
                                 from evidence e where e.record_kind = 'council' and e.kind in (select unnest(evidence) from council_rule where code = 'capacity')
                                 /* of council: e.record_id */ group by 1, 2, 3) k group by 1, 2) f
                  on f.council_id = d.council_id and f.fiscal_year = d.fiscal_year
                join council c on c.id = d.council_id where c.merged_into is null and d.any_on is not null and d.all_done""");
    }

    @Bean
    Gap filesMissingGap() {
        return gap("council.files-missing", GRAVE, Right.RECORD, "/councils/{id}#files", 30);
    }

    /** Qualified members beyond one fifth of the community representatives. */
    @Bean
    Measure qualifiedExcess() {
        return count("council.qualified-excess", "council", STOCK, PLACES, Set.of("council", "council_member"), """
                select c.id as record_id, c.unit_code, m.last_on as on_date, c.ended_on as until_date, null::text as class
                from (select council_id, max(selected_on) filter (where class = 'qualified') as last_on, count(*) filter (where class = 'qualified') as qualified,
                             count(*) filter (where class = 'community') as community
                      from council_member where ended_on is null /* of council: council_id */ group by 1) m
                join council c on c.id = m.council_id where c.merged_into is null and m.qualified * 5 > m.community""");
    }

    @Bean
    Gap qualifiedExcessGap() {
        return gap("council.qualified-excess", MIDDLING, Right.RECORD, "/councils/{id}#members", 60);
    }

    /** Local units in which no council is in force. */
    @Bean
    Measure unitsWithoutCouncil() {
        return count("units.without-council", "unit", STOCK, "unit.place", Set.of("unit", "council"), """
                select u.id as record_id, u.code as unit_code, greatest(u.founded_on, date '2008-01-01', case when c.in_force then null else c.last_end end) as on_date,
                       least(u.ended_on, case when c.in_force or c.last_end is null then c.first_registered end) as until_date, null::text as class
                from unit u left join (select unit_code, min(registered_on) as first_registered, bool_or(ended_on is null) as in_force, max(ended_on) as last_end
                                       from council where merged_into is null group by unit_code) c on c.unit_code = u.code""");
    }

    @Bean
    Gap unitsWithoutCouncilGap() {
        return gap("units.without-council", SLIGHT, Right.RECORD, "/councils/new?unit={unit}", 365);
    }
}
