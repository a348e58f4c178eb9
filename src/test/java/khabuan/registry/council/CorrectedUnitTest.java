package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.record.Timeline;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A council whose unit is corrected")
class CorrectedUnitTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static final Actor RECORDER = Cast.recorderOfNan();

    @Autowired Councils councils;
    @Autowired Timeline timeline;
    @Autowired Intake intake;
    @Autowired Kinds kinds;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @TempDir Path folder;
    private String unit;
    private String other;
    private Council council;
    private long group;
    private long person;

    /** The council of ผาสิงห์ with a savings group and a representative, all in the wrong unit. */
    @BeforeEach
    void council() {
        unit = cast.unitInNan("อบต.", "ผาสิงห์");
        other = cast.unitInNan("อบต.", "ไชยสถาน");
        council = councils.register(RECORDER, "", new Registration(unit, "", "", LocalDate.of(2019, 3, 15)));
        cast.change(() -> {
            group = jdbc.sql("insert into organisation (code, unit_code, council_id, name, registered_on) values (?, ?, ?, 'กลุ่มออมทรัพย์บ้านผาตูบ', '2019-04-01') returning id")
                    .params("7" + System.nanoTime() % 10_000_000, unit, council.id()).query(Long.class).single();
            person = jdbc.sql("insert into person (unit_code, full_name) values (?, 'แสงเดือน อินต๊ะ') returning id").param(unit).query(Long.class).single();
            jdbc.sql("insert into council_member (council_id, person_id, class, village, selected_on) values (?, ?, 'community', 'หมู่ 3', '2019-03-15')").params(council.id(), person).update();
        });
    }

    private MockHttpServletResponse correct(Actor actor, String to, String... more) throws Exception {
        var request = post(council.path() + "/correction").with(SignIn.as(actor)).with(csrf()).param("unit", to).param("place", "").param("code", council.code())
                .param("name", council.name()).param("registeredOn", "15 มี.ค. 2562").param("version", Integer.toString(council.version())).param("reason", "บันทึกพื้นที่ผิด");
        for (int i = 0; i < more.length; i += 2) request.param(more[i], more[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    private String unitOf(String table, long id) {
        return jdbc.sql("select unit_code from " + table + " where id = ?").param(id).query(String.class).single();
    }

    private Outcome take(String... lines) throws IOException {
        var file = Files.write(folder.resolve("councils.csv"), List.of(lines));
        return intake.take(kinds.get("councils"), new Order(Actor.commandLine(), file, "councils.csv", null, false, false, TODAY, Order.Progress.NONE));
    }

    @Test
    @DisplayName("asks what becomes of the organisations and persons that stand with it, tells how many they are, and writes nothing before it is said")
    void asks() throws Exception {
        var page = correct(RECORDER, other);
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString()).contains("มี 2 รายการอยู่ในหน่วยเดิมกับสภานี้").contains("องค์กรชุมชน 1 รายการ").contains("บุคคล 1 รายการ").contains("ย้ายตามสภาไปหน่วยใหม่");
        assertThat(councils.find(council.id()).orElseThrow().unitCode()).isEqualTo(unit);
    }

    @Test
    @DisplayName("takes them along in the one change, and the history of each tells who, when and why")
    void goes() throws Exception {
        assertThat(correct(RECORDER, other, "companions", "go").getStatus()).isEqualTo(302);
        assertThat(List.of(unitOf("council", council.id()), unitOf("organisation", group), unitOf("person", person))).containsOnly(other);
        var step = timeline.ofRecord("organisation", group).getFirst();
        assertThat(step.act()).isEqualTo("council.correct");
        assertThat(step.reason()).isEqualTo("บันทึกพื้นที่ผิด");
        assertThat(jdbc.sql("select count(distinct change_id) from (select change_id from council where id = ? union select change_id from organisation where id = ?) c")
                .params(council.id(), group).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    @DisplayName("leaves them where they are when that is said, and the organisations belong to it no longer")
    void stays() throws Exception {
        assertThat(correct(RECORDER, other, "companions", "stay").getStatus()).isEqualTo(302);
        assertThat(List.of(unitOf("organisation", group), unitOf("person", person))).containsOnly(unit);
        assertThat(jdbc.sql("select council_id is null from organisation where id = ?").param(group).query(Boolean.class).single()).isTrue();
    }

    @Test
    @DisplayName("goes into another province only when that is ticked")
    void acrossProvince() throws Exception {
        String far = cast.unitInPhatthalung("อบต.", "ชัยบุรี");
        var page = correct(Cast.centre(), far, "companions", "go");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString()).contains("การแก้ไขนี้ย้ายสภาจากจังหวัดน่านไปจังหวัดพัทลุง").contains("ถ้าตั้งใจให้ยืนยันการย้ายข้ามจังหวัด");
        assertThat(correct(Cast.centre(), far, "companions", "go", "acrossProvince", "true").getStatus()).isEqualTo(302);
        assertThat(unitOf("organisation", group)).isEqualTo(far);
    }

    @Test
    @DisplayName("is asked the same of a file, which says it in two columns of its own")
    void files() throws IOException {
        String far = cast.unitInPhatthalung("อบต.", "ชัยบุรี");
        var refused = take("รหัสสภา,พื้นที่,วันที่จดแจ้ง", council.code() + "," + far + ",15 มี.ค. 2562");
        assertThat(refused.faults()).extracting("key").containsExactlyInAnyOrder("council.refusal.companions-unsaid", "council.refusal.across-province");
        assertThat(take("รหัสสภา,พื้นที่,วันที่จดแจ้ง,สิ่งที่อยู่กับสภา", council.code() + "," + other + ",15 มี.ค. 2562,คงอยู่").changed()).isEqualTo(1);
        assertThat(unitOf("organisation", group)).isEqualTo(unit);
        assertThat(take("รหัสสภา,พื้นที่,วันที่จดแจ้ง", council.code() + "," + unit + ",15 มี.ค. 2562").changed()).isEqualTo(1);
        cast.change(() -> jdbc.sql("update organisation set council_id = ? where id = ?").params(council.id(), group).update());
        assertThat(take("รหัสสภา,พื้นที่,วันที่จดแจ้ง,สิ่งที่อยู่กับสภา,ย้ายข้ามจังหวัด", council.code() + "," + far + ",15 มี.ค. 2562,ย้ายตาม,ใช่").changed()).isEqualTo(1);
        assertThat(List.of(unitOf("council", council.id()), unitOf("organisation", group), unitOf("person", person))).containsOnly(far);
    }

    private String decide(Actor actor, String path, String... more) throws Exception {
        var request = post(path).with(SignIn.as(actor)).with(csrf());
        for (int i = 0; i < more.length; i += 2) request.param(more[i], more[i + 1]);
        return mvc.perform(request).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    @DisplayName("by a merge with its duplicate there takes along what stood with it; when the merge is undone, each stands where it stood")
    void merged() throws Exception {
        var there = councils.register(RECORDER, "", new Registration(other, "", "", LocalDate.of(2019, 5, 2)));
        String pair = decide(Cast.officerOfTheNorth(), "/duplicates", "kind", "council", "one", "" + council.id(), "other", "" + there.id());
        decide(Cast.officerOfTheNorth(), pair + "/proposal", "version", "1", "survivor", "" + there.id(), "reason", "บันทึกพื้นที่ผิด แล้วบันทึกซ้ำ");
        decide(Cast.centre(), pair + "/merge", "version", "2");
        assertThat(List.of(unitOf("organisation", group), unitOf("person", person))).containsOnly(other);
        assertThat(jdbc.sql("select council_id from organisation where id = ?").param(group).query(Long.class).single()).isEqualTo(there.id());
        decide(Cast.centre(), pair + "/merge/undoing", "version", "3", "reason", "เป็นสองแห่ง");
        assertThat(List.of(unitOf("organisation", group), unitOf("person", person))).containsOnly(unit);
    }
}
