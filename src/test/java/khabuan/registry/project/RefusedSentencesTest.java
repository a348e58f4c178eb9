package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("What is refused of money is told with what to do")
class RefusedSentencesTest extends ProjectStory {

    @Autowired MockMvc mvc;
    @Autowired Advances advances;

    /** The page that comes again, with 422. */
    private String refused(String path, Actor actor, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(SignIn.as(actor));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        var answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("consent over the frame: what is left, and four ways on")
    void overTheFrame() throws Exception {
        grant(170_000);
        var project = drafted(10, 180_000);
        projects.submit(recorder, project.id());
        consent(Body.WORKING_GROUP, plans.present(project.id()).id());
        var meeting = meeting(Body.REGIONAL_SUBCOMMITTEE);
        var item = committees.agenda(meeting.id()).stream().filter(i -> i.plan() == plans.present(project.id()).id()).findFirst().orElseThrow();
        assertThat(refused(meeting.path() + "/decisions", officer, "decision-" + item.id(), "consented", "version-" + item.id(), String.valueOf(item.version()), "resolution-" + item.id(), "เห็นชอบ"))
                .contains("กรอบงบเหลือ 170,000.00 บาท แต่ต้องการ 180,000.00 บาท ลดวงเงิน เลื่อนวาระ หรือขอโอนกรอบงบหรืออนุญาตเกินกรอบจากคณะกรรมการที่สูงกว่า");
        assertThat(standing().free()).isEqualTo(Baht.of(170_000));
    }

    @Test
    @DisplayName("approval of what one asked for oneself: that another person does it")
    void selfApproval() throws Exception {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        long first = instalment(project, 1).id();
        instalments.request(officer, first, "");
        assertThat(refused("/instalments/" + first + "/check", officer, "version", "1")).contains("ผู้ขอเบิกตรวจหรืออนุมัติคำขอของตนเองไม่ได้ ให้ผู้อื่นทำ");
        long advance = advances.ask(officer, "", new Advances.Draft(standing().frame().id(), "", finance.fullName(), "ประชุม", Baht.of(5_000), TODAY, "006", "0123456789"));
        assertThat(refused("/advances/" + advance + "/approval", finance, "version", "1")).contains("ผู้ขอหรือผู้ยืมอนุมัติหรือล้างเงินยืมของตนเองไม่ได้ ให้เจ้าหน้าที่การเงินคนอื่นทำ");
    }

    @Test
    @DisplayName("payment without evidence: which papers lack, and to attach them")
    void withoutEvidence() throws Exception {
        grant(1_000_000);
        var project = approved(10, 180_000);
        assertThat(refused(project.path() + "/contract", recorder)).contains("แนบบันทึกข้อตกลง (MOU) ที่หลักฐานในหน้านี้ก่อน แล้วบันทึกอีกครั้ง");
        attach(project, "contract");
        projects.contract(recorder, project.id());
        assertThat(refused("/instalments/" + instalment(project, 1).id() + "/request", recorder)).contains("ยังขาดเอกสารก่อนเบิก: แบบเสนอโครงการ", "แนบเอกสารแล้วขอเบิกอีกครั้ง");
        long advance = advances.ask(officer, "", new Advances.Draft(standing().frame().id(), "", "สมศรี", "ประชุม", Baht.of(5_000), TODAY, "006", "0123456789"));
        advances.approve(finance, advance, 1);
        cast.change(() -> {
            long batch = jdbc.sql("insert into payment_batch (message_id, made_on) values (?, ?) returning id").params("REF" + System.nanoTime(), TODAY).query(Long.class).single();
            payments.issue(batch, List.of(advances.at(finance, advance).payment().id()), TODAY);
        });
        assertThat(refused("/advances/" + advance + "/clearings", finance, "clear-by", "receipts", "clear-amount", "5,000", "clear-on", "2 ก.ย. 2562")).contains("แนบใบเสร็จหรือใบสำคัญของครั้งนี้ที่หลักฐานก่อน แล้วล้างอีกครั้ง");
    }

    @Test
    @DisplayName("a plan that is changed without consent: to propose the change, with the way to its form; the plan stays as it is")
    void changedWithoutConsent() throws Exception {
        grant(1_000_000);
        var project = contracted(10, 180_000);
        String[] said = {"version", String.valueOf(projects.lastChange(project.id())), "title", "บ้านพอเพียงตำบลบ้านนา", "counted", "10", "amount", "190,000", "startsOn", "1 ก.ค. 2562", "endsOn", "31 ธ.ค. 2562"};
        assertThat(refused(project.path() + "/correction", recorder, said)).contains("แผนที่อนุมัติแล้วแก้โดยตรงไม่ได้ เสนอเปลี่ยนแผนในหน้าโครงการ", "href=\"" + project.path() + "/change\"");
        assertThat(plans.present(project.id()).amount()).isEqualTo(Baht.of(180_000));
    }
}
