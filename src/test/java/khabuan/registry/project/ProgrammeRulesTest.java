package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("The rule of a programme")
class ProgrammeRulesTest extends ProjectStory {

    @Autowired Programmes programmes;
    @Autowired ProgrammeRules rules;
    @Autowired MockMvc mvc;

    private static ProgrammeRules.Draft draft(int from, List<Integer> shares) {
        return new ProgrammeRules.Draft(from, "household", Baht.of(20_000), null, List.of("proposal", "bank-book"), List.of(Body.WORKING_GROUP, Body.BOARD), shares, true, new Programme.Watch(10, 20, 5, 7, 25), "มติคณะกรรมการสถาบัน ครั้งที่ 8/2562");
    }

    private Programme programme(String code) {
        return programmes.find(code).orElseThrow();
    }

    private String page(Programme programme) {
        return "/programmes/" + programme.id();
    }

    private void refused(Refusal why, String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> {
            assertThat(r.refusal()).isEqualTo(why);
            assertThat(r.field()).isEqualTo(field);
        });
    }

    @Test
    @DisplayName("is set by the centre for a year that no project uses: it holds from then on, earlier years keep theirs, and who said so stands in the history")
    void set() throws Exception {
        var programme = programme("homeless");
        int from = Math.max(2690, rules.firstFree("homeless"));
        rules.set(people.centreOfficer(), programme, draft(from, List.of(50, 30, 20)));
        assertThat(programmes.rule("homeless", from + 1).shares()).containsExactly(50, 30, 20);
        assertThat(programmes.rule("homeless", from + 1).bodies()).containsExactly(Body.WORKING_GROUP, Body.BOARD);
        assertThat(programmes.rule("homeless", from - 1).shares()).containsExactly(50, 50);
        rules.set(people.centreOfficer(), programme, draft(from, List.of(60, 40)));
        assertThat(programmes.rules("homeless").stream().filter(r -> r.fromFiscalYear() == from)).singleElement().satisfies(r -> assertThat(r.shares()).containsExactly(60, 40));
        assertThat(mvc.perform(get(page(programme)).with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString())
                .contains("มติคณะกรรมการสถาบัน ครั้งที่ 8/2562", "<del>50, 30, 20</del>", "20,000.00").doesNotContain("2000000");
    }

    @Test
    @DisplayName("says when its projects are told of: the form shows what holds, and keeps what is typed")
    void watched() throws Exception {
        var programme = programme("homeless");
        rules.set(people.centreOfficer(), programme, draft(2692, List.of(100)));
        assertThat(programmes.rule("homeless", 2692).watch()).isEqualTo(new Programme.Watch(10, 20, 5, 7, 25));
        assertThat(mvc.perform(get(page(programme)).with(SignIn.as(people.centreOfficer()))).andReturn().getResponse().getContentAsString()).contains("name=\"unpaidDays\" type=\"text\" value=\"7\"", "name=\"behindPercent\" type=\"text\" value=\"25\"");
        mvc.perform(post(page(programme) + "/rules").param("from", "2693").param("countedIn", "project").param("bodies", "board").param("shares", "100").param("contractDays", "๑๕").param("papersDays", "0").param("lateDays", "3")
                .param("unpaidDays", "30").param("behindPercent", "40").param("reason", "มติคณะกรรมการสถาบัน ครั้งที่ 9/2562").with(SignIn.as(people.centreOfficer())).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(programmes.rule("homeless", 2693).watch()).isEqualTo(new Programme.Watch(15, 0, 3, 30, 40));
    }

    @Test
    @DisplayName("of a year in which a project was drafted stays, and the page says from which year one may be set")
    void inUse() {
        grant(1_000_000);
        drafted(1, 19_000);
        refused(ProjectRefusal.RULE_IN_USE, "from", () -> rules.set(people.centreOfficer(), programme(HOUSES), draft(year, List.of(100))));
        assertThat(rules.firstFree(HOUSES)).isGreaterThan(year);
        assertThat(programmes.rule(HOUSES, year).shares()).containsExactly(80, 20);
    }

    @Test
    @DisplayName("is refused with each fault at its field: shares that don't add to a hundred, no body, a ceiling for what is not counted, no reason")
    void faults() throws Exception {
        refused(ProjectRefusal.SHARES_UNEVEN, "shares", () -> rules.set(people.centreOfficer(), programme("homeless"), draft(2695, List.of(50, 40))));
        var answer = mvc.perform(post(page(programme("homeless")) + "/rules").param("from", "2695").param("countedIn", "project").param("mostEach", "1,000").param("mostWhole", "มาก").param("shares", "ครึ่ง").param("contractDays", "366").param("behindPercent", "101").with(SignIn.as(people.centreOfficer())).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString();
        for (var field : List.of("mostEach", "mostWhole", "bodies", "shares", "contractDays", "papersDays", "lateDays", "unpaidDays", "behindPercent", "reason")) assertThat(answer).as(field).contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"");
        mvc.perform(post(page(programme("homeless")) + "/rules").with(SignIn.as(officer)).with(csrf())).andExpect(status().isForbidden());
    }
}
