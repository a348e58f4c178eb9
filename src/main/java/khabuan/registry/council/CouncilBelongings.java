package khabuan.registry.council;

import java.util.Set;
import khabuan.base.person.Person;
import khabuan.base.place.Companion;
import khabuan.base.record.Belonging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What belongs to a council, so that its timeline tells of it. */
@Configuration
class CouncilBelongings {

    private static final String MINE = "t.council_id = :id";

    @Bean
    static Belonging membersOfCouncil() {
        return new Belonging("council", "council_member", MINE, "coalesce((select p.full_name from present.person p where p.id = t.person_id), '…')",
                Person::masked, Set.of("council_id", "person_id"));
    }

    @Bean
    static Belonging termsOfCouncil() {
        return new Belonging("council", "council_term", MINE, "t.number::text", "council_id", "number");
    }

    @Bean
    static Belonging meetingsOfCouncil() {
        return new Belonging("council", "council_meeting", MINE, "t.held_on::text", "council_id");
    }

    @Bean
    static Belonging missionsOfCouncil() {
        return new Belonging("council", "council_mission", MINE, "t.mission::text", "council_id", "mission");
    }

    @Bean
    static Belonging certificationsOfCouncil() {
        return new Belonging("council", "council_certification", MINE, "t.fiscal_year::text", "council_id", "fiscal_year");
    }

    @Bean
    static Belonging filesOfTerm() {
        return new Belonging("council-term", "evidence", "t.record_kind = 'council-term' and t.record_id = :id", "(select f.name from present.file f where f.id = t.file_id)",
                "record_kind", "record_id", "file_id");
    }

    /** Its own files, and those of the reviews of its terms. */
    @Bean
    static Belonging filesOfCouncil() {
        return new Belonging("council", "evidence", """
                t.record_kind in ('council', 'council-term') and t.record_id = any(array(select :id union all select k.id from present.council_term k where k.council_id = :id))""",
                "(select f.name from present.file f where f.id = t.file_id)", "record_kind", "record_id", "file_id");
    }

    /** Persons of the council, save those who sit in another one there. */
    @Bean
    static Companion personsWithCouncil() {
        return new Companion("council", "person", """
                t.merged_into is null and t.id in (select m.person_id from council_member m where m.council_id = {id}) and not exists (select from council_member m join council c on c.id = m.council_id
                  where m.person_id = t.id and m.ended_on is null and c.id <> {id} and c.unit_code = {unit} and c.merged_into is null)""", "");
    }
}
