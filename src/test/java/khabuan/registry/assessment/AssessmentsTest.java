package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.SignIn;
import khabuan.cast.World;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessment.Stage;
import khabuan.registry.assessment.Assessments.Beginning;
import khabuan.registry.assessment.Assessments.Given;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** From its beginning to its verification, and back. */
@World
@DisplayName("An assessment")
class AssessmentsTest extends ReviewStory {

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
}
