package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

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
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The name of a council whose unit is corrected")
class DerivedNameTest {

    private static final LocalDate MARCH = LocalDate.of(2019, 3, 15);
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

    @BeforeEach
    void units() {
        unit = cast.unitInNan("อบต.", "ดู่ใต้");
        other = cast.unitInNan("ทต.", "ดู่ใต้เหนือ");
    }

    private Council council(String name) {
        return councils.register(RECORDER, "", new Registration(unit, "", name, MARCH));
    }

    private Council now(Council council) {
        return councils.find(council.id()).orElseThrow();
    }

    /** Sends the form of correction as the browser does: all of it, the name as it stood in it. */
    private void correct(Council council, String name) throws Exception {
        mvc.perform(post(council.path() + "/correction").with(SignIn.as(RECORDER)).with(csrf()).param("unit", other).param("place", "").param("code", council.code()).param("name", name)
                .param("registeredOn", "15 มี.ค. 2562").param("version", Integer.toString(council.version())).param("reason", "บันทึกพื้นที่ผิด")).andExpect(redirectedUrl(council.path()));
    }

    private String form(Council council) throws Exception {
        return mvc.perform(get(council.path() + "/correction").with(SignIn.as(RECORDER))).andReturn().getResponse().getContentAsString();
    }

    private Outcome take(String... lines) throws IOException {
        var file = Files.write(folder.resolve("councils.csv"), List.of(lines));
        return intake.take(kinds.get("councils"), new Order(Actor.commandLine(), file, "councils.csv", null, false, false, TODAY, Order.Progress.NONE));
    }

    @Test
    @DisplayName("follows when it was derived, in the same change, which its timeline tells; and the form says so beforehand")
    void follows() throws Exception {
        var council = council("");
        assertThat(form(council)).contains("ชื่อนี้ตั้งตามพื้นที่ เมื่อแก้พื้นที่ ชื่อจะเปลี่ยนตาม");
        correct(council, council.name());
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลดู่ใต้เหนือ");
        var step = timeline.ofRecord("council", council.id()).getFirst();
        assertThat(step.act()).isEqualTo("council.correct");
        assertThat(step.fields()).extracting(Timeline.Field::name).containsExactly("name", "unit_code");
        assertThat(step.fields().getFirst().before()).isEqualTo("สภาองค์กรชุมชนตำบลดู่ใต้");
    }

    @Test
    @DisplayName("stays when it was given, and the form says so")
    void stays() throws Exception {
        var council = council("สภาองค์กรชุมชนบ้านเราดู่ใต้");
        assertThat(form(council)).contains("ชื่อนี้กรอกไว้เอง จึงคงเดิมเมื่อแก้พื้นที่");
        correct(council, council.name());
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนบ้านเราดู่ใต้");
        assertThat(now(council).unitCode()).isEqualTo(other);
    }

    @Test
    @DisplayName("is the one that the correction gives, when it gives another")
    void given() throws Exception {
        var council = council("");
        correct(council, "สภาองค์กรชุมชนสองแคว");
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนสองแคว");
    }

    @Test
    @DisplayName("follows when the unit was called otherwise at the time the council was named")
    void calledOtherwise() throws Exception {
        var council = council("");
        cast.change(() -> {
            jdbc.sql("update unit_form set until_date = '2019-06-01' where unit_code = ?").param(unit).update();
            jdbc.sql("insert into unit_form (unit_code, type, name_th, from_date) values (?, 'ทต.', 'ดู่ใต้', '2019-06-01')").param(unit).update();
        });
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนตำบลดู่ใต้");
        correct(council, council.name());
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลดู่ใต้เหนือ");
    }

    @Test
    @DisplayName("follows when a file corrects the unit, with its name or without; and the same file again changes nothing")
    void files() throws IOException {
        var council = council("");
        String[] file = {"รหัสสภา,ชื่อสภา,พื้นที่,วันที่จดแจ้ง", council.code() + "," + council.name() + "," + other + ",15 มี.ค. 2562"};
        assertThat(take(file).changed()).isEqualTo(1);
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลดู่ใต้เหนือ");
        assertThat(take(file).same()).isEqualTo(1);
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลดู่ใต้เหนือ");
        take("รหัสสภา,พื้นที่,วันที่จดแจ้ง", council.code() + "," + unit + ",15 มี.ค. 2562");
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนตำบลดู่ใต้");
        take("รหัสสภา,ชื่อสภา,พื้นที่,วันที่จดแจ้ง", council.code() + ",สภาองค์กรชุมชนสองแคว," + other + ",15 มี.ค. 2562");
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนสองแคว");
    }

    @Test
    @DisplayName("follows whatever hand corrects the unit, such as a merge that takes it from a duplicate")
    void anyHand() {
        var council = council("");
        cast.change(() -> jdbc.sql("update council set unit_code = ? where id = ?").params(other, council.id()).update());
        assertThat(now(council).name()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลดู่ใต้เหนือ");
    }
}
