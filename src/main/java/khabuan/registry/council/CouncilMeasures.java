package khabuan.registry.council;

import static khabuan.base.record.Measure.Period.FLOW;
import static khabuan.base.record.Measure.Period.STOCK;
import static khabuan.base.record.Measure.count;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of councils. A registered, a certified, a documented and a reviewed council are independent facts, each with its own day. */
@Configuration
class CouncilMeasures {

    private static final String COUNCILS = "unit.council";

    @Bean
    RecordKind council() {
        return new RecordKind("council", "council", "name", "/councils/{id}", "council");
    }

    @Bean
    RecordKind councilTerm() {
        return new RecordKind("council-term", "council_term",
                "(select c.name from council c where c.id = council_id) || ' (' || number || ')'", "/councils/terms/{id}", "council");
    }

    @Bean
    RecordKind councilMember() {
        return new RecordKind("council-member", "council_member", "(select c.name from council c where c.id = council_id) || ' · ' || village", "/councils/members/{id}", "council");
    }

    @Bean
    Measure registered() {
        return count("council.registered", "council", STOCK, COUNCILS, Set.of("council"), """
                select id as record_id, unit_code, registered_on as on_date, ended_on as until_date, null::text as class
                from council where merged_into is null""");
    }

    /** Councils beyond the one that a unit may have in force, loaded from the old systems. */
    @Bean
    Measure surplus() {
        return count("council.surplus", "council", STOCK, COUNCILS, Set.of("council"), """
                select id as record_id, unit_code, registered_on as on_date, ended_on as until_date, null::text as class
                from council where surplus and merged_into is null""");
    }

    @Bean
    Measure newlyRegistered() {
        return count("council.new", "council", FLOW, COUNCILS, Set.of("council"), """
                select id as record_id, unit_code, registered_on as on_date, ended_on as until_date, null::text as class
                from council where merged_into is null""");
    }

    @Bean
    Measure sittingMembers() {
        return new Measure("council.members", "council-member", STOCK, "unit.person", Set.of("council", "council_member"), List.of("community", "qualified"), false, """
                select m.id as record_id, c.unit_code, m.selected_on as on_date, least(m.ended_on, c.ended_on) as until_date, m.class
                from council_member m join council c on c.id = m.council_id where c.merged_into is null""");
    }

    /** Class: the fiscal year of registration, so that the certified among the new are a figure of their own. */
    @Bean
    Measure certified() {
        return count("council.certified", "council", FLOW, COUNCILS, Set.of("council", "council_certification"), """
                select c.id as record_id, c.unit_code, k.certified_on as on_date, null::date as until_date, fiscal_year(c.registered_on)::text as class
                from council_certification k join council c on c.id = k.council_id where c.merged_into is null""");
    }

    private static final String DOCUMENTED = """
            (select record_id as council_id, greatest(min(attached_on) filter (where kind = 'js02'), min(attached_on) filter (where kind = 'js03')) as day
             from evidence where record_kind = 'council' and kind in ('js02', 'js03') /* of council: record_id */
             group by record_id having count(distinct kind) = 2)""";

    /** Both จส.02 and จส.03 attached. Class: the fiscal year of registration. */
    @Bean
    Measure documented() {
        return count("council.documented", "council", STOCK, COUNCILS, Set.of("council", "evidence"), """
                select c.id as record_id, c.unit_code, greatest(d.day, c.registered_on) as on_date, c.ended_on as until_date, fiscal_year(c.registered_on)::text as class
                from council c join %s d on d.council_id = c.id where c.merged_into is null""".formatted(DOCUMENTED));
    }

    @Bean
    Measure undocumented() {
        return count("council.undocumented", "council", STOCK, COUNCILS, Set.of("council", "evidence"), """
                select c.id as record_id, c.unit_code, c.registered_on as on_date, least(case when d.day is not null then greatest(d.day, c.registered_on) end, c.ended_on) as until_date, null::text as class
                from council c left join %s d on d.council_id = c.id where c.merged_into is null""".formatted(DOCUMENTED));
    }

    /** Terms that have ended, each counted once: a council may have more than one. */
    @Bean
    Measure termDue() {
        return count("council.term-due", "council-term", STOCK, "unit.term", Set.of("council", "council_term"), """
                select t.id as record_id, c.unit_code, t.due_on as on_date, null::date as until_date, null::text as class
                from council_term t join council c on c.id = t.council_id where t.withdrawn_because = '' and c.merged_into is null""");
    }

    @Bean
    Measure termReviewed() {
        return count("council.term-reviewed", "council-term", STOCK, "unit.term", Set.of("council", "council_term"), """
                select t.id as record_id, c.unit_code, greatest(t.due_on, t.reviewed_on) as on_date, null::date as until_date, null::text as class
                from council_term t join council c on c.id = t.council_id
                where t.withdrawn_because = '' and t.reviewed_on is not null and c.merged_into is null""");
    }

    @Bean
    Measure termUnreviewed() {
        return count("council.term-unreviewed", "council-term", STOCK, "unit.term", Set.of("council", "council_term"), """
                select t.id as record_id, c.unit_code, t.due_on as on_date,
                       case when t.reviewed_on is not null then greatest(t.due_on, t.reviewed_on) end as until_date, null::text as class
                from council_term t join council c on c.id = t.council_id where t.withdrawn_because = '' and c.merged_into is null""");
    }

    @Bean
    Measure mission() {
        return new Measure("council.mission", "council", FLOW, "unit.mission", Set.of("council", "council_mission"),
                IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList(), false, """
                select c.id as record_id, c.unit_code, m.done_on as on_date, null::date as until_date, m.mission::text as class
                from council_mission m join council c on c.id = m.council_id where c.merged_into is null""");
    }

    /** The day on which the last was there of what a rule wants of a council's work of a fiscal year; {@link CouncilRules} judges one council by the same columns. */
    private static Measure rule(String code) {
        return count("council." + code, "council", FLOW, COUNCILS, RULED, met(code, "null::text"));
    }

    /** What the verdict of a rule follows from. */
    static final Set<String> RULED = Set.of("council", "council_mission", "council_meeting", "council_rule", "evidence");

    /** A rule by fiscal year, and of each council and year the missions that it asks for. */
    private static final String WORK = """
                with rule as materialized (select y.fiscal_year, r.meetings, r.base_missions || r.all_of as required, r.base_missions, r.other_missions, r.any_of, r.evidence
                    from (select distinct fiscal_year from council_mission where true /* of council: council_id */) y cross join lateral (select * from council_rule
                      where code = '%1$s' and from_fiscal_year <= y.fiscal_year order by from_fiscal_year desc limit 1) r),
                done as (select m.council_id, m.fiscal_year, max(m.done_on) filter (where m.mission = any(r.required)) as required_on,
                           count(*) filter (where m.mission = any(r.required)) as required_done, min(m.done_on) filter (where m.mission = any(r.any_of)) as any_on,
                           (array_agg(m.done_on order by m.done_on) filter (where not m.mission = any(r.base_missions)))[max(r.other_missions)] as other_on
                         from council_mission m join rule r on r.fiscal_year = m.fiscal_year where true /* of council: m.council_id */ group by m.council_id, m.fiscal_year)""";
    /** Whether the missions are done, and since when the last of them is. */
    private static final String DONE = """
            c.merged_into is null and d.required_done = cardinality(r.required) and (r.any_of = '{}' or d.any_on is not null) and (r.other_missions = 0 or d.other_on is not null)""";
    private static final String DONE_ON = "d.required_on, d.any_on, d.other_on";

    /** The councils that meet a rule, a row for each fiscal year. @param classSql an expression over d, which has the fiscal year */
    static String met(String code, String classSql) {
        return """
                %1$s,
                met as (select council_id, fiscal_year(held_on) as fiscal_year, array_agg(held_on order by held_on) as days
                        from council_meeting where (select max(meetings) from rule) > 0 /* of council: council_id */ group by 1, 2),
                filed as (select council_id, fiscal_year, max(first_on) as filed_on, count(*) as kinds
                          from (select e.record_id as council_id, e.fiscal_year, e.kind, min(e.attached_on) as first_on
                                from evidence e join rule r on r.fiscal_year = e.fiscal_year and e.kind = any(r.evidence)
                                where e.record_kind = 'council' and (select max(cardinality(evidence)) from rule) > 0 /* of council: e.record_id */ group by 1, 2, 3) f group by 1, 2)
                select c.id as record_id, c.unit_code, greatest(%2$s, m.days[r.meetings], f.filed_on) as on_date, null::date as until_date, %3$s as class
                from done d join rule r on r.fiscal_year = d.fiscal_year
                join council c on c.id = d.council_id
                left join met m on m.council_id = d.council_id and m.fiscal_year = d.fiscal_year
                left join filed f on f.council_id = d.council_id and f.fiscal_year = d.fiscal_year
                where %4$s and (r.meetings = 0 or m.days[r.meetings] is not null) and coalesce(f.kinds, 0) = cardinality(r.evidence)""".formatted(WORK.formatted(code), DONE_ON, classSql, DONE);
    }

    /** Concrete performance (s.19 and s.21). */
    @Bean
    Measure concrete() {
        return rule("concrete");
    }

    /** The ก.พ.ร. capacity test: one of some missions, all of others, and the files. */
    @Bean
    Measure capacity() {
        return rule("capacity");
    }

    /** The councils that did the missions of the capacity test, whether or not its files are there. */
    @Bean
    Measure capacityMissions() {
        return count("council.capacity-missions", "council", FLOW, COUNCILS, Set.of("council", "council_mission", "council_rule"), """
                %s
                select c.id as record_id, c.unit_code, greatest(%s) as on_date, null::date as until_date, null::text as class
                from done d join rule r on r.fiscal_year = d.fiscal_year join council c on c.id = d.council_id where %s""".formatted(WORK.formatted("capacity"), DONE_ON, DONE));
    }

    /** The files that these councils attached. Class: the kind of file. */
    @Bean
    Measure capacityFiles() {
        return new Measure("council.capacity-file", "council", FLOW, COUNCILS, Set.of("council", "council_mission", "council_rule", "evidence"), List.of("problem-report", "letter-copy", "follow-up"), false, """
                %s,
                filed as (select e.record_id as council_id, e.fiscal_year, e.kind, min(e.attached_on) as first_on from evidence e join rule r on r.fiscal_year = e.fiscal_year and e.kind = any(r.evidence)
                          where e.record_kind = 'council' /* of council: e.record_id */ group by 1, 2, 3)
                select c.id as record_id, c.unit_code, greatest(%s, f.first_on) as on_date, null::date as until_date, f.kind as class
                from done d join rule r on r.fiscal_year = d.fiscal_year join council c on c.id = d.council_id join filed f on f.council_id = d.council_id and f.fiscal_year = d.fiscal_year
                where %s""".formatted(WORK.formatted("capacity"), DONE_ON, DONE));
    }
}
