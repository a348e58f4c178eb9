package khabuan.registry.organisation;

import khabuan.base.place.Companion;
import khabuan.base.record.Belonging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What belongs to an organisation, so that its timeline tells of it. */
@Configuration
class OrganisationBelongings {

    @Bean
    static Belonging sightingsOfOrganisation() {
        return new Belonging("organisation", "organisation_sighting", "t.organisation_id = :id", "t.seen_on::text", "organisation_id", "seen_on");
    }

    @Bean
    static Belonging certificationsOfOrganisation() {
        return new Belonging("organisation", "organisation_certification", "t.organisation_id = :id", "t.fiscal_year::text", "organisation_id", "fiscal_year");
    }

    /** Those who stay when their council goes to another unit belong to the council in force there, if there is one. */
    @Bean
    static Companion organisationsWithCouncil() {
        return new Companion("council", "organisation", "t.council_id = {id} and t.merged_into is null",
                "council_id = (select c.id from council c where c.unit_code = {unit} and c.ended_on is null and c.merged_into is null and not c.surplus)");
    }
}
