package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.text.Bundles;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.insight.measure.ClassWords;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessment.Stage;
import khabuan.registry.assessment.Assessments.Beginning;
import khabuan.registry.assessment.Assessments.Given;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is assessed, where it lies, and on whose pages it stands. */
@World
@DisplayName("What is assessed")
class AssessedSubjectsTest extends ReviewStory {

    @Autowired Bundles bundles;

    @Test
    @DisplayName("stands beside those of other assessors: the people gave themselves 100, the region 67.20; the region's is official, whichever was verified first")
    void compared() {
        var people = this.people.person("khamtan-review", "คำตัน สุขใจ", Role.COMMUNITY, "unit", unit);
        refuses(AssessmentRefusal.ASSESSOR_NOT_YOURS, () -> begin(people, Assessor.REGION));
        var self = submitted(people, Assessor.SELF, 1);
        var region = submitted(malee, Assessor.REGION, 0.5);
        assessments.verify(somwang, region.id(), "");
        assessments.verify(somwang, self.id(), "");
        assertThat(self.level() + " " + region.level()).isEqualTo("A B");
        assertThat(region.score()).isEqualTo("67.20");
        assertThat(assessments.besides(self)).extracting(Assessment::id).containsExactly(region.id());
        assertThat(counted("council.grade-b")).isOne();
        assertThat(counted("council.grade-a")).isZero();
        assertThat(counted("assessment.verified")).isEqualTo(2);
    }

    @Test
    @DisplayName("lies where its council lies: out of reach for others, moved when the council's unit is corrected")
    void lies() {
        var assessment = begin(malee, Assessor.REGION);
        assertThatThrownBy(() -> assessments.at(Cast.recorderOfPhatthalung(), assessment.id())).isInstanceOf(OutOfReach.class);
        var other = cast.unitInNan("อบต.", "ผาสิงห์" + Long.toString(System.nanoTime(), 36));
        cast.change(() -> jdbc.sql("update council set unit_code = ? where id = ?").params(other, council).update());
        assertThat(assessments.at(malee, assessment.id()).unitCode()).isEqualTo(other);
    }

    @Test
    @DisplayName("of a tambon by itself stands on the page of its place: 35 indicators of four dimensions, all at three of four, are 75 and good, and not yet passed")
    void ofAPlace() throws Exception {
        var latest = instruments.latest("strong-community", 2564).orElseThrow();
        var copied = instruments.edition(drafting.copy(people.centreOfficer(), latest.id(), 2562));
        drafting.publish(people.centreOfficer(), copied.id());
        var begun = assessments.begin(malee, "", new Beginning(copied.instrument(), null, unit, 2562, Assessor.SELF, DAY, null));
        refuses(AssessmentRefusal.ASSESSED_ALREADY, () -> assessments.begin(malee, "", new Beginning(copied.instrument(), null, unit, 2562, Assessor.SELF, DAY, null)));
        var given = new HashMap<Long, Given>();
        assessments.answers(begun.id()).forEach((item, a) -> given.put(item, new Given(new BigDecimal("3"), "", a.version())));
        assertThat(given).hasSize(35);
        assessments.answer(malee, begun.id(), "", given);
        assessments.submit(malee, begun.id(), "", "");
        assessments.verify(somwang, begun.id(), "");
        assertThat(assessments.at(malee, begun.id()).score() + " " + assessments.at(malee, begun.id()).level()).isEqualTo("75.00 GOOD");
        assertThat(mvc.perform(get("/places/unit/" + unit).with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("/assessments/" + begun.id()).contains("75.00");
        assertThat(counted("assessment.graded")).isOne();
    }

    @Test
    @DisplayName("of a welfare fund gives it a level from A to D on its own page: four of five criteria without the report are 60 points, and C; with the report attached 80, and B")
    void ofAFund() throws Exception {
        var copied = instruments.edition(drafting.copy(people.centreOfficer(), instruments.latest("fund-quality", 2564).orElseThrow().id(), 2562));
        drafting.publish(people.centreOfficer(), copied.id());
        edition = instruments.edition(copied.id());
        var fund = new long[1];
        cast.change(() -> fund[0] = jdbc.sql("insert into welfare_fund (code, unit_code, name, founded_on) values ('A' || ?, ?, 'กองทุนสวัสดิการชุมชนตำบลฝายแก้ว', '2010-03-15') returning id").params(unit, unit).query(Long.class).single());
        assertThat(mvc.perform(get("/funds/" + fund[0]).with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("/assessments/new?subject=fund:" + fund[0]);
        var begun = assessments.begin(malee, "", new Beginning(edition.instrument(), fund[0], "", 2562, Assessor.REGION, DAY, null));
        assertThat(begun.unitCode() + begun.subjectPath()).isEqualTo(unit + "/funds/" + fund[0]);
        refuses(AssessmentRefusal.ASSESSED_ALREADY, () -> assessments.begin(malee, "", new Beginning(edition.instrument(), fund[0], "", 2562, Assessor.REGION, DAY, null)));
        long last = edition.items().reduce((a, b) -> b).orElseThrow().id();
        var given = new HashMap<Long, Given>();
        assessments.answers(begun.id()).forEach((item, a) -> given.put(item, new Given(item == last ? BigDecimal.ZERO : BigDecimal.ONE, "", a.version())));
        assessments.answer(malee, begun.id(), "", given);
        assessments.submit(malee, begun.id(), "", "");
        assertThat(assessments.at(malee, begun.id()).score() + " " + assessments.at(malee, begun.id()).level()).isEqualTo("60.00 C");
        assessments.giveBack(somwang, begun.id(), "แนบรายงานของกองทุนด้วย");
        prove(malee, begun);
        assessments.submit(malee, begun.id(), "", "");
        assertThat(counted("welfare.level")).isZero();
        assessments.verify(somwang, begun.id(), "");
        assertThat(assessments.at(malee, begun.id()).score() + " " + assessments.at(malee, begun.id()).level()).isEqualTo("80.00 B");
        assertThat(counted("welfare.level")).isOne();
        assertThat(mvc.perform(get("/funds/" + fund[0]).with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("/assessments/" + begun.id()).contains("80.00");
    }

    @Test
    @DisplayName("is told by the names of its instrument and level where figures are parted by them, in both languages; what was never an instrument stays as it is")
    void classes() throws Exception {
        assertThat(ClassWords.of(bundles.in(Bundles.THAI), "assessment.graded", "strong-community GOOD")).isEqualTo("การประเมินตนเองของตำบลต้นแบบชุมชนเข้มแข็ง · ดี");
        assertThat(ClassWords.of(bundles.in(Locale.ENGLISH), "assessment.graded", "strong-community GOOD")).isEqualTo("Strong-community self-assessment · GOOD");
        assertThat(ClassWords.of(bundles.in(Locale.ENGLISH), "assessment.unverified", "council-quality")).isEqualTo("Quality review of councils");
        assertThat(ClassWords.of(bundles.in(Bundles.THAI), "assessment.verified", "dreams")).isEqualTo("dreams");
        assessments.verify(somwang, submitted(malee, Assessor.REGION, 1).id(), "");
        assertThat(mvc.perform(get("/figures/assessment.graded").param("within", "unit:" + unit).param("class", "council-quality A").with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("การสอบทานคุณภาพสภาองค์กรชุมชนตำบล · A");
    }

    @Test
    @DisplayName("is done on the pages: begun from the council's, answered, refused with what to do, submitted, verified")
    void pages() throws Exception {
        assertThat(mvc.perform(get("/councils/" + council).with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("/assessments/new?subject=council:" + council);
        var begun = mvc.perform(post("/assessments").with(csrf()).with(SignIn.as(malee)).param("subject", "council:" + council).param("instrument", "council-quality").param("year", "2562")
                .param("assessor", "region").param("assessedOn", "20 ส.ค. 2562")).andReturn().getResponse();
        assertThat(begun.getStatus()).isBetween(302, 303);
        String path = begun.getHeader("Location").replace("/answers", "");
        var form = post(path + "/answers").with(csrf()).with(SignIn.as(malee));
        long id = Long.parseLong(path.replaceAll("\\D", ""));
        assessments.answers(id).forEach((item, a) -> form.param("item-" + item, "๑").param("note-" + item, "").param("version-" + item, "" + a.version()));
        assertThat(mvc.perform(form).andReturn().getResponse().getHeader("Location")).isEqualTo(path);
        var wrong = post(path + "/answers").with(csrf()).with(SignIn.as(malee));
        assessments.answers(id).forEach((item, a) -> wrong.param("item-" + item, "หนึ่ง").param("version-" + item, "" + a.version()));
        var again = mvc.perform(wrong).andReturn().getResponse();
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("กรอกตัวเลขตั้งแต่ 0 ถึง 5").contains("หนึ่ง");
        mvc.perform(post(path + "/submission").with(csrf()).with(SignIn.as(malee)));
        var own = mvc.perform(post(path + "/verification").with(csrf()).with(SignIn.as(malee))).andReturn().getResponse();
        assertThat(own.getStatus() + own.getContentAsString()).startsWith("422").contains("ไม่มีสิทธิ์ตรวจรับรอง");
        mvc.perform(post(path + "/verification").with(csrf()).with(SignIn.as(somwang)));
        assertThat(assessments.at(malee, id).stage()).isEqualTo(Stage.VERIFIED);
        assertThat(mvc.perform(get("/assessments?instrument=council-quality&year=2562&stage=verified").with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains(path);
        assertThat(mvc.perform(get("/assessments.xlsx?year=2562").with(SignIn.as(malee))).andReturn().getResponse().getStatus()).isEqualTo(200);
    }
}
