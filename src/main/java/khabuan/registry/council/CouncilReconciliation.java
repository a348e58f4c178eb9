package khabuan.registry.council;

import java.util.Map;
import java.util.Set;
import khabuan.base.reconciliation.Reconcilable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How old systems' councils and members are compared with ours: a unit has one council, and a member is known by the council, the name and the day of the selection. */
@Configuration
class CouncilReconciliation {

    @Bean
    static Reconcilable comparedCouncils(CouncilsIntake councils) {
        return new Reconcilable(councils, "council", false,
                new Reconcilable.Standing("council t", "t.merged_into is null", "t.unit_code", "t.code",
                        Map.of("code", "t.code", "name", "t.name", "unit", "t.unit_code", "registered_on", "t.registered_on", "ended_on", "t.ended_on")),
                new Reconcilable.Match("s.unit", "unit", "name", "registered_on", "", "", Set.of(), true));
    }

    @Bean
    static Reconcilable comparedMembers(MembersIntake members) {
        return new Reconcilable(members, "council-member", true,
                new Reconcilable.Standing("council_member t join person p on p.id = t.person_id join council k on k.id = t.council_id", "k.merged_into is null", "k.unit_code", "null::text",
                        Map.of("council", "k.code", "full_name", "p.full_name", "class", "t.class", "village", "nullif(t.village, '')", "gender", "nullif(t.gender, '')",
                                "selected_on", "t.selected_on", "ended_on", "t.ended_on")),
                new Reconcilable.Match("s.council_unit", "council", "full_name", "selected_on", "", "", Set.of("council", "full_name", "selected_on"), false));
    }
}
