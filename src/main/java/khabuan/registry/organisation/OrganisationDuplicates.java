package khabuan.registry.organisation;

import java.util.List;
import java.util.Map;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.duplicate.Moving;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How two organisations are compared and merged; and that organisations go with their council when it is merged into another. */
@Configuration
class OrganisationDuplicates {

    @Bean
    static DuplicateKind duplicateOrganisations() {
        return new DuplicateKind("organisation", "organisation", false, "r.kind", "r.members", List.of("name", "unit_code", "council_id", "kind", "registered_on", "members", "activities"), Map.of());
    }

    @Bean
    static Moving sightingsOfDuplicate() {
        return new Moving("organisation", "organisation_sighting", "organisation_id", "true", "s.seen_on = m.seen_on and s.seen_by = m.seen_by and s.existing = m.existing and s.note = m.note");
    }

    @Bean
    static Moving certificationsOfDuplicateOrganisation() {
        return new Moving("organisation", "organisation_certification", "organisation_id", "true", "s.fiscal_year = m.fiscal_year");
    }

    @Bean
    static Moving evidenceOfDuplicateOrganisation() {
        return new Moving("organisation", "evidence", "record_id", "m.record_kind = 'organisation'", "s.record_kind = m.record_kind and s.kind = m.kind and s.fiscal_year is not distinct from m.fiscal_year and s.file_id = m.file_id");
    }

    @Bean
    static Moving organisationsOfDuplicateCouncil() {
        return new Moving("council", "organisation", "council_id", "true", "false");
    }
}
