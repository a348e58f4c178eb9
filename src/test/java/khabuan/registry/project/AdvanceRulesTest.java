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

@DisplayName("The rule of advances")
class AdvanceRulesTest extends ProjectStory {

    @Autowired AdvanceRules rules;
    @Autowired Advances advances;
    @Autowired MockMvc mvc;

    private static AdvanceRules.Draft draft(int from, int days, Integer... bands) {
        return new AdvanceRules.Draft(from, days, List.of(bands), "ระเบียบสถาบันว่าด้วยเงินยืมทดรอง พ.ศ. 2562");
    }

    @Test
    @DisplayName("is set by the centre for a year in which nobody asked yet; what holds today stays, and who said so stands in the history")
    void set() throws Exception {
        var today = advances.rule();
        rules.set(people.centreOfficer(), draft(2690, 15, 20, 40, 80));
        assertThat(advances.rule()).isEqualTo(today);
        assertThat(rules.all().getFirst()).satisfies(r -> {
            assertThat(r.fromFiscalYear()).isEqualTo(2690);
            assertThat(r.daysToClear()).isEqualTo(15);
            assertThat(r.bands()).containsExactly(20, 40, 80);
        });
        mvc.perform(post("/advances/rules").param("from", "๒๖๙๐").param("days", "20").param("bands", "10, 20 30").param("reason", "แก้ก่อนใช้").with(SignIn.as(people.centreOfficer())).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(rules.all()).filteredOn(r -> r.fromFiscalYear() == 2690).singleElement().satisfies(r -> assertThat(r.bands()).containsExactly(10, 20, 30));
        assertThat(mvc.perform(get("/advances/rules").with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString()).contains("ระเบียบสถาบันว่าด้วยเงินยืมทดรอง พ.ศ. 2562", "แก้ก่อนใช้").doesNotContain("name=\"bands\"");
    }

    @Test
    @DisplayName("of a year in which an advance was asked for stays, and the page says from which year one may be set")
    void inUse() {
        grant(50_000);
        advances.ask(officer, "", new Advances.Draft(standing().frame().id(), "", "มานะ ตั้งใจ", "จัดเวทีแผนตำบล", Baht.of(1_000), TODAY.plusDays(10), "006", "012-3-45678-9"));
        assertThat(rules.firstFree()).isEqualTo(rules.year() + 1);
        assertThatThrownBy(() -> rules.set(people.centreOfficer(), draft(rules.year(), 20, 10, 20, 30))).isInstanceOfSatisfying(Refusal.Thrown.class, r -> {
            assertThat(r.refusal()).isEqualTo(ProjectRefusal.ADVANCE_RULE_IN_USE);
            assertThat(r.values()).containsExactly(String.valueOf(rules.year()), String.valueOf(rules.year() + 1));
        });
    }

    @Test
    @DisplayName("is refused with each fault at its field: no year, no days, steps that don't rise, no reason")
    void faults() throws Exception {
        var answer = mvc.perform(post("/advances/rules").param("from", "ปีหน้า").param("days", "0").param("bands", "30, 30, 90").with(SignIn.as(people.centreOfficer())).with(csrf())).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString();
        for (var field : List.of("from", "days", "bands", "reason")) assertThat(answer).as(field).contains("id=\"" + field + "-error\"", "href=\"#" + field + "\"");
        assertThat(answer).contains("value=\"30, 30, 90\"");
        mvc.perform(post("/advances/rules").with(SignIn.as(officer)).with(csrf())).andExpect(status().isForbidden());
    }
}
