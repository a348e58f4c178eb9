package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.money.Baht;
import khabuan.cast.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

@DisplayName("A project and its money")
class ProjectTest extends ProjectStory {

    private static void refused(ProjectRefusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(refusal));
    }

    @Test
    @DisplayName("A welfare fund carries its project out itself, and then nobody else does")
    void fund() {
        grant(100_000);
        cast.change(() -> jdbc.sql("insert into welfare_fund (code, unit_code, name, founded_on) values (?, ?, 'กองทุนสวัสดิการชุมชนตำบลบ้านนา', '2010-01-01')").params("F" + year, People.BAN_NA).update());
        long fund = jdbc.sql("select id from welfare_fund where code = ?").param("F" + year).query(Long.class).single();
        var project = projects.draft(recorder, "", new Projects.Draft(year, HOUSES, People.BAN_NA, new Carrier(null, null, fund), "บ้านพอเพียงของกองทุน", plan(1, 18_000)));
        assertThat(project.carrier().fund()).isEqualTo(fund);
        assertThatThrownBy(() -> projects.draft(recorder, "", new Projects.Draft(year, HOUSES, People.BAN_NA, new Carrier(null, fund, fund), "บ้านพอเพียง", plan(1, 18_000)))).hasMessageContaining("one_carrier");
    }

    @Test
    @DisplayName("goes from draft through both bodies to its agreement, its instalments and its close, each step with who and when; the ledger tells where every baht is")
    void wholeWay() {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        assertThat(standing().free()).isEqualTo(Baht.of(820_000));
        assertThat(instalments.of(project.id())).extracting(Instalment::amount).containsExactly(Baht.of(144_000), Baht.of(36_000));
        pay(project, 1);
        instalments.inspect(officer, instalment(project, 2).id(), "", TODAY, "ช่างชุมชน และเทศบาล", true, "");
        pay(project, 2);
        endings.close(officer, project.id());
        assertThat(projects.steps(project.id())).extracting(s -> s.state().word()).containsExactly("draft", "submitted", "considered", "approved", "contracted", "running", "closed");
        assertThat(projects.steps(project.id()).get(3).body()).isEqualTo("regional-subcommittee");
        assertThat(money(project)).isEqualTo(new Projects.Money(Baht.of(180_000), Baht.ZERO, Baht.of(180_000), Baht.ZERO));
    }

    @Test
    @DisplayName("takes its part of a frame though fifty consent at the same moment: no more are approved than fit, and every satang is where it belongs")
    void fiftyAtOnce() throws Exception {
        var centre = people.centreOfficer();
        budget.give(centre, "", year, "state", "development", decided(300_000));
        budget.allot(centre, "", year, "temporary-housing", "NE", decided(300_000));
        for (int i = 0; i < 50; i++)
            projects.submit(recorder, projects.draft(recorder, "", new Projects.Draft(year, "temporary-housing", People.BAN_NA, Carrier.NOBODY, "ที่พักชั่วคราวหลังที่ " + (i + 1), plan(1, 10_000))).id());
        var meeting = meeting(Body.REGIONAL_SUBCOMMITTEE);
        var mine = Set.copyOf(jdbc.sql("select pl.id from project_plan pl join project p on p.id = pl.project_id join frame f on f.id = p.frame_id where f.budget_year = ?").param(year).query(Long.class).list());
        var answers = new ArrayList<Callable<Refusal>>();
        for (var item : committees.agenda(meeting.id()).stream().filter(i -> mine.contains(i.plan())).toList()) answers.add(() -> {
            try {
                committees.decide(officer, meeting, item.id(), item.version(), Meeting.Decision.CONSENTED, "เห็นชอบ", "");
                return null;
            } catch (Refusal.Thrown refused) {
                return refused.refusal();
            }
        });
        var heard = new ArrayList<Refusal>();
        try (var fifty = Executors.newFixedThreadPool(50)) {
            for (var answer : fifty.invokeAll(answers)) heard.add(answer.get());
        }
        assertThat(heard).hasSize(50).containsOnly(null, ProjectRefusal.FRAME_EXCEEDED);
        assertThat(heard.stream().filter(Objects::isNull).count()).isEqualTo(30);
        assertThat(standing().free()).isEqualTo(Baht.ZERO);
        assertThat(standing().approved()).isEqualTo(Baht.of(300_000));
    }

    @Test
    @DisplayName("is refused at the frame's edge, with what is left and what to do; a higher body may allow it, with a reason that stays in the books")
    void overFrame() {
        grant(170_000);
        var project = drafted(10, 180_000);
        projects.submit(recorder, project.id());
        long plan = plans.present(project.id()).id();
        consent(Body.WORKING_GROUP, plan);
        var meeting = meeting(Body.REGIONAL_SUBCOMMITTEE);
        var item = committees.agenda(meeting.id()).getFirst();
        assertThatThrownBy(() -> committees.decide(officer, meeting, item.id(), item.version(), Meeting.Decision.CONSENTED, "", "")).isInstanceOfSatisfying(Refusal.Thrown.class, r -> {
            assertThat(r.refusal()).isEqualTo(ProjectRefusal.FRAME_EXCEEDED);
            assertThat(r.values()).containsExactly("170,000.00", "180,000.00");
        });
        budget.allowOver(people.centreOfficer(), "", standing().frame(), new Budget.Decision(Baht.of(10_000), TODAY, "คณะกรรมการสถาบัน ครั้งที่ 8/2562", "บ้านถูกพายุเพิ่ม"));
        committees.decide(officer, meeting, item.id(), item.version(), Meeting.Decision.CONSENTED, "", "");
        assertThat(standing().over()).isEqualTo(Baht.of(10_000));
        assertThat(standing().free()).isEqualTo(Baht.ZERO);
    }

    @Test
    @DisplayName("is refused above the programme's ceiling for a house, and when its costs do not add to the amount")
    void ceilings() {
        refused(ProjectRefusal.OVER_CEILING_EACH, () -> drafted(10, 190_001));
        var sums = new Plan.Draft("", "", "", 10, Baht.of(100_000), TODAY, TODAY, "", List.of(new Plan.Line("cost", 1, "วัสดุ", "", Baht.of(99_999), null)));
        refused(ProjectRefusal.COSTS_DIFFER, () -> projects.draft(recorder, "", new Projects.Draft(year, HOUSES, People.BAN_NA, Carrier.NOBODY, "บ้านพอเพียง", sums)));
    }

    @Test
    @DisplayName("is not consented to by who drafted it, and not decided by the body whose turn it is not")
    void turns() {
        grant(1_000_000);
        var own = projects.draft(officer, "", new Projects.Draft(year, HOUSES, People.BAN_NA, Carrier.NOBODY, "บ้านพอเพียงของภาค", plan(1, 18_000)));
        projects.submit(officer, own.id());
        long plan = plans.present(own.id()).id();
        assertThat(committees.waiting(Body.REGIONAL_SUBCOMMITTEE, "NE")).doesNotContain(plan);
        var meeting = meeting(Body.WORKING_GROUP);
        var item = committees.agenda(meeting.id()).stream().filter(i -> i.plan() == plan).findFirst().orElseThrow();
        refused(ProjectRefusal.CONSENT_OF_OWN, () -> committees.decide(officer, meeting, item.id(), item.version(), Meeting.Decision.CONSENTED, "", ""));
        refused(ProjectRefusal.REASON_MISSING, () -> committees.decide(officer, meeting, item.id(), item.version(), Meeting.Decision.RETURNED, "", ""));
    }

    @Test
    @DisplayName("is not paid without its papers, without inspection, before the earlier instalment, or by the hands that asked for it")
    void guarded() {
        grant(1_000_000);
        var bare = approved(10, 180_000);
        refused(ProjectRefusal.CONTRACT_MISSING, () -> projects.contract(recorder, bare.id()));
        attach(bare, "contract");
        projects.contract(recorder, bare.id());
        refused(ProjectRefusal.PAPERS_MISSING, () -> instalments.request(recorder, instalment(bare, 1).id(), ""));
        var project = contracted(10, 180_000);
        refused(ProjectRefusal.EARLIER_UNPAID, () -> instalments.request(recorder, instalment(project, 2).id(), ""));
        instalments.request(officer, instalment(project, 1).id(), "");
        refused(ProjectRefusal.OWN_REQUEST, () -> instalments.check(officer, instalment(project, 1).id(), 1));
        refused(ProjectRefusal.NOT_CHECKED, () -> instalments.approve(finance, instalment(project, 1).id(), 1));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update payment_request set checked_by = requested_by, checked_on = current_date where instalment_id = ?").param(instalment(project, 1).id()).update()))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("checker_is_not_maker");
    }

    @Test
    @DisplayName("changes its plan only when both bodies have consented: until then the old plan holds, then the unpaid instalments are laid out anew and the frame gets back what is not wanted")
    void changeOfPlan() {
        grant(200_000);
        var project = contracted(10, 180_000);
        pay(project, 1);
        var fewer = new Plan.Draft("", "", "", 9, Baht.of(162_000), LocalDate.of(2019, 7, 1), LocalDate.of(2020, 3, 31), "หนึ่งหลังย้ายออก", List.of());
        long change = projects.proposeChange(recorder, project.id(), fewer);
        consent(Body.WORKING_GROUP, change);
        assertThat(plans.present(project.id()).amount()).isEqualTo(Baht.of(180_000));
        consent(Body.REGIONAL_SUBCOMMITTEE, change);
        assertThat(plans.present(project.id()).edition()).isEqualTo(2);
        assertThat(standing().free()).isEqualTo(Baht.of(38_000));
        assertThat(instalments.of(project.id()).stream().filter(i -> i.cancelledOn() == null)).extracting(Instalment::amount).containsExactly(Baht.of(144_000), Baht.of(18_000));
        refused(ProjectRefusal.BELOW_PAID, () -> projects.proposeChange(recorder, project.id(), new Plan.Draft("", "", "", 7, Baht.of(100_000), TODAY, TODAY, "ลดอีก", List.of())));
    }

    @Test
    @DisplayName("gives money back as a movement of its own: it is free in the frame again, and what was paid stays paid")
    void returned() {
        grant(180_000);
        var project = contracted(10, 180_000);
        pay(project, 1);
        refused(ProjectRefusal.RETURN_EXCEEDS_PAID, () -> projects.takeBack(finance, "", project.id(), Baht.of(144_001), TODAY, "ทำไม่ได้"));
        projects.takeBack(finance, "", project.id(), Baht.of(14_000), TODAY, "หนึ่งหลังทำไม่ได้");
        assertThat(standing().free()).isEqualTo(Baht.of(14_000));
        assertThat(standing().paid()).isEqualTo(Baht.of(144_000));
        assertThat(standing().returned()).isEqualTo(Baht.of(14_000));
        assertThat(money(project).approved()).isEqualTo(Baht.of(166_000));
    }

    @Test
    @DisplayName("keeps its approval when the bank refuses a payment, which is asked for again")
    void failed() {
        grant(180_000);
        var project = contracted(10, 180_000);
        ready(project, 1);
        issue(project, 1);
        cast.change(() -> payments.fail(instalment(project, 1).payment().id(), TODAY, "AC01 เลขที่บัญชีไม่ถูกต้อง"));
        assertThat(money(project).unpaid()).isEqualTo(Baht.of(180_000));
        instalments.payAgain(finance, instalment(project, 1).id());
        issue(project, 1);
        assertThat(money(project).unpaid()).isEqualTo(Baht.of(36_000));
    }

    @Test
    @DisplayName("is found only by who works where it lies")
    void reach() {
        grant(180_000);
        var project = drafted(1, 18_000);
        assertThatThrownBy(() -> projects.at(people.officerOfTheSouth(), project.id())).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> committees.at(people.officerOfTheSouth(), meeting(Body.WORKING_GROUP).id())).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("is paid after its budget year has ended only out of what a body has carried over")
    void carried() {
        year = 2560;
        grant(180_000);
        var project = contracted(10, 180_000);
        refused(ProjectRefusal.YEAR_ENDED, () -> instalments.request(recorder, instalment(project, 1).id(), ""));
        var frame = projects.frame(project);
        budget.carry(people.centreOfficer(), "", frame, decided(1));
        assertThat(budget.standing(year, TODAY).getFirst().unpaid()).isEqualTo(Baht.of(180_000));
        pay(project, 1);
        assertThat(money(project)).isEqualTo(new Projects.Money(Baht.of(180_000), Baht.of(36_000), Baht.of(144_000), Baht.ZERO));
        refused(ProjectRefusal.NOTHING_TO_CARRY, () -> budget.carry(people.centreOfficer(), "", frame, decided(1)));
    }
}
