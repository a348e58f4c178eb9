package khabuan.base.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.cast.World;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@World
@DisplayName("A letter of certification and its pages")
class LetterPagesTest extends LetterHouse {

    @Test
    @DisplayName("is printed with many others in the background, from a list, and bound into one file in the order of their numbers; who ordered twice gets nothing double")
    void together() throws Exception {
        var all = organisations(25, "กลุ่มแม่บ้านเกษตรกร");
        printed(all.get(4));
        var path = batches.begin(officer, "organisation", "/organisations", () -> all, new Consent("", "", false, ""));
        long batch = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        while (!batches.at(officer, batch).isDone()) Thread.onSpinWait();
        assertThat(batches.at(officer, batch).wanted()).isEqualTo(24);
        var out = new ByteArrayOutputStream();
        batches.bind(officer, batch, out);
        try (PDDocument bound = Loader.loadPDF(out.toByteArray())) {
            assertThat(bound.getNumberOfPages()).isEqualTo(24);
        }
        assertThat(text(out.toByteArray()).replaceAll("\\s+", " ")).containsSubsequence("กลุ่มแม่บ้านเกษตรกร ๑ ", "กลุ่มแม่บ้านเกษตรกร ๒ ", "กลุ่มแม่บ้านเกษตรกร ๒๕ ");
        assertThat(refusal(() -> batches.begin(officer, "organisation", "/organisations", () -> all, new Consent("", "", false, "")))).isEqualTo("NOTHING_TO_PRINT");
        assertThatThrownBy(() -> batches.at(people.officerOfTheSouth(), batch)).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("is issued only by who may certify there, only where somebody signs, and only for what is in force")
    void refused() {
        long organisation = organisations(1, "กลุ่มป่าชุมชน").getFirst();
        assertThat(refusal(() -> numbering.one(people.person("nong", "น้อง ปันคำ", Role.RECORDER, "province", "55"), ofOrganisations, organisation, "", ""))).isEqualTo("WITHOUT_RIGHT");
        assertThatThrownBy(() -> numbering.one(people.officerOfTheSouth(), ofOrganisations, organisation, "", "")).isInstanceOf(OutOfReach.class);
        cast.change(() -> jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) values (?, '2019-08-01', 'มาลี', false)").param(organisation).update());
        assertThat(refusal(() -> numbering.one(officer, ofOrganisations, organisation, "", ""))).isEqualTo("NOT_ADMITTED");
        String unit = cast.unitInPhatthalung("อบต.", "ลำสินธุ์");
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มผ้าบาติก', '2012-02-01')").params(unit, unit).update());
        long southern = jdbc.sql("select id from organisation where unit_code = ?").param(unit).query(Long.class).single();
        assertThat(refusal(() -> numbering.one(people.officerOfTheSouth(), ofOrganisations, southern, "", ""))).isEqualTo("NO_SIGNATORY");
    }

    @Test
    @DisplayName("is issued from the page of its record, once however often the form is sent, and opened as a PDF by whoever may see the record")
    void pages() throws Exception {
        long organisation = organisations(1, "กลุ่มดนตรีพื้นเมือง").getFirst();
        String page = mvc.perform(get("/organisations/" + organisation).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString();
        String key = page.replaceAll("(?s).*action=\"/letters\".*?name=\"key\" value=\"([^\"]+)\".*", "$1");
        String first = null;
        for (int i = 0; i < 2; i++) {
            var answer = mvc.perform(post("/letters").param("recordKind", "organisation").param("recordId", "" + organisation).param("key", key).with(SignIn.as(officer)).with(csrf())).andReturn().getResponse();
            assertThat(answer.getStatus()).as(key).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).isEqualTo(first == null ? first = answer.getRedirectedUrl() : first);
        }
        var pdf = mvc.perform(get(first + ".pdf").with(SignIn.as(officer))).andReturn().getResponse();
        assertThat(pdf.getStatus() + " " + pdf.getContentType()).as(first + " " + pdf.getErrorMessage() + pdf.getHeaderNames()).isEqualTo("200 application/pdf");
        assertThat(HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(pdf.getContentAsByteArray())))
                .isEqualTo(letters.of("organisation", organisation).getFirst().lastCopy().sha256());
        assertThat(mvc.perform(get(first).with(SignIn.as(officer))).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(mvc.perform(get(first + ".pdf").with(SignIn.as(people.officerOfTheSouth()))).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(mvc.perform(post(first + "/copies").with(SignIn.as(officer)).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(422);
        for (var settings : List.of("/certificates", "/certificates/templates/organisation", "/certificates/templates/council"))
            assertThat(mvc.perform(get(settings).with(SignIn.as(people.administrator()))).andReturn().getResponse().getStatus()).as(settings).isEqualTo(200);
        var words = templates.newest("organisation");
        assertThat(mvc.perform(post("/certificates/templates/organisation/preview").param("title", words.title()).param("body", words.body()).param("opened", "1").with(SignIn.as(people.administrator())).with(csrf()))
                .andReturn().getResponse().getContentType()).isEqualTo("application/pdf");
        Files.write(Path.of("target/letter.pdf"), pdf.getContentAsByteArray());
    }

    @Test
    @DisplayName("is issued for a record that lacks something only with a reason, which is kept with the letter and in the log; the page beside the button says what is missing")
    void lacking() throws Exception {
        long organisation = incomplete(1, "กลุ่มทอเสื่อกก").getFirst();
        assertThat(mvc.perform(get("/organisations/" + organisation).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString())
                .contains("ยังไม่รับรองสถานภาพของปีงบประมาณนี้หรือปีก่อน", "ยังไม่มีผู้พบเห็นในปีงบประมาณนี้", "name=\"letterReason\"");
        var refused = issue(organisation, " ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("name=\"letterReason\"", "ยังไม่รับรองสถานภาพ");
        assertThat(letters.of("organisation", organisation)).isEmpty();
        var path = issue(organisation, "ใช้ยื่นขอทุนก่อนสิ้นเดือน").getRedirectedUrl();
        assertThat(letters.of("organisation", organisation).getFirst().allowance())
                .isEqualTo(new Letter.Allowance(List.of("gap.organisation.unseen", "certificate.lack.organisation.uncertified"), "ใช้ยื่นขอทุนก่อนสิ้นเดือน"));
        assertThat(mvc.perform(get(path).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString()).contains("เหตุผล: ใช้ยื่นขอทุนก่อนสิ้นเดือน");
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'certificate.number' and reason = 'ใช้ยื่นขอทุนก่อนสิ้นเดือน'").query(Long.class).single()).isEqualTo(1);
        assertThat(printed("กลุ่มครบถ้วน").allowance()).isNull();
    }

    @Test
    @DisplayName("is told before it is ordered with those of a list: exactly what was told is printed, who lacks something is left out unless a reason is given, and a changed list is told anew")
    void toldFirst() throws Exception {
        var complete = organisations(2, "กลุ่มเลี้ยงจิ้งหรีด");
        var unit = jdbc.sql("select unit_code from organisation where id = ?").param(complete.getFirst()).query(String.class).single();
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มเลี้ยงด้วง', '2012-02-01')").params(unit + "-9", unit).update());
        var page = mvc.perform(get("/organisations/letters/new").param("place", "unit:" + unit).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("ยืนยันออกและพิมพ์ 2 ฉบับ", "1 รายการข้อมูลยังไม่ครบ", "ยืนยันออกและพิมพ์ทั้ง 3 ฉบับ", "กลุ่มเลี้ยงด้วง</a>", "#sighting");
        var mark = page.replaceAll("(?s).*name=\"mark\" value=\"([^\"]+)\".*", "$1");
        assertThat(order(unit, "อื่น", false, "").getContentAsString()).contains("รายการเปลี่ยนไป");
        assertThat(order(unit, mark, true, "").getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from letter t join organisation o on o.id = t.record_id where o.unit_code = ?").param(unit).query(Long.class).single()).isZero();
        var first = order(unit, mark, false, "").getRedirectedUrl();
        assertThat(order(unit, mark, false, "").getRedirectedUrl()).isEqualTo(first);
        assertThat(jdbc.sql("select t.record_id from letter t join organisation o on o.id = t.record_id where o.unit_code = ? order by t.number").param(unit).query(Long.class).list()).isEqualTo(complete);
        long batch = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        while (!batches.at(officer, batch).isDone()) Thread.onSpinWait();
    }
}
