package khabuan.registry.organisation;

import java.util.Set;
import khabuan.base.access.Right;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is missing of organisations, and who mends it by when. */
@Configuration
class OrganisationGaps {

    /** Neither seen nor registered in the fiscal year: nobody knows whether they still exist. A certification is no sighting, for it may be given without one, with a reason. */
    @Bean
    Measure unseen() {
        return Measure.count("organisation.unseen", "organisation", Measure.Period.STOCK, "unit.organisation",
                Set.of("organisation", "organisation_sighting"), """
                with seen as (select organisation_id, seen_on from organisation_sighting where true /* of organisation: organisation_id */),
                known as (select organisation_id, seen_on, lead(seen_on) over (partition by organisation_id order by seen_on) as next_on
                          from (table seen union all select id, registered_on from organisation where id in (select organisation_id from seen)) d)
                select o.id as record_id, o.unit_code, make_date(fiscal_year(coalesce(k.seen_on, o.registered_on)) - 543, 10, 1) as on_date, least(k.next_on, o.ended_on) as until_date, null::text as class
                from organisation o left join known k on k.organisation_id = o.id
                where o.merged_into is null and (k.next_on is null or fiscal_year(k.next_on) > fiscal_year(k.seen_on))""");
    }

    @Bean
    Gap unseenGap() {
        return new Gap("organisation.unseen", Gap.Gravity.SLIGHT, Right.RECORD, "organisation", "/organisations/{id}#sighting", 365);
    }
}
