package khabuan.base.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.cast.People;
import khabuan.cast.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The import page")
class IntakePagesTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    JdbcClient jdbc;
    private Actor officer;

    @BeforeEach
    void anOfficer() {
        people.places();
        officer = people.officerOfTheNortheast();
    }

    private String send(String content) throws Exception {
        return send("organisations", content);
    }

    private String send(String kind, String content) throws Exception {
        var file = new MockMultipartFile("file", "องค์กร.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
        return mvc.perform(multipart("/import").file(file).param("kind", kind).with(SignIn.as(officer)).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String ended(String path) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (page(path).contains("every 1s")) assertThat(Instant.now()).as("the job ends").isBefore(until);
        return page(path);
    }

    private long organisations(String name) {
        return jdbc.sql("select count(*) from organisation where name = ?").param(name).query(Long.class).single();
    }

    @Test
    @DisplayName("shows what a file would do, and writes it when the person says so")
    void lookAndConfirm() throws Exception {
        String looked = send("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง\nกลุ่มปลูกผักปลอดสาร," + People.BAN_NA + ",1 ส.ค. 2562\n");
        assertThat(ended(looked)).contains("ผลการตรวจ ยังไม่ได้บันทึก", "กลุ่มปลูกผักปลอดสาร", "บันทึกทั้งหมด");
        assertThat(organisations("กลุ่มปลูกผักปลอดสาร")).isZero();
        String taken = mvc.perform(post(looked + "/confirmation").with(SignIn.as(officer)).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        assertThat(ended(taken)).contains("<h2 id=\"outcome-title\">บันทึกแล้ว</h2>");
        assertThat(organisations("กลุ่มปลูกผักปลอดสาร")).isEqualTo(1);
        assertThat(jdbc.sql("select reason from log.entry where act = 'intake.organisations' order by id desc limit 1").query(String.class).single()).startsWith("องค์กร.csv sha256:");
        assertThat(page("/import")).contains("องค์กร.csv", looked, taken);
    }

    @Test
    @DisplayName("lists the faults row by row, and gives them as a file")
    void faults() throws Exception {
        String looked = send("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง\nกลุ่มทอเสื่อ," + People.THA_SALA + ",1 ส.ค. 2562\n=กลุ่ม," + People.BAN_NA + ",เมื่อวาน\n");
        assertThat(ended(looked)).contains("อยู่นอกพื้นที่รับผิดชอบของท่าน", "อ่านวันที่ “เมื่อวาน” ไม่ได้").doesNotContain("บันทึกทั้งหมด");
        assertThat(page(looked + "/faults.csv")).startsWith("\uFEFFแถว,คอลัมน์,สิ่งที่ต้องแก้\r\n2,").contains("3,\"วันที่จดแจ้ง\",");
    }

    @Test
    @DisplayName("repeats a day that is in no calendar as it was written")
    void noSuchDay() throws Exception {
        String looked = send("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง\nกลุ่มจักสาน," + People.BAN_NA + ",2010-02-30\nกลุ่มเลี้ยงโค," + People.BAN_NA + ",2562-02-31\n");
        assertThat(ended(looked)).contains("2010-02-30", "2562-02-31");
    }

    @Test
    @DisplayName("tells all that is wrong with a row at once: the cells that can't be read, and what the rules refuse of the others")
    void allOfARow() throws Exception {
        String looked = send("councils", "unit,code,registered_on,ended_on\nอบต.ไม่มีจริง,12,1 ส.ค. 2549,เมื่อวาน\n");
        ended(looked);
        assertThat(page(looked + "/faults.csv").lines().filter(line -> line.startsWith("2,"))).hasSize(4);
    }

    @Test
    @DisplayName("asks for what is missing, and keeps what was typed")
    void incomplete() throws Exception {
        var answer = mvc.perform(multipart("/import").param("kind", "councils").param("recordedAt", "เมื่อวาน").with(SignIn.as(officer)).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).contains("เลือกไฟล์ CSV หรือ XLSX", "value=\"เมื่อวาน\"");
    }

    @Test
    @DisplayName("tells what to do with a file that is none")
    void unreadable() throws Exception {
        assertThat(ended(send("PK\u0003\u0004 not a workbook"))).contains("ไฟล์นี้ไม่ใช่ CSV หรือ XLSX");
    }

    @Test
    @DisplayName("is nobody else's: another officer doesn't find the file")
    void anothers() throws Exception {
        String looked = send("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง\n");
        ended(looked);
        mvc.perform(get(looked).with(SignIn.as(people.officerOfTheSouth()))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("gives an empty workbook whose headings it understands, with a sheet that explains them")
    void template() throws Exception {
        var bytes = mvc.perform(get("/import/templates/organisations.xlsx").with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheets()).hasSize(2);
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getFirstSheet().read().getFirst().getCellText(1)).isEqualTo("ชื่อองค์กร *");
        }
        var sent = mvc.perform(multipart("/import").file(new MockMultipartFile("file", "empty.xlsx", "", bytes)).param("kind", "organisations").with(SignIn.as(officer)).with(csrf()))
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(ended(sent)).contains("ผลการตรวจ").doesNotContain("ไม่พบหัวคอลัมน์");
    }
}
