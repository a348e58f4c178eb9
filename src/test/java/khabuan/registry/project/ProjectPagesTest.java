package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.cast.People;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("The pages of projects")
class ProjectPagesTest extends ProjectStory {

    @Autowired MockMvc mvc;

    private String page(String path, Actor actor) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(actor))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String path, Actor actor, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(SignIn.as(actor));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    @DisplayName("tell all that is wrong with a draft at once, each at its field, and keep what was typed")
    void faultsOfADraft() throws Exception {
        var answer = send("/projects", recorder, "title", "", "year", String.valueOf(year), "programme", HOUSES, "unit", People.BAN_NA, "counted", "2", "startsOn", "1 ก.ค. 2562", "endsOn", "1 มิ.ย. 2562",
                "cost-title", "ไม้", "cost-title", "", "cost-amount", "90,000", "cost-amount", "10", "amount", "");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("href=\"#title\"", "href=\"#endsOn\"", "href=\"#amount\"", "เกินเพดาน 19,000.00 บาทต่อราย", "href=\"#cost-title-2\"", "value=\"90,000\"");
    }

    @Test
    @DisplayName("draft with no more typing than needed: the costs are added up, the council of the place carries it out")
    void drafting() throws Exception {
        var answer = send("/projects", recorder, "title", "บ้านพอเพียงบ้านนา", "year", String.valueOf(year), "programme", HOUSES, "unit", People.BAN_NA, "carrier", "council", "counted", "5", "startsOn", "1 ก.ค. 2562", "endsOn", "31 ธ.ค. 2562",
                "cost-title", "ไม้", "cost-title", "กระเบื้อง", "cost-amount", "50,000", "cost-amount", "40,000", "amount", "");
        assertThat(answer.getRedirectedUrl()).matches("/projects/\\d+");
        var project = projects.at(recorder, Long.parseLong(answer.getHeader("Location").replace("/projects/", "")));
        assertThat(plans.present(project.id()).amount()).isEqualTo(Baht.of(90_000));
        assertThat(page("/projects?year=" + year + "&q=บ้านพอเพียง", recorder)).contains("บ้านพอเพียงบ้านนา", "90,000.00");
        assertThat(page("/projects?year=" + year, people.officerOfTheSouth())).doesNotContain("บ้านพอเพียงบ้านนา");
    }

    @Test
    @DisplayName("take no indicator but one of the year's performance agreement, and show where a project is carried out")
    void aimAndPlace() throws Exception {
        var answer = send("/projects", recorder, "title", "บ้านพอเพียงบ้านนา", "year", String.valueOf(year), "programme", HOUSES, "unit", People.BAN_NA, "carrier", "council", "counted", "5", "startsOn", "1 ก.ค. 2562", "endsOn", "31 ธ.ค. 2562",
                "amount", "90,000", "indicator", "NO-SUCH");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("คำรับรองฯ ปี " + year + " ไม่มีตัวชี้วัดนี้", "value=\"NO-SUCH\" selected");
        assertThat(page(drafted(10, 180_000).path(), officer)).contains("class=\"place-map\"");
    }

    @Test
    @DisplayName("refuse the correction of a draft that somebody else has corrected since, and keep what was typed")
    void correctedMeanwhile() throws Exception {
        var project = drafted(5, 90_000);
        String opened = String.valueOf(projects.lastChange(project.id()));
        String[] said = {"version", opened, "title", "บ้านพอเพียง ฉบับแก้", "counted", "6", "amount", "100,000", "startsOn", "1 ก.ค. 2562", "endsOn", "31 ธ.ค. 2562"};
        assertThat(send(project.path() + "/correction", recorder, said).getRedirectedUrl()).isEqualTo(project.path());
        var late = send(project.path() + "/correction", officer, said);
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8)).contains("มีผู้อื่นแก้ไขเรื่องนี้แล้ว", "href=\"" + project.path() + "\"", "บ้านพอเพียง ฉบับแก้");
    }

    @Test
    @DisplayName("tell plan against payments month by month: what is due counts into its month, what is paid and came back into theirs")
    void pace() throws Exception {
        grant(400_000);
        var project = contracted(10, 180_000);
        pay(project, 1);
        projects.takeBack(finance, "", project.id(), Baht.of(4_000), TODAY, "เหลือจ่าย");
        assertThat(page("/budget/pace?year=" + year, officer)).contains("180,000.00", "140,000.00");
        assertThat(page("/budget/pace?year=" + year, people.officerOfTheSouth())).doesNotContain("140,000.00");
    }

    @Test
    @DisplayName("tell the whole history: who asked, checked and approved, what the bank did, and amounts in baht")
    void history() throws Exception {
        grant(400_000);
        var project = contracted(10, 180_000);
        pay(project, 1);
        assertThat(page(project.path(), officer)).contains("<b>เพิ่มคำขอเบิกงวดที่ 1</b>", "ผู้ขอเบิก: <ins>" + recorder.fullName() + "</ins>", "ผู้ตรวจ: <ins>" + officer.fullName() + "</ins>", "ผู้อนุมัติ: <ins>" + finance.fullName() + "</ins>", "วันที่ส่งจ่าย: <ins>",
                "วันที่จ่ายสำเร็จ: <ins>", "จำนวนเงิน (บาท): <ins>144,000.00</ins>").doesNotContain("14400000", "0123456789");
    }

    @Test
    @DisplayName("say who is to do what next, and why a button is not there: three people are needed for a payment")
    void threePeople() throws Exception {
        grant(400_000);
        var project = contracted(10, 180_000);
        long instalment = instalment(project, 1).id();
        assertThat(page(project.path(), recorder)).contains("/instalments/" + instalment + "/request");
        instalments.request(officer, instalment, "");
        assertThat(page(project.path(), officer)).contains("ผู้ขอเบิกตรวจหรืออนุมัติคำขอของตนเองไม่ได้").doesNotContain("/instalments/" + instalment + "/check");
        var another = people.person("orawan", "อรวรรณ ทองดี", Role.REGIONAL_OFFICER, "region", "NE");
        assertThat(page(project.path(), another)).contains("/instalments/" + instalment + "/check");
        assertThat(send("/instalments/" + instalment + "/approval", finance, "version", "1").getStatus()).as("not checked yet").isEqualTo(422);
        instalments.check(another, instalment, instalment(project, 1).request().version());
        assertThat(page(project.path(), finance)).contains("/instalments/" + instalment + "/approval", "สุภาพร พลเยี่ยม", "อรวรรณ ทองดี");
    }

    @Test
    @DisplayName("mask the account number but for who pays, whose reading is logged")
    void masked() throws Exception {
        grant(400_000);
        var project = contracted(10, 180_000);
        for (var actor : List.of(recorder, officer, people.auditor(), finance)) assertThat(page(project.path(), actor)).contains("6789").doesNotContain("0123456789");
        assertThat(send(project.path() + "/account/reading", officer).getStatus()).isEqualTo(403);
        assertThat(send(project.path() + "/account/reading", finance).getContentAsString(StandardCharsets.UTF_8)).contains("0123456789");
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'project.read-account' and subject_id = ? and actor = ?").params(project.id(), finance.name()).query(Long.class).single()).isEqualTo(1);
        assertThat(send(project.path() + "/account", recorder, "account-name", "กลุ่ม", "account-bank", "034", "account-number", "12").getContentAsString(StandardCharsets.UTF_8)).contains("href=\"#account-number\"");
    }

    @Test
    @DisplayName("show the plan in force and the one proposed side by side, what differs marked")
    void plansSideBySide() throws Exception {
        grant(400_000);
        var project = contracted(10, 180_000);
        assertThat(send(project.path() + "/change", recorder, "reason", "บ้านเพิ่มสองหลัง", "counted", "12", "amount", "210,000", "startsOn", "1 ก.ค. 2562", "endsOn", "31 ธ.ค. 2562").getRedirectedUrl()).isEqualTo(project.path());
        assertThat(page(project.path(), officer)).contains("180,000.00 บาท", "210,000.00 บาท", "บ้านเพิ่มสองหลัง", "เปลี่ยน");
    }

    /** Two projects before the regional sub-committee, of which the frame holds one. */
    private Meeting twoForOneFrame() {
        grant(200_000);
        for (int i = 0; i < 2; i++) {
            var project = drafted(10, 180_000);
            projects.submit(recorder, project.id());
            consent(Body.WORKING_GROUP, plans.present(project.id()).id());
        }
        return meeting(Body.REGIONAL_SUBCOMMITTEE);
    }

    private List<Meeting.Item> mine(Meeting meeting) {
        return committees.agenda(meeting.id()).stream().filter(i -> budget.at(projects.find(plans.find(i.plan()).orElseThrow().project()).orElseThrow().frameId()).budgetYear() == year).toList();
    }

    @Test
    @DisplayName("propose consent to all that fits the frame, postponement of the rest, and save nothing by it")
    void fitting() throws Exception {
        var meeting = twoForOneFrame();
        var shown = page(meeting.path() + "?fit=all", officer).replaceAll("\\s+", " ");
        var items = mine(meeting);
        assertThat(shown).containsPattern("name=\"decision-" + items.get(0).id() + "\".*?<option value=\"consented\" selected").containsPattern("name=\"decision-" + items.get(1).id() + "\".*?<option value=\"postponed\" selected");
        assertThat(mine(meeting)).allMatch(i -> i.decision() == null);
    }

    @Test
    @DisplayName("decide in one sitting: what fits is consented to, what is over the frame comes again at its item with what is left")
    void deciding() throws Exception {
        var meeting = twoForOneFrame();
        var items = mine(meeting);
        var fields = new ArrayList<String>();
        for (var item : items) fields.addAll(List.of("decision-" + item.id(), "consented", "version-" + item.id(), String.valueOf(item.version())));
        var answer = send(meeting.path() + "/decisions", officer, fields.toArray(String[]::new));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("href=\"#decision-" + items.get(1).id() + "\"", "กรอบงบเหลือ 20,000.00 บาท").doesNotContain("href=\"#decision-" + items.get(0).id() + "\"");
        assertThat(mine(meeting)).extracting(Meeting.Item::decision).containsExactly(Meeting.Decision.CONSENTED, null);
        assertThat(send(meeting.path() + "/decisions", finance, fields.toArray(String[]::new)).getStatus()).as("who pays does not decide").isEqualTo(403);
    }

    @Test
    @DisplayName("print the minutes of a meeting by themselves, in Thai digits")
    void minutes() throws Exception {
        var meeting = twoForOneFrame();
        var answer = mvc.perform(get(meeting.path() + "/minutes.docx").with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(text(answer.getContentAsByteArray())).contains("รายงานการประชุมคณะอนุกรรมการระดับภาค", "๑๘๐,๐๐๐.๐๐", "ประธานอนุกรรมการ", "ฉบับร่าง");
    }

    private static String text(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx)); var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Test
    @DisplayName("show the budget to a region as its own frames alone, without forms; and tell the centre what is left when more is asked for")
    void budgetExceeded() throws Exception {
        grant(400_000);
        var answer = send("/budget/allotments", people.centreOfficer(), "year", String.valueOf(year), "allot-programme", HOUSES, "allot-office", "NE", "allot-amount", "5", "allot-on", "2 ก.ย. 2562", "allot-body", "คณะกรรมการสถาบัน");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("href=\"#allot-amount\"", "เหลือ 0.00 บาท");
        assertThat(page("/budget?year=" + year, officer)).contains("400,000.00").doesNotContain("/budget/allotments");
        assertThat(page("/budget?year=" + year, people.officerOfTheSouth())).doesNotContain("400,000.00");
    }
}
