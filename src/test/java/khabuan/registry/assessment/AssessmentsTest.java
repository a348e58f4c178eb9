package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessment.Stage;
import khabuan.registry.assessment.Assessments.Beginning;
import khabuan.registry.assessment.Assessments.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The council of a tambon of Nan is reviewed by มาลี, who records there, and by the people themselves; สมหวัง of the region verifies. */
@World
@DisplayName("An assessment")
class AssessmentsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 20);
    @Autowired Assessments assessments;
    @Autowired Instruments instruments;
    @Autowired Drafting drafting;
    @Autowired Evidence evidence;
    @Autowired Vault vault;
    @Autowired Measures measures;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    private Actor malee, somwang, wanna;
    private Edition edition;
    private String unit;
    private long council;

    @BeforeEach
    void aCouncil() {
        unit = cast.unitInNan("อบต.", "ฝายแก้ว" + Long.toString(System.nanoTime(), 36));
        malee = people.person("malee-review", "มาลี แซ่ลี้", Role.RECORDER, "province", "55");
        somwang = people.person("somwang-review", "สมหวัง ใจมั่น", Role.REGIONAL_OFFICER, "region", "N");
        wanna = people.person("wanna-review", "วรรณา ณ น่าน", Role.REGIONAL_OFFICER, "region", "N");
        edition = published("council-quality");
        council = council(unit);
    }

    /** The shipped edition, published by the centre if it still is a draft. */
    private Edition published(String code) {
        var latest = instruments.latest(code, 2562).orElseThrow();
        if (latest.state() == Edition.State.DRAFT) drafting.publish(people.centreOfficer(), latest.id());
        return instruments.edition(latest.id());
    }

    private long council(String unit) {
        var id = new long[1];
        cast.change(() -> id[0] = jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('R' || ?, ?, 'สภาองค์กรชุมชนตำบลฝายแก้ว', '2010-03-15') returning id").params(unit, unit).query(Long.class).single());
        return id[0];
    }

    private Assessment begin(Actor actor, Assessor assessor) {
        return assessments.begin(actor, "", new Beginning(edition.instrument(), council, "", 2562, assessor, DAY, null));
    }

    /** Everything answered with a share of its best. */
    private void answerAll(Actor actor, Assessment assessment, double share) {
        var given = new HashMap<Long, Given>();
        assessments.answers(assessment.id()).forEach((item, a) -> given.put(item, new Given(answer(item, share), "", a.version())));
        assessments.answer(actor, assessment.id(), "", given);
    }

    private BigDecimal answer(long id, double share) {
        var item = edition.items().filter(i -> i.id() == id).findFirst().orElseThrow();
        return switch (item.kind()) {
            case YES_NO -> BigDecimal.valueOf(Math.round(share));
            case POINTS -> BigDecimal.valueOf(Math.round(item.most() * share));
            case PERCENTAGE -> BigDecimal.valueOf(Math.round(100 * share));
            case CHOICE -> BigDecimal.valueOf(1 + Math.round((item.choices().size() - 1) * share));
        };
    }

    private void prove(Actor actor, Assessment assessment) {
        var proved = edition.items().filter(i -> i.proof() == Edition.Proof.REQUIRED).map(Edition.Item::id).toList();
        assessments.answers(assessment.id()).values().stream().filter(a -> proved.contains(a.item()))
                .forEach(a -> evidence.attach(actor, "assessment-answer", a.id(), "proof", null, "", () -> vault.keep(new java.io.ByteArrayInputStream(Paper.pdf("รายงานประจำปี " + a.id())), "รายงานประจำปี.pdf")));
    }

    private Assessment submitted(Actor actor, Assessor assessor, double share) {
        var assessment = begin(actor, assessor);
        answerAll(actor, assessment, share);
        prove(actor, assessment);
        assessments.submit(actor, assessment.id(), "", "");
        return assessments.at(actor, assessment.id());
    }

    private static void refuses(AssessmentRefusal refusal, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(refusal));
    }

    private long counted(String measure) {
        return measures.ask(new Question(measure, Level.UNIT, new Place(Level.UNIT, unit, "", "", ""), false, List.of(new Window(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 9, 2), null)))).at(unit, 0);
    }

    @Test
    @DisplayName("goes its way: begun, half saved, answered, proved, submitted with the score of its answers, verified by another, counted")
    void goesItsWay() {
        var assessment = begin(malee, Assessor.REGION);
        var first = assessments.answers(assessment.id()).values().iterator().next();
        assessments.answer(malee, assessment.id(), "", Map.of(first.item(), new Given(answer(first.item(), 1), "ดูบันทึกการประชุม", first.version())));
        assertThat(assessments.result(assessment).open()).hasSize(9);
        refuses(AssessmentRefusal.ITEMS_OPEN, () -> assessments.submit(malee, assessment.id(), "", ""));
        answerAll(malee, assessment, 1);
        assertThat(assessments.result(assessment).score()).as("two items require evidence: 25 of a hundred").isEqualTo("75.00");
        prove(malee, assessment);
        assessments.submit(malee, assessment.id(), "", "ประชุมครบ แต่รายงานยังไม่ละเอียด");
        assertThat(assessments.at(malee, assessment.id()).note()).isEqualTo("ประชุมครบ แต่รายงานยังไม่ละเอียด");
        assertThat(counted("council.reviewed")).isZero();
        assertThat(counted("assessment.unverified")).isOne();
        assessments.verify(somwang, assessment.id(), "");
        var done = assessments.at(malee, assessment.id());
        assertThat(done.stage()).isEqualTo(Stage.VERIFIED);
        assertThat(done.score() + " " + done.level() + " " + done.submitter() + " " + done.verifier()).isEqualTo("100.00 A มาลี แซ่ลี้ สมหวัง ใจมั่น");
        assertThat(counted("council.reviewed")).isOne();
        assertThat(counted("council.grade-a")).isOne();
        assertThat(counted("council.grade-b")).isZero();
        assertThat(counted("assessment.unverified")).isZero();
    }

    @Test
    @DisplayName("is verified by another person than who submitted it, with a right to it; the database holds the two apart too")
    void twoPersons() {
        var own = submitted(somwang, Assessor.REGION, 0.7);
        refuses(AssessmentRefusal.VERIFY_OWN, () -> assessments.verify(somwang, own.id(), ""));
        refuses(AssessmentRefusal.VERIFY_WITHOUT_RIGHT, () -> assessments.verify(malee, own.id(), ""));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update assessment set verified_on = '2019-09-02', verified_by = submitted_by where id = ?").param(own.id()).update()))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("verified_by_another");
        assessments.verify(wanna, own.id(), "");
        refuses(AssessmentRefusal.VERIFIED_ALREADY, () -> assessments.verify(wanna, own.id(), ""));
        refuses(AssessmentRefusal.SUBMITTED, () -> answerAll(somwang, own, 1));
    }

    @Test
    @DisplayName("is returned with a reason and goes the way again; a verified one too, which then counts no more")
    void returned() {
        var assessment = submitted(malee, Assessor.REGION, 0.7);
        refuses(AssessmentRefusal.REASON_MISSING, () -> assessments.giveBack(somwang, assessment.id(), " "));
        assessments.verify(somwang, assessment.id(), "");
        assertThat(counted("council.reviewed")).isOne();
        assessments.giveBack(somwang, assessment.id(), "รายงานประจำปีเป็นของปีก่อน");
        assertThat(counted("council.reviewed")).isZero();
        assertThat(assessments.at(malee, assessment.id()).stage()).isEqualTo(Stage.RETURNED);
        assessments.submit(malee, assessment.id(), "", "");
        assertThat(assessments.at(malee, assessment.id()).stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    @DisplayName("whose file was withdrawn after it was submitted is not verified with the score that it had")
    void scoreMoved() {
        var assessment = submitted(malee, Assessor.REGION, 1);
        var file = assessments.answers(assessment.id()).values().stream().filter(a -> a.files() > 0).findFirst().orElseThrow();
        cast.change(() -> jdbc.sql("delete from evidence where record_kind = 'assessment-answer' and record_id = ?").param(file.id()).update());
        refuses(AssessmentRefusal.SCORE_MOVED, () -> assessments.verify(somwang, assessment.id(), ""));
    }

    @Test
    @DisplayName("that is verified keeps its files: the page offers no withdrawal, and the database refuses one")
    void filesStay() throws Exception {
        var assessment = submitted(malee, Assessor.REGION, 1);
        var file = assessments.answers(assessment.id()).values().stream().filter(a -> a.files() > 0).findFirst().orElseThrow();
        assessments.verify(somwang, assessment.id(), "");
        assertThat(mvc.perform(get("/assessments/answers/" + file.id()).with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("รายงานประจำปี.pdf").doesNotContain("/withdrawal");
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("delete from evidence where record_kind = 'assessment-answer' and record_id = ?").param(file.id()).update()))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("return it first");
    }

    @Test
    @DisplayName("of a survey is kept by the centre: what 1,276 people said, dimension by dimension, gives 84.95 and passes; who records in a province can't")
    void survey() {
        var survey = published("client-satisfaction");
        var centre = people.centreOfficer();
        var wish = new Beginning(survey.instrument(), null, "", 2562, Assessor.CENTRE, DAY, 1276);
        refuses(AssessmentRefusal.ASSESSOR_NOT_YOURS, () -> assessments.begin(malee, "", wish));
        refuses(AssessmentRefusal.RESPONDENTS_MISSING, () -> assessments.begin(centre, "", new Beginning(survey.instrument(), null, "", 2562, Assessor.CENTRE, DAY, null)));
        var begun = assessments.begin(centre, "survey-of-2562", wish);
        var said = List.of("85.40", "83.65", "85.80").iterator();
        var given = new HashMap<Long, Given>();
        assessments.answers(begun.id()).forEach((item, a) -> given.put(item, new Given(new BigDecimal(said.next()), "", a.version())));
        assessments.answer(centre, begun.id(), "", given);
        assessments.submit(centre, begun.id(), "", "");
        refuses(AssessmentRefusal.VERIFY_OWN, () -> assessments.verify(centre, begun.id(), ""));
        refuses(AssessmentRefusal.VERIFY_WITHOUT_RIGHT, () -> assessments.verify(somwang, begun.id(), ""));
        assessments.verify(people.administrator(), begun.id(), "");
        assertThat(assessments.at(malee, begun.id()).score() + " " + assessments.at(malee, begun.id()).level()).isEqualTo("84.95 PASS");
    }

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
    @DisplayName("of a year is one for each assessor; the same request again begins no other")
    void onlyOne() {
        var wish = new Beginning(edition.instrument(), council, "", 2562, Assessor.REGION, DAY, null);
        var first = assessments.begin(malee, "key-" + council, wish);
        assertThat(assessments.begin(malee, "key-" + council, wish).id()).isEqualTo(first.id());
        refuses(AssessmentRefusal.ASSESSED_ALREADY, () -> assessments.begin(malee, "", wish));
        refuses(AssessmentRefusal.NO_EDITION, () -> assessments.begin(malee, "", new Beginning(edition.instrument(), council, "", 2560, Assessor.REGION, DAY, null)));
        refuses(AssessmentRefusal.DAY_BEFORE_YEAR, () -> assessments.begin(malee, "", new Beginning(edition.instrument(), council, "", 2562, Assessor.REGION, LocalDate.of(2018, 9, 30), null)));
    }

    @Test
    @DisplayName("that was begun in error is withdrawn with a reason while it is open, stands no more, and leaves its place to another")
    void withdrawn() {
        var mistaken = begin(malee, Assessor.REGION);
        refuses(AssessmentRefusal.WITHDRAWAL_REASON_MISSING, () -> assessments.withdraw(malee, mistaken.id(), " "));
        assessments.withdraw(malee, mistaken.id(), "เลือกสภาผิดแห่ง");
        assertThat(assessments.at(malee, mistaken.id()).stage()).isEqualTo(Stage.WITHDRAWN);
        refuses(AssessmentRefusal.WITHDRAWN, () -> answerAll(malee, mistaken, 1));
        var right = submitted(malee, Assessor.REGION, 1);
        assertThat(right.id()).isNotEqualTo(mistaken.id());
        refuses(AssessmentRefusal.SUBMITTED, () -> assessments.withdraw(malee, right.id(), "เลือกสภาผิดแห่ง"));
        assertThat(assessments.besides(right)).isEmpty();
    }

    @Test
    @DisplayName("answered by two people at once keeps both: another item is no conflict, the same one is told to who comes second")
    void atOnce() {
        var assessment = begin(malee, Assessor.REGION);
        var items = List.copyOf(assessments.answers(assessment.id()).values());
        assessments.answer(malee, assessment.id(), "", Map.of(items.get(0).item(), new Given(answer(items.get(0).item(), 1), "", items.get(0).version())));
        assessments.answer(somwang, assessment.id(), "", Map.of(items.get(1).item(), new Given(answer(items.get(1).item(), 1), "", items.get(1).version())));
        refuses(AssessmentRefusal.ANSWER_CHANGED_MEANWHILE,
                () -> assessments.answer(somwang, assessment.id(), "", Map.of(items.get(0).item(), new Given(answer(items.get(0).item(), 0), "", items.get(0).version()))));
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
