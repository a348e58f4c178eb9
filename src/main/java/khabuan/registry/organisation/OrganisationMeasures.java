package khabuan.registry.organisation;

import static khabuan.base.record.Measure.Period.FLOW;
import static khabuan.base.record.Measure.Period.STOCK;
import static khabuan.base.record.Measure.count;

import java.util.Set;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of organisations. */
@Configuration
class OrganisationMeasures {

    @Bean
    RecordKind organisation() {
        return new RecordKind("organisation", "organisation", "name", "/organisations/{id}", "organisation");
    }

    @Bean
    Measure organisationsRegistered() {
        return count("organisation.registered", "organisation", STOCK, "unit.organisation", Set.of("organisation"), """
                select id as record_id, unit_code, registered_on as on_date, ended_on as until_date, null::text as class
                from organisation where merged_into is null""");
    }

    @Bean
    Measure organisationsNew() {
        return count("organisation.new", "organisation", FLOW, "unit.organisation", Set.of("organisation"), """
                select id as record_id, unit_code, registered_on as on_date, ended_on as until_date, null::text as class
                from organisation where merged_into is null""");
    }

    @Bean
    Measure organisationsCertified() {
        return count("organisation.certified", "organisation", FLOW, "unit.organisation", Set.of("organisation", "organisation_certification"), """
                select o.id as record_id, o.unit_code, k.certified_on as on_date, null::date as until_date, null::text as class
                from organisation_certification k join organisation o on o.id = k.organisation_id where o.merged_into is null""");
    }
}
