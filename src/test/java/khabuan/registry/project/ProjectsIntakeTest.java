package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.money.Baht;
import khabuan.cast.People;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A file of projects")
class ProjectsIntakeTest extends ProjectStory {

    private static final String HEADINGS = "ปีงบประมาณ,แผนงาน,พื้นที่,ชื่อโครงการ,จำนวนเป้าหมาย,วงเงิน,วันเริ่ม,วันสิ้นสุด\n";
    @Autowired Intake intake;
    @Autowired ProjectsIntake kind;
    @TempDir Path folder;

    private Outcome taken(Actor actor, boolean acceptValid, String... rows) throws IOException {
        var file = Files.writeString(folder.resolve("โครงการ.csv"), HEADINGS + String.join("\n", rows));
        return intake.take(kind, new Order(actor, file, "โครงการ.csv", null, false, acceptValid, TODAY, Order.Progress.NONE));
    }

    private String row(String title, int houses, String amount) {
        return "%d,โครงการบ้านพอเพียงชนบท,%s,%s,%d,\"%s\",1 ต.ค. 2562,31 มี.ค. 2563".formatted(year, People.BAN_NA, title, houses, amount);
    }

    private List<Project> drafts() {
        return jdbc.sql("select p.id from project p join frame f on f.id = p.frame_id where f.budget_year = ? order by p.code").param(year).query(Long.class).list().stream().map(id -> projects.find(id).orElseThrow()).toList();
    }

    @Test
    @DisplayName("makes drafts as the form does, numbered in their order and by who loads it, which go their way to the bodies")
    void drafted() throws IOException {
        var outcome = taken(officer, false, row("บ้านพอเพียง หมู่ 1", 2, "37,000.50"), row("บ้านพอเพียง หมู่ 2", 3, "๕๗,๐๐๐"));
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(drafts()).extracting(Project::code).containsExactly("%02d-000001".formatted(year % 100), "%02d-000002".formatted(year % 100));
        assertThat(drafts()).allSatisfy(p -> assertThat(p.draftedBy()).isEqualTo(officer.accountId())).allSatisfy(p -> assertThat(p.state()).isEqualTo(Project.State.DRAFT));
        assertThat(plans.present(drafts().getFirst().id()).amount()).isEqualTo(new Baht(37_000_50));
        assertThat(plans.present(drafts().getLast().id()).amount()).isEqualTo(Baht.of(57_000));
        projects.submit(officer, drafts().getFirst().id());
        assertThat(projects.steps(drafts().getFirst().id())).extracting(Projects.Step::state).containsExactly(Project.State.DRAFT, Project.State.SUBMITTED);
        assertThat(projects.draft(recorder, "", new Projects.Draft(year, HOUSES, People.BAN_NA, Carrier.NOBODY, "โครงการที่สาม", plan(1, 19_000))).code()).endsWith("-000003");
    }

    @Test
    @DisplayName("is judged as the form judges, and each fault stands at its row and column; the rows without one may be taken")
    void judged() throws IOException {
        var rows = new String[] {row("เกินเพดาน", 1, "19,001"), row("ไม่มีจำนวน", 0, "1,000").replace(",0,", ",,"), row("กลับวัน", 1, "1,000").replace("31 มี.ค. 2563", "1 ม.ค. 2562"), row("เงินเป็นคำ", 1, "หนึ่งพัน"), row("ถูกต้อง", 1, "19,000")};
        var outcome = taken(officer, false, rows);
        assertThat(outcome.written()).isFalse();
        assertThat(outcome.faults()).extracting(f -> f.line() + " " + f.column()).containsExactly("2 amount", "3 counted", "4 ends_on", "5 amount");
        assertThat(drafts()).isEmpty();
        assertThat(taken(officer, true, rows).added()).isOne();
        assertThat(drafts()).singleElement().satisfies(p -> assertThat(p.title()).isEqualTo("ถูกต้อง"));
    }

    @Test
    @DisplayName("names the welfare fund that carries it out; one of another place, or beside an organisation, is refused")
    void ofAFund() throws IOException {
        cast.change(() -> jdbc.sql("insert into welfare_fund (code, unit_code, name, founded_on) values (?, ?, 'กองทุนสวัสดิการชุมชนตำบลบ้านนา', '2010-01-01')").params("I" + year, People.BAN_NA).update());
        var file = Files.writeString(folder.resolve("กองทุน.csv"), HEADINGS.replace("\n", ",รหัสกองทุนสวัสดิการ\n") + row("ของกองทุน", 1, "19,000") + ",I" + year + "\n" + row("ไม่รู้จัก", 1, "19,000") + ",ไม่มี");
        var outcome = intake.take(kind, new Order(officer, file, "กองทุน.csv", null, false, true, TODAY, Order.Progress.NONE));
        assertThat(outcome.faults()).extracting(f -> f.line() + " " + f.column()).containsExactly("3 fund");
        assertThat(drafts()).singleElement().satisfies(p -> assertThat(p.carrier().fund()).isNotNull()).satisfies(p -> assertThat(p.carrier().council()).isNull());
    }

    @Test
    @DisplayName("leaves what stands already as it is: the same file again adds nothing, and another amount is told")
    void again() throws IOException {
        taken(officer, false, row("บ้านพอเพียง", 2, "38,000"));
        assertThat(taken(officer, false, row("บ้านพอเพียง", 2, "38,000"))).satisfies(o -> assertThat(o.same()).isOne(), o -> assertThat(o.added()).isZero());
        assertThat(taken(officer, false, row("บ้านพอเพียง", 2, "30,000")).faults()).singleElement().satisfies(f -> assertThat(f.key()).isEqualTo(ProjectRefusal.STANDS_OTHERWISE.key()));
        assertThat(drafts()).hasSize(1);
    }

    @Test
    @DisplayName("of another region is refused")
    void reach() throws IOException {
        assertThat(taken(people.officerOfTheSouth(), false, row("บ้านพอเพียง", 2, "38,000")).faults()).singleElement().satisfies(f -> assertThat(f.key()).isEqualTo("intake.fault.out-of-reach"));
    }
}
