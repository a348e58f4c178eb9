package khabuan.insight.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.record.Conflict;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A view of the figures that is kept")
class KeptViewsTest {

    private static final Wish COUNCILS = new Wish(List.of("council.registered"), "units", "region", "quarter", "8", "", "", "", "", "", "chart", "", List.of());

    @Autowired MockMvc mvc;
    @Autowired People people;
    @Autowired Explorations explorations;
    @Autowired JdbcClient jdbc;
    private Actor manop, supaporn;

    @BeforeEach
    void two() {
        manop = people.executive();
        supaporn = people.officerOfTheNortheast();
        for (var actor : List.of(manop, supaporn)) explorations.of(actor).stream().filter(v -> v.isOf(actor)).forEach(v -> explorations.withdraw(actor, v.id()));
    }

    @Test
    @DisplayName("opens with the choices it was kept with, which an address carries without loss")
    void choices() throws Exception {
        assertThat(Wish.parse(COUNCILS.query())).isEqualTo(COUNCILS);
        long id = explorations.keep(manop, " สภาฯ  อีสาน ", COUNCILS.sortedBy("2"), false);
        var view = explorations.demand(manop, id);
        assertThat(view.name()).isEqualTo("สภาฯ อีสาน");
        assertThat(Wish.parse(view.query())).isEqualTo(COUNCILS.sortedBy("2"));
    }

    @Test
    @DisplayName("is seen by its owner alone, unless it is shared; and only the owner changes it or takes it back")
    void owner() {
        long id = explorations.keep(manop, "สภาฯ อีสาน", COUNCILS, false);
        assertThat(explorations.find(supaporn, id)).isEmpty();
        explorations.change(manop, id, explorations.demand(manop, id).version(), "สภาฯ ภาคอีสาน", COUNCILS, true);
        var shared = explorations.demand(supaporn, id);
        assertThat(shared.name()).isEqualTo("สภาฯ ภาคอีสาน");
        assertThat(shared.owner()).isEqualTo(manop.fullName());
        assertThatThrownBy(() -> explorations.change(supaporn, id, shared.version(), "ของฉัน", COUNCILS, true)).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> explorations.withdraw(supaporn, id)).isInstanceOf(OutOfReach.class);
        assertThat(explorations.demand(manop, id).name()).isEqualTo("สภาฯ ภาคอีสาน");
    }

    @Test
    @DisplayName("is not overwritten by a form that was opened before it was changed")
    void conflict() {
        long id = explorations.keep(manop, "สภาฯ อีสาน", COUNCILS, false);
        int opened = explorations.demand(manop, id).version();
        explorations.change(manop, id, opened, "สภาฯ อีสาน", COUNCILS.in("table"), false);
        assertThatThrownBy(() -> explorations.change(manop, id, opened, "สภาฯ อีสาน", COUNCILS, false)).isInstanceOf(Conflict.class);
    }

    @Test
    @DisplayName("has a name, which the same person gives once")
    void names() {
        explorations.keep(manop, "สภาฯ อีสาน", COUNCILS, false);
        assertThatThrownBy(() -> explorations.keep(manop, "สภาฯ อีสาน", COUNCILS, true)).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(ExploreRefusal.NAME_TAKEN));
        explorations.keep(supaporn, "สภาฯ อีสาน", COUNCILS, false);
        assertThatThrownBy(() -> explorations.keep(manop, " ", COUNCILS, true)).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(ExploreRefusal.NAME_MISSING));
        assertThatThrownBy(() -> explorations.keep(manop, "ย".repeat(121), COUNCILS, true)).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(ExploreRefusal.NAME_LONG));
    }

    @Test
    @DisplayName("is kept by a form, which comes back with 422 when it has no name or its choices are wrong")
    void form() throws Exception {
        mvc.perform(post("/explorations").with(csrf()).with(SignIn.as(manop)).param("name", "").param("query", COUNCILS.query())).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/explorations").with(csrf()).with(SignIn.as(manop)).param("name", "ผิด").param("query", "measure=none.such")).andExpect(status().isUnprocessableContent());
        assertThat(explorations.of(manop)).noneMatch(v -> v.isOf(manop));
        mvc.perform(post("/explorations").with(csrf()).with(SignIn.as(manop)).param("name", "สภาฯ อีสาน").param("shared", "true").param("query", COUNCILS.query())).andExpect(status().isFound());
        var view = explorations.of(manop).getFirst();
        assertThat(view.shared()).isTrue();
        mvc.perform(post("/explorations/" + view.id()).with(csrf()).with(SignIn.as(manop)).param("version", "" + view.version()).param("name", "สภาฯ ภาคอีสาน").param("query", COUNCILS.query())).andExpect(redirectedUrl(view.path()));
        assertThat(explorations.demand(manop, view.id()).shared()).isFalse();
    }

    @Test
    @DisplayName("stands on the dashboard of whoever pins it, in that person's order, until its owner takes it back")
    void dashboard() throws Exception {
        long first = explorations.keep(manop, "สภาฯ อีสาน", COUNCILS, true), second = explorations.keep(manop, "สภาฯ เป็นแผนที่", COUNCILS.in("map"), true);
        for (long id : new long[] {first, second, second}) mvc.perform(post("/dashboard/pins").with(csrf()).with(SignIn.as(supaporn)).param("exploration", "" + id)).andExpect(redirectedUrl("/dashboard"));
        mvc.perform(post("/dashboard/pins/" + second + "/position").with(csrf()).with(SignIn.as(supaporn)).param("to", "up")).andExpect(redirectedUrl("/dashboard"));
        var page = (DashboardPage) mvc.perform(get("/dashboard").with(SignIn.as(supaporn))).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
        assertThat(page.cards()).extracting(c -> c.view().id()).containsExactly(second, first);
        assertThat(explorations.pinned(manop)).isEmpty();
        explorations.withdraw(manop, second);
        assertThat(explorations.pinned(supaporn)).extracting(Exploration::id).containsExactly(first);
        explorations.change(manop, first, explorations.demand(manop, first).version(), "สภาฯ อีสาน", COUNCILS, false);
        assertThat(explorations.pinned(supaporn)).as("what is no longer shared is seen no longer").isEmpty();
        explorations.unpin(supaporn, first);
    }

    @Test
    @DisplayName("has room on a dashboard with eleven others, and no more")
    void full() {
        for (int i = 1; i <= Explorations.MOST_PINS; i++) explorations.pin(manop, explorations.keep(manop, "มุมมอง " + i, COUNCILS, false));
        long oneMore = explorations.keep(manop, "มุมมองที่เกิน", COUNCILS, false);
        assertThatThrownBy(() -> explorations.pin(manop, oneMore)).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(ExploreRefusal.DASHBOARD_FULL));
    }
}
