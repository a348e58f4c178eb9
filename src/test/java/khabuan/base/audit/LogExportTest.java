package khabuan.base.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import khabuan.base.access.SignIn;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The log as a file")
class LogExportTest {

    @Autowired MockMvc mvc;
    @Autowired People people;
    @Autowired Changes changes;
    @Autowired Log log;

    @Test
    @DisplayName("holds all that the search finds, latest first, harmless to a spreadsheet; and the taking away is a line of the log")
    void exports() throws Exception {
        var auditor = people.auditor();
        IntStream.rangeClosed(1, 60).forEach(n -> changes.read(Cast.recorderOfNan().author(), "council.read-names", "=ค้นทะเบียนน่าน ครั้งที่ " + n, "council", 7L));
        var csv = mvc.perform(get("/log.csv").param("text", "ค้นทะเบียนน่าน").param("act", "council").with(SignIn.as(auditor))).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsByteArray();
        var lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(61);
        assertThat(lines.getFirst()).startsWith("\uFEFFบรรทัด,เมื่อ,ผู้ใช้");
        assertThat(lines.get(1)).contains("'=ค้นทะเบียนน่าน ครั้งที่ 60").contains("เปิดดูชื่อสมาชิกสภา");
        assertThat(log.list(new LogFilter("", "log.export", "", "", "", "", ""), 1, 0)).singleElement()
                .satisfies(l -> assertThat(l.actor() + " " + l.reason()).startsWith(auditor.name() + " /log?").endsWith("(csv)"));
    }

    @Test
    @DisplayName("comes as a workbook too; to auditors only, and never of a search that can't be understood")
    void workbook() throws Exception {
        changes.read(Cast.recorderOfNan().author(), "council.read-names", "ค้นทะเบียนแพร่", "council", 7L);
        var bytes = mvc.perform(get("/log.xlsx").param("text", "ค้นทะเบียนแพร่").param("act", "council").with(SignIn.as(people.auditor()))).andReturn().getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes)); var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(r -> r.getCellText(5)).toList()).containsExactly("เหตุผล", "ค้นทะเบียนแพร่");
        }
        mvc.perform(get("/log.csv").with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isForbidden());
        mvc.perform(get("/log.csv").param("from", "วันก่อน").with(SignIn.as(people.auditor()))).andExpect(redirectedUrlPattern("/log?*"));
    }
}
