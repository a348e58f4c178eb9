package khabuan.registry.organisation;

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
}
