package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.SignIn;
import khabuan.base.gap.Duties;
import khabuan.base.gap.Gap;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.text.Bundles;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.insight.measure.Rolls;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("What is missing or late of projects and advances")
class ProjectGapsTest extends ProjectStory {

    @Autowired Rolls rolls;
    @Autowired Places places;
    @Autowired Reach reach;
    @Autowired Advances advances;
    @Autowired ProjectDuties duties;
    @Autowired AdvanceDuties advanceDuties;
    @Autowired List<Gap> gaps;
    @Autowired Bundles bundles;
    @Autowired MockMvc mvc;

    private List<Long> open(String measure, LocalDate day) {
        return rolls.of(measure, places.find(Level.REGION, "NE").orElseThrow(), new Window(day, day, null)).stream().map(Rolls.Line::record).toList();
    }

    private List<Long> open(String measure) {
        return open(measure, TODAY);
    }

    private void rule(String setting) {
        cast.change(() -> jdbc.sql("insert into programme_rule (programme, from_fiscal_year, counted_in, most_each, papers, bodies, shares, inspected) select programme, ?, counted_in, most_each, papers, bodies, shares, inspected from programme_rule where programme = ? and from_fiscal_year = 2560")
                .params(year, HOUSES).update());
        cast.change(() -> jdbc.sql("update programme_rule set " + setting + " where programme = ? and from_fiscal_year = ?").params(HOUSES, year).update());
    }

    @Test
    @DisplayName("an approved project wants its agreement, then its papers; each gap closes by itself when it is mended")
    void agreementAndPapers() {
        grant(1_000_000);
        var project = approved(10, 180_000);
        assertThat(open("project.uncontracted")).contains(project.id());
        assertThat(open("project.papers-missing")).doesNotContain(project.id());
        attach(project, "contract");
        projects.contract(recorder, project.id());
        assertThat(open("project.uncontracted")).doesNotContain(project.id());
        assertThat(open("project.papers-missing")).contains(project.id());
        Stream.of("proposal", "household-list").forEach(kind -> attach(project, kind));
        assertThat(open("project.papers-missing")).contains(project.id());
        attach(project, "bank-book");
        assertThat(open("project.papers-missing")).doesNotContain(project.id());
    }

    @Test
    @DisplayName("from how many days after its approval a project is told of, the rule of its programme says")
    void daysOfTheRule() {
        rule("contract_days = 10");
        grant(1_000_000);
        var project = approved(10, 180_000);
        assertThat(open("project.uncontracted", TODAY.plusDays(9))).doesNotContain(project.id());
        assertThat(open("project.uncontracted", TODAY.plusDays(10))).contains(project.id());
    }

    @Test
    @DisplayName("an instalment is late from the day after its day until somebody asks for it; a project is behind its plan until it is paid")
    void lateAndBehind() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        long first = instalment(project, 1).id();
        assertThat(open("project.instalment-late")).contains(first);
        assertThat(open("project.instalment-late", TODAY.minusDays(1))).doesNotContain(first);
        assertThat(open("project.behind")).contains(project.id());
        instalments.request(recorder, first, "");
        assertThat(open("project.instalment-late")).doesNotContain(first);
        assertThat(open("project.behind")).contains(project.id());
        instalments.check(officer, first, instalment(project, 1).request().version());
        instalments.approve(finance, first, instalment(project, 1).request().version());
        issue(project, 1);
        assertThat(open("project.behind")).doesNotContain(project.id());
        long second = instalment(project, 2).id();
        assertThat(open("project.instalment-late", instalment(project, 2).dueOn())).doesNotContain(second);
        assertThat(open("project.instalment-late", instalment(project, 2).dueOn().plusDays(1))).contains(second);
        assertThat(open("project.behind", instalment(project, 2).dueOn().plusDays(1))).as("a fifth is not more than 30 of a hundred").doesNotContain(project.id());
    }

    @Test
    @DisplayName("what share a project may lie behind, the rule of its programme says")
    void shareOfTheRule() {
        rule("behind_percent = 15");
        grant(1_000_000);
        var project = contracted(10, 180_000);
        pay(project, 1);
        assertThat(open("project.behind")).doesNotContain(project.id());
        assertThat(open("project.behind", instalment(project, 2).dueOn().plusDays(1))).contains(project.id());
    }

    @Test
    @DisplayName("a payment that is approved and does not leave is told to finance after the days of the rule, until it leaves")
    void approvedAndUnpaid() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        ready(project, 1);
        long first = instalment(project, 1).id();
        assertThat(open("project.unpaid", TODAY.plusDays(14))).doesNotContain(first);
        assertThat(open("project.unpaid", TODAY.plusDays(15))).contains(first);
        issue(project, 1);
        assertThat(open("project.unpaid", TODAY.plusDays(15))).doesNotContain(first);
    }

    @Test
    @DisplayName("an advance climbs from step to step, one at a time, in the office that owes it, until it is cleared")
    void advancesByStep() {
        grant(100_000);
        long id = advances.ask(officer, "", new Advances.Draft(standing().frame().id(), "", "สมชาย ขอนแก่น", "ตรวจงวดงาน", Baht.of(10_000), TODAY, "006", "0123456789"));
        advances.approve(finance, id, 1);
        assertThat(steps(id, TODAY.plusDays(31))).isEmpty();
        cast.change(() -> {
            long batch = jdbc.sql("insert into payment_batch (message_id, made_on) values (?, ?) returning id").params("GAP" + System.nanoTime(), TODAY).query(Long.class).single();
            payments.issue(batch, List.of(advances.at(finance, id).payment().id()), TODAY);
        });
        assertThat(steps(id, TODAY.plusDays(30))).isEmpty();
        assertThat(steps(id, TODAY.plusDays(31))).containsExactly("advance.overdue");
        assertThat(steps(id, TODAY.plusDays(61))).containsExactly("advance.long-overdue");
        assertThat(steps(id, TODAY.plusDays(91))).containsExactly("advance.gravely-overdue");
        assertThat(advanceDuty(finance, "advance-clear")).noneMatch(l -> l.path().equals("/advances/" + id));
        evidence.attach(officer, Advance.KIND, id, "receipt", null, "", () -> vault.keep(new ByteArrayInputStream(Paper.pdf("ใบเสร็จ" + id)), "ใบเสร็จ.pdf"));
        assertThat(advanceDuty(finance, "advance-clear")).anyMatch(l -> l.path().equals("/advances/" + id));
        advances.clear(finance, "", id, Baht.of(10_000), TODAY, "");
        assertThat(steps(id, TODAY.plusDays(91))).isEmpty();
        assertThat(advanceDuty(finance, "advance-clear")).noneMatch(l -> l.path().equals("/advances/" + id));
    }


    private List<String> steps(long advance, LocalDate day) {
        return Stream.of("advance.overdue", "advance.long-overdue", "advance.gravely-overdue").filter(m -> open(m, day).contains(advance)).toList();
    }

    private List<Duties.Line> advanceDuty(Actor actor, String anchor) {
        return advanceDuties.of(Place.COUNTRY, actor, bundles.in(Bundles.THAI)).stream().filter(g -> g.anchor().equals(anchor)).flatMap(g -> g.lines().stream()).toList();
    }

    @Test
    @DisplayName("what an office owes is deferred by its own officer as any other work is, under the region's name")
    void deferred() throws Exception {
        grant(100_000);
        long id = advances.ask(officer, "", new Advances.Draft(standing().frame().id(), "", "สมนึก อุบล " + year, "อบรมผู้นำ", Baht.of(1_000), TODAY, "006", "0123456789"));
        advances.approve(finance, id, 1);
        cast.change(() -> {
            long batch = jdbc.sql("insert into payment_batch (message_id, made_on) values (?, ?) returning id").params("DEF" + System.nanoTime(), TODAY).query(Long.class).single();
            payments.issue(batch, List.of(advances.at(finance, id).payment().id()), TODAY.minusDays(70));
            jdbc.sql("update advance set asked_on = ?, due_on = ? where id = ?").params(TODAY.minusDays(75), TODAY.minusDays(40), id).update();
        });
        assertThat(page("/tasks/advance.overdue?q=" + year)).contains("สมนึก อุบล " + year, "ภาคตะวันออกเฉียงเหนือ");
        mvc.perform(post("/tasks/advance.overdue/deferral").with(csrf()).with(SignIn.as(officer)).param("record", String.valueOf(id)).param("until", "30 ก.ย. 2562").param("reason", "รอใบสำคัญจากโรงแรม")).andExpect(status().is3xxRedirection());
        assertThat(page("/tasks/advance.overdue?show=deferred&q=" + year)).contains("สมนึก อุบล " + year);
        mvc.perform(post("/tasks/advance.overdue/deferral").with(csrf()).with(SignIn.as(people.officerOfTheSouth())).param("record", String.valueOf(id)).param("until", "30 ก.ย. 2562").param("reason", "ไม่ใช่ของเรา")).andExpect(status().isNotFound());
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("nothing is told twice: what a gap tells is no duty, and the region whose late instalments are told is not told that its projects are behind")
    void toldOnce() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        assertThat(duties.of(Place.COUNTRY, recorder, bundles.in(Bundles.THAI)).stream().flatMap(g -> g.lines().stream())).noneMatch(l -> l.path().equals("/projects/" + project.id()));
        var behind = gaps.stream().filter(g -> g.measure().equals("project.behind")).findFirst().orElseThrow();
        assertThat(officer.may(behind.right())).isFalse();
        assertThat(people.centreOfficer().may(behind.right())).isTrue();
    }

    @Test
    @DisplayName("what an office owes lies within the reach of its own region, and of no other and no smaller place")
    void reachOfAnOffice() {
        assertThat(reach.covers(officer, "NE")).isTrue();
        assertThat(reach.units(officer)).accepts("NE", People.BAN_NA);
        assertThat(reach.units(people.officerOfTheSouth())).rejects("NE");
        assertThatThrownBy(() -> reach.demand(recorder, "NE")).isInstanceOf(OutOfReach.class);
    }
}
