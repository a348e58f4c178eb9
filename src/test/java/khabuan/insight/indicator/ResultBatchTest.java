package khabuan.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.insight.indicator.Indicator.Links;
import khabuan.insight.indicator.Indicator.PassBy;
import khabuan.insight.indicator.Results.Result;
import khabuan.insight.indicator.Targets.Spot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Each test has a year of its own, with three indicators that the North reports. */
@World
@DisplayName("All results of a region in a quarter")
class ResultBatchTest {

    private static final MockMultipartFile PAPER = new MockMultipartFile("file", "รายงานผลไตรมาส.pdf", "application/pdf", Paper.pdf("รายงานผลไตรมาส"));

    @Autowired MockMvc mvc;
    @Autowired Agreements agreements;
    @Autowired Agreeing agreeing;
    @Autowired Results results;
    @Autowired Stories stories;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;

    private Actor officer, colleague, centre;

    @BeforeEach
    void people() {
        cast.unitInNan("อบต.", "ภูคา");
        cast.unitInPhatthalung("อบต.", "ควนมะพร้าว");
        officer = people.person("wandee", "วันดี คำแสน", Role.REGIONAL_OFFICER, "region", "N");
        colleague = people.person("intha", "อินถา ไชยวงศ์", Role.REGIONAL_OFFICER, "region", "N");
        centre = people.centreOfficer();
    }

    private void begin(int year) {
        agreeing.begin(year, null, centre);
        Stream.of("LEADERS", "FUNDS", "PLANS").forEach(code -> {
            agreeing.keep(new Indicator(0, year, null, null, code, "4", "งาน " + code, "", 1, Measuring.COUNT, "คน", 0, null, "", false, null, PassBy.RESULT, Source.ENTERED, null, null, new Links("", "", ""), ""), centre);
            var indicator = agreements.find(year, code);
            agreeing.aim(indicator, Map.of(new Spot(indicator.id(), 0, "N"), new BigDecimal(400), new Spot(indicator.id(), 1, "N"), new BigDecimal(100)), Map.of(), centre);
        });
        agreeing.sign(year, new FiscalYear(year).start(), centre);
    }

    private ResultActions send(int year, Actor by, boolean paper, String... fields) throws Exception {
        var form = multipart("/agreements/" + year + "/results");
        if (paper) form.file(PAPER);
        form.param("quarter", "1").param("place", "N");
        for (int i = 0; i < fields.length; i += 2) form.param(fields[i], fields[i + 1]);
        return mvc.perform(form.with(SignIn.as(by)).with(csrf()));
    }

    private ResultActions certify(int year, Actor by, String... codes) throws Exception {
        var form = post("/agreements/" + year + "/certifications").param("quarter", "1").param("place", "N").param("certify", codes);
        for (var code : codes) form.param("version-" + code, "" + result(year, code).version());
        return mvc.perform(form.with(SignIn.as(by)).with(csrf()));
    }

    private Result result(int year, String code) {
        return all(year, code).getFirst();
    }

    private List<Result> all(int year, String code) {
        return results.of(year).getOrDefault(agreements.find(year, code).id(), List.of());
    }

    @Test
    @DisplayName("are recorded on one page, with one file for all of them and a note for each; rows that were left stay as they are")
    void recorded() throws Exception {
        int year = 2551;
        begin(year);
        mvc.perform(get("/agreements/2551/results?quarter=1").with(SignIn.as(officer))).andExpect(status().isOk()).andExpect(content().string(containsString("บันทึกผล ไตรมาส 1 ปี 2551 · ภาคเหนือ")))
                .andExpect(content().string(containsString("name=\"amount-LEADERS\""))).andExpect(content().string(containsString("ทั้งปี 400")));
        send(year, officer, true, "amount-LEADERS", "๑๒๐", "was-LEADERS", "/", "note-LEADERS", "อบรมสองรุ่น", "amount-FUNDS", "", "was-FUNDS", "/", "nothing-FUNDS", "true", "amount-PLANS", "", "was-PLANS", "/", "note-PLANS", "")
                .andExpect(redirectedUrl("/agreements/2551/results?quarter=1&place=N"));
        assertThat(result(year, "LEADERS").amount()).isEqualByComparingTo("120");
        assertThat(result(year, "FUNDS").said()).isEqualTo(Said.NOTHING_NEW);
        assertThat(all(year, "PLANS")).isEmpty();
        assertThat(stories.of(year).get(agreements.find(year, "LEADERS").id())).extracting(Story::done).containsExactly("อบรมสองรุ่น");
        assertThat(jdbc.sql("select count(*) from evidence where record_kind = 'indicator-result' and record_id = ?").param(result(year, "LEADERS").id()).query(Long.class).single()).isEqualTo(1);

        send(year, officer, false, "amount-LEADERS", "120", "was-LEADERS", "120/", "note-LEADERS", "อบรมสองรุ่น", "amount-PLANS", "7", "was-PLANS", "/", "note-PLANS", "").andExpect(status().is3xxRedirection());
        assertThat(result(year, "LEADERS").version()).as("an unchanged row is not written again").isEqualTo(1);
        assertThat(result(year, "PLANS").amount()).isEqualByComparingTo("7");
    }

    @Test
    @DisplayName("are saved all or none: what is wrong is told at its row with the name of the row, and what was typed stays")
    void faults() throws Exception {
        begin(2552);
        send(2552, officer, false, "amount-LEADERS", "มาก", "was-LEADERS", "/", "amount-FUNDS", "5", "was-FUNDS", "/", "amount-PLANS", "", "was-PLANS", "9/").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"amount-LEADERS-error\""))).andExpect(content().string(containsString("“มาก” ไม่ใช่จำนวน")))
                .andExpect(content().string(containsString("4 งาน PLANS: กรอกจำนวน"))).andExpect(content().string(containsString("value=\"5\"")));
        assertThat(all(2552, "FUNDS")).isEmpty();
        send(2552, officer, false, "amount-LEADERS", "", "was-LEADERS", "/").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ยังไม่ได้กรอกผลของตัวชี้วัดใด")));
        send(2552, people.officerOfTheSouth(), false, "amount-LEADERS", "5", "was-LEADERS", "/").andExpect(status().isNotFound());
        send(2552, Cast.executive(), false, "amount-LEADERS", "5", "was-LEADERS", "/").andExpect(status().isForbidden());
        mvc.perform(get("/agreements/2552/results?quarter=1&place=N").with(SignIn.as(Cast.executive()))).andExpect(status().isOk()).andExpect(content().string(not(containsString("name=\"amount-LEADERS\""))));
        mvc.perform(get("/agreements/2552/results?quarter=1&place=XX").with(SignIn.as(officer))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("are certified at once by another person: never one's own, never without evidence, never what was changed meanwhile")
    void certified() throws Exception {
        begin(2557);
        send(2557, officer, true, "amount-LEADERS", "120", "was-LEADERS", "/", "amount-FUNDS", "30", "was-FUNDS", "/").andExpect(status().is3xxRedirection());
        send(2557, officer, false, "amount-PLANS", "4", "was-PLANS", "/").andExpect(status().is3xxRedirection());
        mvc.perform(get("/agreements/2557/results?quarter=1").with(SignIn.as(officer))).andExpect(content().string(not(containsString("name=\"certify\"")))).andExpect(content().string(containsString("ท่านบันทึกเอง")));
        mvc.perform(get("/agreements/2557/results?quarter=1").with(SignIn.as(colleague))).andExpect(content().string(containsString("id=\"certify-LEADERS\""))).andExpect(content().string(not(containsString("id=\"certify-PLANS\""))));
        certify(2557, officer, "LEADERS").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("4 งาน LEADERS: ผู้บันทึกรับรองผลของตนเองไม่ได้")));
        certify(2557, colleague, "LEADERS", "PLANS").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("4 งาน PLANS: ยังไม่มีหลักฐาน")));
        assertThat(result(2557, "LEADERS").isCertified()).as("none is certified when one can't be").isFalse();
        certify(2557, colleague, "LEADERS", "FUNDS").andExpect(redirectedUrl("/agreements/2557/results?quarter=1&place=N"));
        assertThat(List.of(result(2557, "LEADERS"), result(2557, "FUNDS"))).allMatch(Result::isCertified).allMatch(r -> r.certifiedName().equals("อินถา ไชยวงศ์"));
        certify(2557, colleague).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("เลือกผลที่จะรับรอง")));
        certify(2557, centre, "PLANS").andExpect(status().isNotFound());
    }
}
