package khabuan.base.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("An extract that can't be read")
class UnreadableExtractTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired People people;
    private String unit;

    @BeforeEach
    void unit() {
        unit = cast.unitInNan("อบต.", "บ่อสวก" + Long.toString(System.nanoTime(), 36));
    }

    /** What the page says once the file has been looked at. */
    private String page(byte[] content) throws Exception {
        var file = new MockMultipartFile("file", "ส่งออก.csv", "", content);
        var sent = mvc.perform(multipart("/reconciliations").file(file).param("kind", "organisations").param("system", "ระบบเดิม").param("extractOn", "31 ส.ค. 2562").param("area", "")
                .with(SignIn.as(people.centreOfficer())).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        String page;
        do page = mvc.perform(get(sent).with(SignIn.as(people.centreOfficer()))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        while (page.contains("every 1s"));
        return page;
    }

    private String page(String content) throws Exception {
        return page(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("is told by what it is instead: a PDF, an old XLS, a ZIP, a page of the web, something else; or that there is nothing in it")
    void other() throws Exception {
        assertThat(page(Paper.pdf("รายชื่อองค์กร"))).contains("อ่านไฟล์ ส่งออก.csv ไม่ได้", "เป็น PDF");
        assertThat(page(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})).contains("XLS (Excel 97–2003)");
        assertThat(page("PK\u0003\u0004 not a workbook")).contains("ZIP, DOCX");
        assertThat(page("<!DOCTYPE html><table><tr><td>ชื่อ")).contains("เป็น HTML");
        assertThat(page(new byte[] {1, 0, 2, 0})).contains("ไม่ใช่ CSV หรือ XLSX");
        assertThat(page("\n\n")).contains("ว่างเปล่า");
    }

    @Test
    @DisplayName("is told when its letters belong to no alphabet; the Thai code page and UTF-16 are read")
    void letters() throws Exception {
        String rows = "ชื่อองค์กร\tพื้นที่\tวันที่จดแจ้ง\nกลุ่มทอผ้า\t" + unit + "\t15 มี.ค. 2562\n";
        assertThat(page(new byte[] {'a', ',', (byte) 0xFF, (byte) 0x81, '\n'})).contains("UTF-8 และรหัสภาษาไทย");
        for (var charset : new Charset[] {Charset.forName("x-windows-874"), StandardCharsets.UTF_16})
            assertThat(page(rows.getBytes(charset))).as(charset.name()).contains("กลุ่มทอผ้า").doesNotContain("อ่านไฟล์");
    }

    @Test
    @DisplayName("is told which headings are missing, or that there is none")
    void headings() throws Exception {
        assertThat(page("กลุ่มทอผ้า," + unit + "\n")).contains("ไม่พบหัวคอลัมน์ใน 10 แถวแรก", "ชื่อองค์กร");
        assertThat(page("ชื่อองค์กร,วันที่จดแจ้ง\nกลุ่มทอผ้า,15 มี.ค. 2562\n")).contains("แถวที่ 1", "<b>พื้นที่", "ไม่พบหัวคอลัมน์นี้");
    }

    @Test
    @DisplayName("is told up to which row it could be read, and keeps nothing of it")
    void damaged() throws Exception {
        var rows = new StringBuilder("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง\n");
        for (int n = 2; n <= 5; n++) rows.append("กลุ่มทอผ้า ").append(n).append(',').append(unit).append(",15 มี.ค. 2562\n");
        rows.append("\"กลุ่ม").append("ก".repeat(20_000_000));
        assertThat(page(rows.toString())).contains("อ่านได้ถึงแถวที่ 5").doesNotContain("กลุ่มทอผ้า 2");
    }
}
