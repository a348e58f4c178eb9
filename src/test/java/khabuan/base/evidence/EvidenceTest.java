package khabuan.base.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.place.Level;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@World
@DisplayName("A file of evidence")
class EvidenceTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);

    @Autowired
    MockMvc mvc;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Vault vault;
    @Autowired
    Measures measures;

    private static byte[] scan(String of) {
        return Paper.pdf(of);
    }

    private String unit;

    private long councilInNan(String name) {
        unit = cast.unitInNan("อบต.", name);
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, ?, '2010-03-01')").params("E" + unit, unit, "สภาองค์กรชุมชนตำบล" + name).update());
        return jdbc.sql("select id from council where unit_code = ?").param(unit).query(Long.class).single();
    }

    private MvcResult attach(Actor actor, long council, String kind, String name, byte[] content) throws Exception {
        return mvc.perform(multipart("/evidence").file(new MockMultipartFile("file", name, "application/octet-stream", content)).with(csrf()).with(SignIn.as(actor))
                .param("recordKind", "council").param("recordId", Long.toString(council)).param("kind", kind)).andReturn();
    }

    private long documented() {
        return measures.ask(new Question("council.documented", Level.UNIT, List.of(new Window(LocalDate.of(2018, 10, 1), TODAY, null)))).at(unit, 0);
    }

    @Test
    @DisplayName("is refused when it is a PDF without a page, and proves nothing")
    void withoutPages() throws Exception {
        long council = councilInNan("ริม");
        var answer = attach(Cast.recorderOfNan(), council, "js02", "จส.02.pdf", Paper.pdfWithoutPages()).getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("ไม่มีหน้าใดเลย");
        assertThat(jdbc.sql("select count(*) from evidence where record_id = ?").param(council).query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("makes a council documented once จส.02 and จส.03 are both there, at the next request")
    void documents() throws Exception {
        long council = councilInNan("บ่อ");
        assertThat(attach(Cast.recorderOfNan(), council, "js02", "จส.02.pdf", scan("จส.02 บ่อ")).getResponse().getRedirectedUrl()).isEqualTo("/councils/" + council + "#evidence");
        assertThat(documented()).isZero();
        attach(Cast.recorderOfNan(), council, "js03", "จส.03.pdf", scan("จส.03 บ่อ"));
        assertThat(documented()).isOne();
        assertThat(mvc.perform(get("/councils/" + council).with(SignIn.as(Cast.recorderOfNan()))).andReturn().getResponse().getContentAsString()).contains("จส.02.pdf", "จส.03.pdf");
    }

    @Test
    @DisplayName("is kept once, however often its bytes come")
    void once() throws Exception {
        long council = councilInNan("ไชยสถาน");
        attach(Cast.recorderOfNan(), council, "js02", "ร่าง.pdf", scan("สแกนเดียวกัน"));
        attach(Cast.recorderOfNan(), council, "js03", "ฉบับจริง.pdf", scan("สแกนเดียวกัน"));
        assertThat(jdbc.sql("select count(distinct file_id) || ' of ' || count(*) from evidence where record_id = ?").param(council).query(String.class).single()).isEqualTo("1 of 2");
        assertThat(vault.broken()).doesNotContain(jdbc.sql("select f.sha256 from evidence e join file f on f.id = e.file_id where e.record_id = ? limit 1").param(council).query(String.class).single());
    }

    @Test
    @DisplayName("is what it is and not what it is called: a programme named .pdf is refused at its field, and changes nothing")
    void wrongType() throws Exception {
        long council = councilInNan("ดู่ใต้");
        var answer = attach(Cast.recorderOfNan(), council, "js02", "จส.02.pdf", "#!/bin/sh\necho".getBytes(StandardCharsets.UTF_8)).getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("รับไฟล์ จส.02.pdf ไม่ได้");
        assertThat(jdbc.sql("select count(*) from evidence where record_id = ?").param(council).query(Long.class).single()).isZero();
    }

    @Test
    @DisplayName("that was withdrawn is still there for who looks into the past")
    void withdrawn() throws Exception {
        long council = councilInNan("กองควาย");
        attach(Cast.recorderOfNan(), council, "js02", "จส.02.pdf", scan("กองควาย"));
        var row = jdbc.sql("select e.id, f.sha256 from evidence e join file f on f.id = e.file_id where e.record_id = ?").param(council).query().singleRow();
        mvc.perform(post("/evidence/" + row.get("id") + "/withdrawal").param("reason", "แนบผิดแห่ง").with(csrf()).with(SignIn.as(Cast.recorderOfNan())));
        assertThat(jdbc.sql("select count(*) from evidence where record_id = ?").param(council).query(Long.class).single()).isZero();
        assertThat(file(Cast.recorderOfNan(), row.get("sha256"))).isEqualTo(200);
    }

    private int file(Actor actor, Object sha256) throws Exception {
        return mvc.perform(get("/files/" + sha256).with(SignIn.as(actor))).andReturn().getResponse().getStatus();
    }

    @Test
    @DisplayName("of another province is not found, and nothing is attached there")
    void scope() throws Exception {
        long council = councilInNan("ถืมตอง");
        assertThat(attach(Cast.recorderOfPhatthalung(), council, "js02", "จส.02.pdf", scan("ถืมตอง")).getResponse().getStatus()).isEqualTo(404);
        attach(Cast.recorderOfNan(), council, "js02", "จส.02.pdf", scan("ถืมตอง"));
        var sha256 = jdbc.sql("select f.sha256 from evidence e join file f on f.id = e.file_id where e.record_id = ?").param(council).query(String.class).single();
        assertThat(file(Cast.recorderOfPhatthalung(), sha256)).isEqualTo(404);
        assertThat(file(Cast.officerOfTheNorth(), sha256)).isEqualTo(200);
    }

    @Test
    @DisplayName("goes on where the connection broke, and arrives as it was sent")
    void resumed() throws Exception {
        long council = councilInNan("นาปัง");
        byte[] paper = scan("หน้า ".repeat(3000));
        String key = mvc.perform(post("/uploads").param("name", "จส.02.pdf").param("size", Integer.toString(paper.length)).with(csrf()).with(SignIn.as(Cast.recorderOfNan())))
                .andReturn().getResponse().getContentAsString();
        assertThat(send(key, 0, Arrays.copyOf(paper, 10_000))).isEqualTo("204 at 10000");
        assertThat(send(key, 0, Arrays.copyOf(paper, 10_000))).isEqualTo("409 at 10000");
        assertThat(mvc.perform(get("/uploads/" + key).with(SignIn.as(Cast.recorderOfNan()))).andReturn().getResponse().getHeader("Upload-Offset")).isEqualTo("10000");
        assertThat(mvc.perform(get("/uploads/" + key).with(SignIn.as(Cast.recorderOfPhatthalung()))).andReturn().getResponse().getStatus()).isEqualTo(404);
        send(key, 10_000, Arrays.copyOfRange(paper, 10_000, paper.length));
        mvc.perform(post("/evidence").param("recordKind", "council").param("recordId", Long.toString(council)).param("kind", "js02").param("upload", key).with(csrf())
                .with(SignIn.as(Cast.recorderOfNan())));
        var sha256 = jdbc.sql("select f.sha256 from evidence e join file f on f.id = e.file_id where e.record_id = ?").param(council).query(String.class).single();
        assertThat(Files.readAllBytes(vault.path(sha256))).isEqualTo(paper);
    }

    private String send(String key, int offset, byte[] piece) throws Exception {
        var answer = mvc.perform(patch("/uploads/" + key).header("Upload-Offset", offset).contentType("application/octet-stream").content(piece).with(csrf())
                .with(SignIn.as(Cast.recorderOfNan()))).andReturn().getResponse();
        return answer.getStatus() + " at " + answer.getHeader("Upload-Offset");
    }
}
