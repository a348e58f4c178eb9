package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.text.Bundles;
import khabuan.cast.World;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessment.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("A file of reviews that an old system kept")
class OldReviewsTest extends ReviewStory {

    private static final String HEADS = "รหัสสภา,ปีงบประมาณ,คะแนน,ระดับ,วันที่สอบทาน,ผู้สอบทาน,วันที่ตรวจรับรอง,ผู้ตรวจรับรอง";
    @Autowired Intake intake;
    @Autowired Kinds kinds;
    @Autowired Bundles bundles;
    @TempDir Path folder;

    private Outcome take(Actor actor, String heads, String... rows) throws IOException {
        var file = Files.writeString(folder.resolve("reviews.csv"), heads + "\n" + String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
        return intake.take(kinds.get("council-reviews"), new Order(actor, file, "ผลสอบทาน 2561.csv", null, false, false, LocalDate.of(2019, 9, 2), Order.Progress.NONE));
    }

    private String code() {
        return "R" + unit;
    }

    private String row(String rest) {
        return code() + "," + rest;
    }

    private Assessment only() {
        return assessments.at(malee, jdbc.sql("select id from assessment where council_id = ? and withdrawn_because = ''").param(council).query(Long.class).single());
    }

    private List<String> told(List<LineFault> faults) {
        return faults.stream().map(f -> f.line() + " " + f.column() + ": " + f.message(bundles.in(Bundles.THAI))).toList();
    }

    @Test
    @DisplayName("brings scores, whose grade follows, and grades alone, which say so; they count in the year of the review, and the same file again changes nothing")
    void takenIn() throws IOException {
        var other = cast.unitInNan("อบต.", "ดู่ใต้" + Long.toString(System.nanoTime(), 36));
        long second = council(other);
        var rows = new String[] {row("2561,72.5,,15 ก.ย. 2561,มาลี แซ่ลี้,28/9/2561,สมหวัง ใจมั่น"), "R" + other + ",๒๕๖๑,,ระดับ C,15 ก.ย. 61,มาลี แซ่ลี้,,สมหวัง ใจมั่น"};
        var taken = take(somwang, HEADS, rows);
        assertThat(told(taken.faults())).isEmpty();
        assertThat(told(taken.notes())).containsExactly("3 grade: มีเฉพาะระดับ จากระบบเดิม ไม่มีคะแนน");
        assertThat(taken.added()).isEqualTo(2);
        var kept = only();
        assertThat(kept.score() + " " + kept.level() + " " + kept.submitter() + " " + kept.verifier() + " " + kept.verifiedOn() + " " + kept.assessor()).isEqualTo("72.50 B มาลี แซ่ลี้ สมหวัง ใจมั่น 2018-09-28 REGION");
        assertThat(jdbc.sql("select score, level_code, verified_on::text from assessment where council_id = ?").param(second).query((r, n) -> tuple(r.getBigDecimal(1), r.getString(2), r.getString(3))).single())
                .isEqualTo(tuple(null, "C", "2018-09-15"));
        assertThat(counted("council.grade-b")).isOne();
        assertThat(counted("council.grade-a")).isZero();
        assertThat(take(somwang, HEADS, rows).same()).isEqualTo(2);
        assertThat(take(somwang, HEADS, row("2561,85,,15 ก.ย. 2561,มาลี แซ่ลี้,28/9/2561,สมหวัง ใจมั่น")).changed()).isOne();
        assertThat(only().level()).isEqualTo("A");
    }

    @Test
    @DisplayName("gives the review of this year something to be compared with, on the council's page")
    void compared() throws Exception {
        take(somwang, HEADS, row("2561,60.1,,15 ก.ย. 2561,มาลี แซ่ลี้,,สมหวัง ใจมั่น"));
        submitted(malee, Assessor.REGION, 0.5);
        assertThat(mvc.perform(get("/councils/" + council).with(SignIn.as(malee))).andReturn().getResponse().getContentAsString()).contains("ปี 2561: ระดับ C คะแนน 60.10").contains("เพิ่มขึ้น 7.10");
    }

    @Test
    @DisplayName("is told row by row in words what is wrong, and nothing is written")
    void faults() throws IOException {
        var faults = take(somwang, HEADS, row("2561,72.5,A,15 ก.ย. 2561,มาลี แซ่ลี้,,สมหวัง ใจมั่น"), row("2562,,,15 ส.ค. 2562,มาลี แซ่ลี้,,มาลี แซ่ลี้"), row("2562,101,D,15 ก.ย. 2561,มาลี แซ่ลี้,1 ก.ย. 2561,"),
                "X999,2561,50,,15 ก.ย. 2561,มาลี แซ่ลี้,,", row("2559,50,,15 ก.ย. 2559,มาลี แซ่ลี้,,")).faults();
        assertThat(told(faults)).contains("2 grade: ระดับไม่ตรงกับคะแนน ตามเกณฑ์ของปีนั้น 72.50 = B แก้คะแนนหรือระดับ", "3 grade: กรอกคะแนน หรือระดับ อย่างน้อยหนึ่งอย่าง", "3 verifier: ผู้ส่งตรวจรับรองเองไม่ได้ ให้อีกคนหนึ่งตรวจ",
                "4 score: กรอกคะแนนตั้งแต่ 0 ถึง 100", "4 grade: ไม่รู้จักระดับนี้ ใช้ระดับหนึ่งในนี้: A B C", "4 assessed_on: วันที่ประเมินอยู่ก่อนปีงบประมาณ 2562 แก้วันที่หรือปี",
                "4 verifier: มีวันที่ตรวจรับรองแต่ไม่มีชื่อผู้ตรวจรับรอง กรอกชื่อ หรือเว้นวันที่ว่าง", "4 verified_on: วันที่ตรวจรับรองอยู่ก่อนวันที่สอบทาน แก้วันที่",
                "6 fiscal_year: ปี 2559 ยังไม่มีฉบับที่ประกาศใช้ ให้ส่วนกลางประกาศใช้ก่อน หรือเลือกปีอื่น").anyMatch(f -> f.startsWith("5 council:"));
        assertThat(jdbc.sql("select count(*) from assessment where council_id = ?").param(council).query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("does not write over what was reviewed here; what the centre found is the centre's to bring; a place out of reach is not found")
    void notTheirs() throws IOException {
        submitted(malee, Assessor.REGION, 0.7);
        assertThat(told(take(somwang, HEADS, row("2562,72.5,,15 ส.ค. 2562,คำตัน สุขใจ,,สมหวัง ใจมั่น")).faults())).containsExactly("2 council: ผู้ประเมินนี้ประเมินปีนี้แล้ว เปิดดูรายการเดิมและตอบต่อ");
        assertThat(told(take(somwang, HEADS + ",ผู้ประเมิน", row("2561,72.5,,15 ก.ย. 2561,คำตัน สุขใจ,,สมหวัง ใจมั่น,ส่วนกลาง")).faults())).containsExactly("2 assessor: บัญชีนี้บันทึกในนามผู้ประเมินนี้ไม่ได้ เลือกผู้ประเมินอื่น");
        assertThat(take(people.centreOfficer(), HEADS + ",ผู้ประเมิน", row("2561,72.5,,15 ก.ย. 2561,คำตัน สุขใจ,,ประเสริฐ แก้วมณี,ส่วนกลาง")).added()).isOne();
        assertThat(take(people.officerOfTheSouth(), HEADS, row("2561,72.5,,15 ก.ย. 2561,คำตัน สุขใจ,,อดุลย์ หมัดหมัน")).faults()).extracting(LineFault::key).containsExactly("intake.fault.out-of-reach");
    }

    @Test
    @DisplayName("without a verifier leaves its rows to be verified here, by another than the reviewer; its page says where it is from, and it is withdrawn, not returned")
    void waits() throws Exception {
        take(somwang, HEADS, row("2561,,A,15 ก.ย. 2561,สมหวัง ใจมั่น,,"));
        var waiting = only();
        assertThat(waiting.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(counted("assessment.unverified")).isOne();
        assertThat(counted("council.grade-a")).isZero();
        refuses(AssessmentRefusal.VERIFY_OWN, () -> assessments.verify(somwang, waiting.id(), ""));
        refuses(AssessmentRefusal.OLD_RESULT, () -> assessments.giveBack(wanna, waiting.id(), "ไม่มีคะแนน"));
        refuses(AssessmentRefusal.SUBMITTED, () -> assessments.answer(malee, waiting.id(), "", Map.of()));
        assessments.verify(wanna, waiting.id(), "");
        assertThat(counted("council.grade-a")).isOne();
        for (var path : List.of(waiting.path(), "/councils/" + council, "/assessments?year=2561"))
            assertThat(mvc.perform(get(path).with(SignIn.as(wanna))).andReturn().getResponse()).satisfies(r -> assertThat(r.getStatus()).as(path).isEqualTo(200));
        assertThat(mvc.perform(get(waiting.path()).with(SignIn.as(wanna))).andReturn().getResponse().getContentAsString()).contains("มีเฉพาะระดับ จากระบบเดิม").doesNotContain("/return\"").contains("/withdrawal\"");
        assertThat(mvc.perform(get(waiting.path() + "/answers").with(SignIn.as(malee))).andReturn().getResponse().getStatus()).isEqualTo(404);
        refuses(AssessmentRefusal.VERIFY_WITHOUT_RIGHT, () -> assessments.withdraw(malee, waiting.id(), "ผิดตำบล"));
        assessments.withdraw(wanna, waiting.id(), "ผิดตำบล");
        assertThat(counted("council.grade-a")).isZero();
    }
}
