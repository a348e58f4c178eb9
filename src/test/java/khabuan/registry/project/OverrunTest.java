package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.gap.Duties;
import khabuan.base.message.Messages;
import khabuan.base.money.Baht;
import khabuan.base.place.Place;
import khabuan.base.text.Bundles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("A frame that may be exceeded")
class OverrunTest extends ProjectStory {

    @Autowired Overruns overruns;
    @Autowired Messages messages;
    @Autowired Bundles bundles;
    @Autowired MockMvc mvc;
    private Actor auditor;
    private long movement;
    private String path;

    @BeforeEach
    void allowed() {
        auditor = people.auditor();
        grant(100_000);
        budget.allowOver(people.centreOfficer(), "", standing().frame(), new Budget.Decision(Baht.of(25_000), TODAY, "คณะกรรมการสถาบัน ครั้งที่ 8/2562", "บ้านถูกพายุเพิ่ม"));
        movement = jdbc.sql("select id from budget_movement where budget_year = ? and act = 'over'").param(year).query(Long.class).single();
        path = "/budget/movements/" + movement;
    }

    private List<Duties.Line> work(Actor actor) {
        return overruns.of(Place.COUNTRY, actor, bundles.in(Bundles.THAI)).stream().flatMap(g -> g.lines().stream()).filter(l -> l.path().equals(path)).toList();
    }

    private boolean unread(Actor actor) {
        return messages.isUnread(actor.accountId(), "budget.over", path);
    }

    @Test
    @DisplayName("is told to the auditors in the change that allows it, with how much, by whom and why; to nobody else")
    void told() throws Exception {
        assertThat(unread(auditor)).isTrue();
        assertThat(unread(people.centreOfficer())).isFalse();
        assertThat(unread(people.executive())).isFalse();
        mvc.perform(get("/messages").with(SignIn.as(auditor))).andExpect(content().string(containsString(year + " · อีสาน"))).andExpect(content().string(containsString("25,000.00")))
                .andExpect(content().string(containsString("คณะกรรมการสถาบัน ครั้งที่ 8/2562"))).andExpect(content().string(containsString("บ้านถูกพายุเพิ่ม")));
    }

    @Test
    @DisplayName("stands among the auditors' work until one of them takes note, on the page of the decision; then it is told who did and when")
    void seen() throws Exception {
        assertThat(work(auditor)).singleElement().satisfies(l -> assertThat(l.due()).isEqualTo(TODAY.plusDays(15)));
        assertThat(work(people.administrator())).isEmpty();
        mvc.perform(get("/tasks").with(SignIn.as(auditor))).andExpect(content().string(containsString(path)));
        mvc.perform(post(path + "/sighting").with(csrf()).with(SignIn.as(auditor)).param("see-note", "ขอดูรายงานความเสียหาย")).andExpect(redirectedUrl(path));
        assertThat(work(auditor)).isEmpty();
        assertThat(unread(auditor)).isFalse();
        mvc.perform(get(path).with(SignIn.as(people.centreOfficer()))).andExpect(content().string(containsString(auditor.fullName()))).andExpect(content().string(containsString("ขอดูรายงานความเสียหาย")));
        mvc.perform(post(path + "/sighting").with(csrf()).with(SignIn.as(auditor))).andExpect(status().isUnprocessableContent());
        assertThatThrownBy(() -> overruns.see(auditor, movement, "")).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(ProjectRefusal.CHANGED_MEANWHILE));
    }

    @Test
    @DisplayName("is taken note of by auditors alone, and only of what allows more")
    void byAuditorsAlone() throws Exception {
        assertThatThrownBy(() -> overruns.see(people.administrator(), movement, "")).isInstanceOf(OutOfReach.class);
        mvc.perform(post(path + "/sighting").with(csrf()).with(SignIn.as(people.centreOfficer()))).andExpect(status().isForbidden());
        long allotted = jdbc.sql("select id from budget_movement where budget_year = ? and act = 'allot'").param(year).query(Long.class).single();
        assertThatThrownBy(() -> overruns.see(auditor, allotted, "")).isInstanceOf(OutOfReach.class);
    }
}
