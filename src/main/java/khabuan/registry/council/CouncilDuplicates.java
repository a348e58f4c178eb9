package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.duplicate.Moving;
import khabuan.base.duplicate.Trait;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How two councils are compared and merged: a unit has one council, so two in one unit are always suspected; what both did on one day or in one year counts once. */
@Configuration
class CouncilDuplicates {

    @Bean
    static DuplicateKind duplicateCouncils() {
        return new DuplicateKind("council", "council", true, "''", "null::int", List.of("name", "unit_code", "registered_on"), Map.of("surplus", "s.surplus and l.surplus"));
    }

    /** Who sits or sat in two councils, by name: two councils of the same people are likelier one. Members of persons that the reader may not see are left out. */
    @Bean
    static Trait membersOfCouncils() {
        return new Trait("council", "members", """
                select m.council_id as id, regexp_replace(p.full_name, '^(นางสาว|นาง|นาย|น\\.ส\\.)|\\s', '', 'g') as value, null::date as from_date, null::date as until_date
                from council_member m join person p on p.id = m.person_id""", 0.04, 0.2, 0);
    }

    @Bean
    static Trait villageOfPerson() {
        return new Trait("person", "village", """
                select m.person_id as id, c.unit_code || ' ' || coalesce(substring(translate(m.village, '๐๑๒๓๔๕๖๗๘๙', '0123456789') from '[0-9]+'), replace(m.village, ' ', '')) as value,
                  null::date as from_date, null::date as until_date
                from council_member m join council c on c.id = m.council_id where m.village <> ''""", 0.07, 0.07, -0.15);
    }

    @Bean
    static Trait genderOfPerson() {
        return new Trait("person", "gender", "select person_id as id, gender as value, null::date as from_date, null::date as until_date from council_member where gender <> ''", 0, 0, -0.4);
    }

    /** Nobody represents the communities of two tambons at one time. */
    @Bean
    static Trait officeOfPerson() {
        return new Trait("person", "office", """
                select m.person_id as id, c.unit_code as value, m.selected_on as from_date, least(m.ended_on, c.ended_on) as until_date
                from council_member m join council c on c.id = m.council_id""", 0, 0, -0.35);
    }

    /** Of two memberships in one council at the same time the one is the other: it ends where the survivor's begins, so that the person is counted once. */
    @Bean
    static Moving membershipsOfDuplicatePerson() {
        String same = "s.council_id = m.council_id and (m.ended_on is null or s.selected_on < m.ended_on) and (s.ended_on is null or m.ended_on <= s.ended_on)";
        return new Moving("person", "council_member", "person_id", "true", same,
                "ended_on = greatest(m.selected_on, (select min(s.selected_on) from council_member s where s.person_id = :survivor and " + same + "))");
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
