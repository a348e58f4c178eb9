package khabuan.registry.welfare;

import static khabuan.base.record.Measure.Period.STOCK;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.access.Right;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many funds are how good, at a day by the criteria of that day: what changes in the midst of a year counts anew from there on, and what counted before it still did. */
@Configuration
class QualityMeasures {

    private static final Set<String> JUDGED = Set.of("welfare_fund", "welfare_attestation", "welfare_criterion", "evidence");
    /** The ten. */
    static final List<String> INDICATORS = IntStream.rangeClosed(1, 10).mapToObj(i -> "1." + i).toList();
    /** Spans of days between which no criterion changes; what a fund meets within each of them ("held"), and of what is made of others as many parts as are wanted ("whole"). What was attested under a version that a later one carries on holds for that too ("heir"). Without a file nothing that wants one is met. */
    static final String HELD = """
            with recursive epoch as (select day as from_date, lead(day) over (order by day) as until_date
                from (select from_date as day from welfare_criterion union select until_date from welfare_criterion where until_date is not null) d),
            ruled as materialized (select c.id, c.code, c.all_of, coalesce(c.least, cardinality(c.all_of)) as least, e.from_date, e.until_date from welfare_criterion c join epoch e on e.from_date >= c.from_date and (c.until_date is null or e.from_date < c.until_date)),
            filed as (select e.record_id as fund_id, e.fiscal_year, c.id as criterion_id, min(e.attached_on) as first_on from evidence e join welfare_criterion c on e.kind = any(c.evidence)
                where e.record_kind = 'welfare-fund' /* of welfare_fund: e.record_id */ group by 1, 2, 3),
            heir as (select id, id as attested from welfare_criterion
                union all select h.id, p.id from heir h join welfare_criterion v on v.id = h.attested and v.carries join welfare_criterion p on p.code = v.code and p.until_date = v.from_date),
            proven as (select a.fund_id, a.fiscal_year, c.id as criterion_id, greatest(a.met_on, min(p.first_on)) as on_date
                from welfare_attestation a join heir on heir.attested = a.criterion_id join welfare_criterion c on c.id = heir.id
                left join filed p on p.fund_id = a.fund_id and p.criterion_id = c.id and coalesce(p.fiscal_year, a.fiscal_year) = a.fiscal_year
                where a.certified_on is not null /* of welfare_fund: a.fund_id */ group by a.id, a.fund_id, a.fiscal_year, c.id, a.met_on, c.evidence having c.evidence = '{}' or min(p.first_on) is not null),
            met as (select fund_id, fiscal_year, criterion_id, min(on_date) as on_date from proven group by 1, 2, 3),
            spans as (select m.fund_id, m.fiscal_year, r.code, r.from_date as epoch, greatest(m.on_date, r.from_date) as on_date, least(r.until_date, make_date(m.fiscal_year - 543, 10, 1)) as until_date
                from met m join ruled r on r.id = m.criterion_id),
            held as materialized (select * from spans where on_date < until_date),
            whole as materialized (select h.fund_id, h.fiscal_year, h.epoch, r.code, (array_agg(h.on_date order by h.on_date))[r.least] as on_date, min(h.until_date) as until_date
                from ruled r join held h on h.epoch = r.from_date and h.code = any(r.all_of) group by 1, 2, 3, 4, r.least having count(*) >= r.least)
            """;

    private static Measure count(String code, List<String> classes, String classSql, String from) {
        return new Measure(code, Fund.KIND, STOCK, "unit.fund", JUDGED, classes, false, HELD + """
                select f.id as record_id, f.unit_code, h.on_date, least(h.until_date, f.ended_on) as until_date, %s as class from %s join welfare_fund f on f.id = h.fund_id and f.merged_into is null""".formatted(classSql, from));
    }

    @Bean
    Measure welfareIndicator() {
        return count("welfare.indicator", INDICATORS, "h.code", "(select * from held where code in (%s)) h".formatted(INDICATORS.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))));
    }

    /** Those that meet what the composite of five is made of. */
    @Bean
    Measure welfareFive() {
        return count("welfare.five", List.of(), "null::text", "(select * from whole where code = 'five') h");
    }

    /** The five, and the one-page file with what it must hold. */
    @Bean
    Measure welfareComplete() {
        return count("welfare.complete", List.of(), "null::text", "(select * from whole where code = 'complete') h");
    }

    /** The five are met, the one-page file isn't there, or nobody has certified that it holds what it must. */
    @Bean
    Measure welfareOnePageMissing() {
        return count("welfare.one-page-missing", List.of(), "null::text", """
                (select fund_id, on_date, coalesce(complete_on, until_date) as until_date from (select fund_id, min(on_date) filter (where code = 'five') as on_date,
                    min(until_date) filter (where code = 'five') as until_date, min(on_date) filter (where code = 'complete') as complete_on from whole group by fund_id, fiscal_year, epoch) w
                  where on_date is not null and (complete_on is null or complete_on > on_date)) h""");
    }

    @Bean
    Gap welfareOnePageGap() {
        return new Gap("welfare.one-page-missing", Gap.Gravity.MIDDLING, Right.RECORD, "welfare", "/funds/{id}/quality", 60);
    }
}
