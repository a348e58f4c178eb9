package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Baht;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Benefit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

@World
@DisplayName("Regulations of a fund")
class RegulationsTest extends FundHouse {

    @Autowired Regulations regulations;
    @Autowired Evidence evidence;
    @Autowired Vault vault;

    private MockHttpServletResponse recorded(String from, String adoptedAt, String file, Actor actor) throws Exception {
        var request = multipart(fund.path() + "/regulations");
        if (!file.isEmpty()) request.file(new MockMultipartFile("file", file + ".pdf", "application/pdf", Paper.pdf(file + fund.id())));
        return asked(request.with(csrf()).param("fromDate", from).param("adoptedAt", adoptedAt), actor);
    }

    @Test
    @DisplayName("hold from a day until the next version does; the one in force is on the fund's page, the one of its day beside a claim, and each keeps its file and its rules")
    void versions() throws Exception {
        assertThat(recorded("1 ต.ค. 2561", "ประชุมใหญ่ 12 ก.ย. 2561", "ระเบียบฉบับแรก", treasurer).getStatus()).isEqualTo(302);
        assertThat(recorded("15 ส.ค. 2562", "ประชุมใหญ่ 1 ส.ค. 2562", "ระเบียบแก้ไขครั้งที่ 1", Cast.recorderOfNan()).getStatus()).isEqualTo(302);
        assertThat(recorded("1 ต.ค. 2562", "ประชุมใหญ่ 25 ส.ค. 2562", "ระเบียบแก้ไขครั้งที่ 2", treasurer).getStatus()).isEqualTo(302);
        assertThat(regulations.on(fund.id(), SINCE.minusDays(1))).isEmpty();
        assertThat(regulations.on(fund.id(), LocalDate.of(2019, 8, 14)).orElseThrow().fileName()).isEqualTo("ระเบียบฉบับแรก.pdf");
        assertThat(regulations.on(fund.id(), LocalDate.of(2019, 8, 15)).orElseThrow().until()).isEqualTo(LocalDate.of(2019, 10, 1));
        long rule = promise(Benefit.SICKNESS, 0, 500, 2);
        claims.promise(treasurer, fund.id(), new Claims.Rule(0, Benefit.DEATH, LocalDate.of(2019, 8, 15), null, 6, false, Baht.of(2_000), java.util.List.of(), Baht.ZERO, null, null, java.util.List.of()));
        assertThat(text(asked(get(fund.path()), Cast.recorderOfNan()))).contains("ฉบับมีผล 15 ส.ค. 62", "ประชุมใหญ่ 1 ส.ค. 2562");
        assertThat(text(asked(get(path + "/rules"), treasurer))).contains("ฉบับมีผล 15 ส.ค. 62");
        int kham = join("นางคำ", SINCE);
        long claim = claims.ask(treasurer, fund.id(), "", kham, rule, LocalDate.of(2019, 8, 12), null, "");
        assertThat(text(asked(get(path + "/claims/" + claim), chair))).contains("ฉบับมีผล 1 ต.ค. 61").doesNotContain("ฉบับมีผล 15 ส.ค. 62");
        String page = text(asked(get(fund.path() + "/regulations"), treasurer));
        assertThat(page).containsSubsequence("มีผล 1 ตุลาคม 2562", "ยังไม่ถึงวันมีผล", "มีผล 15 ส.ค. 62", "ใช้อยู่", "ระเบียบแก้ไขครั้งที่ 1.pdf", "เสียชีวิต", "มีผล 1 ต.ค. 61", "ใช้ในอดีต", "ระเบียบฉบับแรก.pdf", "รักษาพยาบาล");
        assertThat(evidence.of(Fund.KIND, fund.id())).filteredOn(e -> e.kind().equals("regulations")).as("the files are evidence of the fund").hasSize(3);
    }

    @Test
    @DisplayName("are refused without day, meeting or file, twice on a day, and of strangers; a file that was attached before is given its day; one recorded wrongly is taken back with a reason")
    void refused() throws Exception {
        assertThat(text(recorded("", "", "", treasurer))).contains("กรอกวันที่", "กรอกว่ารับรองในที่ประชุมใด", "แนบไฟล์ระเบียบ");
        assertThat(text(recorded("1 ม.ค. 2550", "ประชุมใหญ่", "ระเบียบก่อนตั้ง", treasurer))).contains("วันที่ต้องไม่ก่อนวันจัดตั้งกองทุน");
        cast.change(() -> evidence.keep(Fund.KIND, fund.id(), "regulations", null, "", vault.keepMade(Paper.pdf("ระเบียบเดิม" + fund.id()), "ระเบียบเดิม.pdf", "application/pdf")));
        assertThat(text(asked(get(fund.path() + "/regulations"), treasurer))).contains("ระเบียบเดิม.pdf", "ยังไม่ได้บันทึกระเบียบ");
        long attached = regulations.undated(fund.id()).getFirst().fileId();
        assertThat(asked(post(fund.path() + "/regulations").with(csrf()).param("fromDate", "1 ต.ค. 2561").param("adoptedAt", "ประชุมใหญ่").param("attached", "" + attached), treasurer).getStatus()).isEqualTo(302);
        assertThat(regulations.undated(fund.id())).isEmpty();
        assertThat(asked(post(fund.path() + "/regulations").with(csrf()).param("fromDate", "1 ต.ค. 2560").param("adoptedAt", "ประชุมใหญ่").param("attached", "" + (attached + 1)), treasurer).getStatus()).as("a file of somebody else").isEqualTo(422);
        assertThat(text(recorded("1 ต.ค. 2561", "ประชุมใหญ่", "ระเบียบวันเดียวกัน", treasurer))).contains("มีระเบียบฉบับที่มีผลวันนั้นแล้ว");
        assertThat(text(asked(post(fund.path() + "/regulations/withdrawal").with(csrf()).param("from", "2018-10-01"), treasurer))).contains("กรอกเหตุผล");
        assertThat(asked(post(fund.path() + "/regulations/withdrawal").with(csrf()).param("from", "2018-10-01").param("because", "พิมพ์วันผิด"), treasurer).getStatus()).isEqualTo(302);
        assertThat(regulations.of(fund.id())).isEmpty();
        assertThat(regulations.undated(fund.id())).as("its file waits for the right day").hasSize(1);
        assertThat(recorded("1 ต.ค. 2562", "ประชุมใหญ่", "ระเบียบของคนอื่น", keeper("chair", open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (เจ็ด)"))).getStatus()).isEqualTo(404);
    }
}
