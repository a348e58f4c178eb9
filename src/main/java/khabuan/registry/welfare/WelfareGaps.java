package khabuan.registry.welfare;

import static khabuan.base.record.Measure.Period.STOCK;

import java.util.Set;
import khabuan.base.access.Right;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is missing of welfare funds, and who mends it by when. */
@Configuration
class WelfareGaps {

    private static final Set<String> STATED = Set.of("welfare_fund", "welfare_statement");

    /** No certified statement in a fiscal year: what is told of the fund is of an earlier year. From the first day of the year, or of the fund, until one comes. */
    @Bean
    Measure welfareStale() {
        return Measure.count("welfare.stale", Fund.KIND, STOCK, "unit.fund", STATED, """
                with stated as (select fund_id, fiscal_year, min(as_of) as on_date from welfare_statement where certified_on is not null /* of welfare_fund: fund_id */ group by 1, 2),
                known as (select f.id, f.unit_code, f.ended_on, coalesce(make_date(s.fiscal_year - 543, 10, 1), f.founded_on) as on_date, s.on_date as stated_on, s.fiscal_year
                  from welfare_fund f left join stated s on s.fund_id = f.id where f.merged_into is null),
                first as (select f.id, f.unit_code, f.ended_on, f.founded_on as on_date, min(s.on_date) as next_on from welfare_fund f join stated s on s.fund_id = f.id where f.merged_into is null group by 1, 2, 3, 4),
                spans as (select id, unit_code, ended_on, on_date, lead(stated_on) over (partition by id order by stated_on) as next_on from known union all table first)
                select id as record_id, unit_code, on_date, least(next_on, ended_on) as until_date, null::text as class from spans where next_on is null or next_on > on_date""");
    }

    @Bean
    Gap welfareStaleGap() {
        return new Gap("welfare.stale", Gap.Gravity.MIDDLING, Right.RECORD, "welfare", "/funds/{id}", 365);
    }

    /** The newest certified statement doesn't tell how many lead the fund. */
    @Bean
    Measure welfareCommitteeUnknown() {
        return Measure.count("welfare.committee-unknown", Fund.KIND, STOCK, "unit.fund", STATED, """
                select f.id as record_id, f.unit_code, s.as_of as on_date, least(s.next_on, f.ended_on) as until_date, null::text as class
                from %s where s.committee is null""".formatted(WelfareMeasures.STANDING));
    }

    /** The newest committee is beyond its term: from the day on which it ended, until another is elected. */
    @Bean
    Measure welfareCommitteeEnded() {
        return Measure.count("welfare.committee-ended", Fund.KIND, STOCK, "unit.fund", Set.of("welfare_fund", "welfare_election"), """
                select f.id as record_id, f.unit_code, e.until_date as on_date, least(e.next_on, f.ended_on) as until_date, null::text as class
                from (select fund_id, until_date, lead(elected_on) over (partition by fund_id order by elected_on) as next_on from welfare_election where true /* of welfare_fund: fund_id */) e
                join welfare_fund f on f.id = e.fund_id and f.merged_into is null where (e.next_on is null or e.next_on > e.until_date) and (f.ended_on is null or f.ended_on > e.until_date)""");
    }

    @Bean
    Gap welfareCommitteeEndedGap() {
        return new Gap("welfare.committee-ended", Gap.Gravity.MIDDLING, Right.RECORD, "welfare", "/funds/{id}/committee", 60);
    }

    @Bean
    Gap welfareCommitteeGap() {
        return new Gap("welfare.committee-unknown", Gap.Gravity.SLIGHT, Right.RECORD, "welfare", "/funds/{id}", 90);
    }
}
