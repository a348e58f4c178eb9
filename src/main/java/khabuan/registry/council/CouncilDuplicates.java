package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.duplicate.Moving;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How two councils are compared and merged: a unit has one council, so two in one unit are always suspected; what both did on one day or in one year counts once. */
@Configuration
class CouncilDuplicates {

    @Bean
    static DuplicateKind duplicateCouncils() {
        return new DuplicateKind("council", "council", true, "''", "null::int", List.of("name", "unit_code", "registered_on"), Map.of("surplus", "s.surplus and l.surplus"));
    }

    private static Moving moving(String table, String stays) {
        return new Moving("council", table, "council_id", "true", stays);
    }

    @Bean
    static Moving membersOfDuplicate() {
        return moving("council_member", """
                s.ended_on is null and m.ended_on is null and (s.person_id = m.person_id
                  or (select p.full_name from person p where p.id = s.person_id) = (select p.full_name from person p where p.id = m.person_id))""");
    }

    @Bean
    static Moving termsOfDuplicate() {
        return moving("council_term", "s.number = m.number and s.withdrawn_because = '' and m.withdrawn_because = ''");
    }

    @Bean
    static Moving meetingsOfDuplicate() {
        return moving("council_meeting", "s.held_on = m.held_on");
    }

    @Bean
    static Moving missionsOfDuplicate() {
        return moving("council_mission", "s.fiscal_year = m.fiscal_year and s.mission = m.mission");
    }

    @Bean
    static Moving certificationsOfDuplicate() {
        return moving("council_certification", "s.fiscal_year = m.fiscal_year");
    }

    @Bean
    static Moving evidenceOfDuplicateCouncil() {
        return new Moving("council", "evidence", "record_id", "m.record_kind = 'council'", "s.record_kind = m.record_kind and s.kind = m.kind and s.fiscal_year is not distinct from m.fiscal_year and s.file_id = m.file_id");
    }
}
