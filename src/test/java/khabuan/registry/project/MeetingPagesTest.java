package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("Meetings")
class MeetingPagesTest extends ProjectStory {

    @Autowired MockMvc mvc;

    private MockHttpServletResponse see(String path, Actor actor) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(actor))).andReturn().getResponse();
    }

    private MockHttpServletResponse attend(Meeting meeting, String attended, String excused) throws Exception {
        return mvc.perform(post(meeting.path() + "/attendance").param("attended", attended).param("excused", excused).with(SignIn.as(officer)).with(csrf())).andReturn().getResponse();
    }

    private String minutes(Meeting meeting) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(see(meeting.path() + "/minutes.docx", officer).getContentAsByteArray())); var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    @DisplayName("keep who came and who did not, a person a line, and the minutes print them; a closed one is not written to any more")
    void attendance() throws Exception {
        var meeting = meeting(Body.WORKING_GROUP);
        assertThat(minutes(meeting)).contains("....").doesNotContain("ผู้ไม่มาประชุม");
        assertThat(attend(meeting, "", "").getStatus()).isEqualTo(422);
        assertThat(attend(meeting, "2. นายบุญมี ดวงจันทร์ ผู้แทนขบวนองค์กรชุมชน\n\n๓) นางมาลี แซ่ลี้", "นายวิชัย รุ่งเรือง").getRedirectedUrl()).isEqualTo(meeting.path());
        assertThat(committees.at(officer, meeting.id()).attended()).containsExactly("นายบุญมี ดวงจันทร์ ผู้แทนขบวนองค์กรชุมชน", "นางมาลี แซ่ลี้");
        assertThat(minutes(meeting)).contains("๒. นายบุญมี ดวงจันทร์", "๓. นางมาลี แซ่ลี้", "ผู้ไม่มาประชุม", "๑. นายวิชัย รุ่งเรือง");
        committees.close(officer, meeting.id());
        assertThat(attend(meeting, "นายสมชาย", "").getStatus()).isEqualTo(422);
    }

    @Test
    @DisplayName("lead to the papers of what is on the agenda, and tell why a plan was sent back, on the page and in the minutes")
    void papersAndReasons() throws Exception {
        grant(1_000_000);
        var project = drafted(10, 180_000);
        attach(project, "proposal");
        projects.submit(recorder, project.id());
        var meeting = meeting(Body.WORKING_GROUP);
        var item = committees.agenda(meeting.id()).stream().filter(i -> i.plan() == plans.present(project.id()).id()).findFirst().orElseThrow();
        assertThat(see(meeting.path(), officer).getContentAsString(StandardCharsets.UTF_8)).containsPattern("href=\"/files/[0-9a-f]{64}\"[^>]*>แบบเสนอโครงการ</a>");
        committees.decide(officer, meeting, item.id(), item.version(), Meeting.Decision.RETURNED, "", "บัญชีรายชื่อไม่ครบ 10 ครัวเรือน");
        assertThat(see(meeting.path(), officer).getContentAsString(StandardCharsets.UTF_8)).contains("บัญชีรายชื่อไม่ครบ 10 ครัวเรือน");
        assertThat(minutes(meeting)).contains("ส่งกลับแก้ไข", "บัญชีรายชื่อไม่ครบ ๑๐ ครัวเรือน");
    }

    @Test
    @DisplayName("are found by year and body, page after page, each office's own")
    void found() throws Exception {
        var long2550 = LocalDate.of(2006, 11, 20);
        for (int i = 0; i < 51; i++) committees.call(officer, "", Body.SCREENING, "NE", long2550, "", "");
        var last = committees.of(officer, new Committees.Which(2550, Body.SCREENING), 1, 0).getFirst();
        var first = see("/meetings?year=2550&body=screening", officer).getContentAsString(StandardCharsets.UTF_8);
        assertThat(first).contains("href=\"" + last.path() + "\"", "page=2").doesNotContain("คณะทำงานพิจารณาโครงการ ครั้งที่");
        assertThat(see("/meetings?year=2550&body=screening&page=2", officer).getContentAsString(StandardCharsets.UTF_8)).contains("/meetings/").doesNotContain("href=\"" + last.path() + "\"");
        assertThat(see("/meetings?year=2550", people.officerOfTheSouth()).getContentAsString(StandardCharsets.UTF_8)).doesNotContain("href=\"" + last.path() + "\"");
    }
}
