package khabuan.registry.organisation;

import java.util.Map;
import java.util.Set;
import khabuan.base.reconciliation.Reconcilable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How old systems' organisations are compared with ours. */
@Configuration
class OrganisationReconciliation {

    @Bean
    static Reconcilable comparedOrganisations(OrganisationsIntake organisations) {
        return new Reconcilable(organisations, "organisation", false,
                new Reconcilable.Standing("organisation t left join council k on k.id = t.council_id", "t.merged_into is null", "t.unit_code", "t.code",
                        Map.of("code", "t.code", "name", "t.name", "kind", "t.kind", "unit", "t.unit_code", "council", "k.code", "registered_on", "t.registered_on", "members", "t.members",
                                "activities", "nullif(t.activities, '')", "ended_on", "t.ended_on")),
                new Reconcilable.Match("s.unit", "unit", "name", "registered_on", "kind", "members", Set.of(), false));
    }
}
