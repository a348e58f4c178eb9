package khabuan.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Each test has a year of its own. */
@World
@DisplayName("A performance agreement")
class AgreementTest {

    private static final Actor CENTRE = Cast.centre(), OFFICER = Cast.officerOfTheNorth();
    private static final Actor RECORDER = new Actor(9007L, "bunmi", "บุญมี สายทอง", Role.RECORDER, "region", "N", Set.of(), "127.0.0.1");
    private static final MockMultipartFile PAPER = new MockMultipartFile("file", "ผลการอบรมแกนนำ.pdf", "application/pdf", Paper.pdf("ผลการอบรมแกนนำ"));

    @Autowired MockMvc mvc;
    @Autowired Agreements agreements;
    @Autowired Targets targets;
    @Autowired Scores scores;
    @Autowired Closings closings;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;

    @BeforeEach
    void places() {
        cast.unitInNan("อบต.", "บ่อเกลือใต้");
    }

    private MockHttpServletRequestBuilder form(String path, Actor by, String... fields) {
        var form = post(path).with(SignIn.as(by)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) form.param(fields[i], fields[i + 1]);
        return form;
    }

    private void begin(int year) throws Exception {
        mvc.perform(form("/agreements", CENTRE, "year", "" + year)).andExpect(redirectedUrl("/agreements/" + year));
        define(year, "LEADERS", "4.3", "การพัฒนาศักยภาพแกนนำเพื่อการเปลี่ยนแปลง", "คน");
    }

    private void define(int year, String code, String number, String title, String unit) throws Exception {
        mvc.perform(form("/agreements/" + year + "/definitions", CENTRE, "code", code, "number", number, "title", title, "unit", unit, "measuring", "COUNT", "source", "ENTERED", "decimals", "0", "passBy", "RESULT"))
                .andExpect(redirectedUrl("/agreements/" + year + "/indicators/" + code));
    }

    private void aim(int year, String code, String... fields) throws Exception {
        mvc.perform(form("/agreements/" + year + "/indicators/" + code + "/targets", CENTRE, fields)).andExpect(status().is3xxRedirection());
    }

    private void sign(int year) throws Exception {
        mvc.perform(form("/agreements/" + year + "/signature", CENTRE, "signedOn", "1 ต.ค. " + (year - 1))).andExpect(redirectedUrl("/agreements/" + year));
    }

    private void record(int year, String code, int quarter, String amount, Actor by) throws Exception {
        var form = multipart("/agreements/" + year + "/indicators/" + code + "/results").file(PAPER).param("quarter", "" + quarter).param("place", "N").param("amount-" + quarter + "-N", amount);
        mvc.perform(form.with(SignIn.as(by)).with(csrf())).andExpect(redirectedUrl("/agreements/" + year + "/indicators/" + code + "?quarter=" + quarter));
    }

    private int version(int year, String code, int quarter) {
        return jdbc.sql("select r.version from indicator_result r join indicator i on i.id = r.indicator_id where i.fiscal_year = ? and i.code = ? and r.quarter = ? and r.place = 'N'").params(year, code, quarter).query(Integer.class).single();
    }

    private void certify(int year, String code, int quarter, Actor by) throws Exception {
        mvc.perform(form("/agreements/" + year + "/indicators/" + code + "/certifications", by, "quarter", "" + quarter, "place", "N", "version", "" + version(year, code, quarter))).andExpect(status().is3xxRedirection());
    }

    private Course course(int year, String code, int quarter) {
        var q = new FiscalYear(year).quarter(quarter);
        return scores.at(q, q.end(), null).of(code).country();
    }

    @Test
    @DisplayName("is begun, defined, given targets that add up, signed; from then on its targets are adjusted, and the original stays")
    void targets() throws Exception {
        begin(2553);
        define(2553, "KNOWLEDGE", "6.1", "สนับสนุนการจัดการความรู้องค์กรและชุมชน", "ชุด");
        mvc.perform(form("/agreements/2553/indicators/LEADERS/targets", CENTRE, "amount-0-TH", "3,000", "amount-1-TH", "600", "amount-2-TH", "๑,๒๐๐")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("แผนสี่ไตรมาสรวมได้ 1,800")));
        aim(2553, "LEADERS", "amount-0-TH", "3,000", "amount-2-TH", "600", "amount-3-TH", "1200", "amount-4-TH", "๑,๒๐๐");
        aim(2553, "KNOWLEDGE", "amount-0-TH", "500");
        mvc.perform(form("/agreements/2553/adjustments", CENTRE, "decidedOn", "30 เม.ย. 2553", "body", "คณะกรรมการสถาบัน", "reason", "ปรับงบ", "code-1", "LEADERS", "amount-1", "5"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ยังไม่ลงนาม")));
        sign(2553);
        mvc.perform(form("/agreements/2553/indicators/LEADERS/targets", CENTRE, "amount-0-TH", "1")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ลงนามแล้ว")));
        mvc.perform(form("/agreements/2553/adjustments", CENTRE, "decidedOn", "30 เม.ย. 2553", "body", "คณะกรรมการสถาบัน ครั้งที่ 4/2553", "reason", "ย้ายงบอบรมไปงานความรู้", "code-1", "LEADERS", "quarter-1", "4", "amount-1", "−200",
                "code-2", "KNOWLEDGE", "quarter-2", "0", "amount-2", "+200")).andExpect(redirectedUrl("/agreements/2553/adjustments"));
        var book = targets.book(2553);
        long leaders = agreements.find(2553, "LEADERS").id(), knowledge = agreements.find(2553, "KNOWLEDGE").id();
        assertThat(book.amount(leaders, 0, "TH")).isEqualByComparingTo("2800");
        assertThat(book.amount(leaders, 4, "TH")).isEqualByComparingTo("1000");
        assertThat(book.original(leaders, 0, "TH")).isEqualByComparingTo("3000");
        assertThat(book.amount(knowledge, 0, "TH")).isEqualByComparingTo("700");
        mvc.perform(form("/agreements/2553/adjustments", CENTRE, "decidedOn", "30 เม.ย. 2553", "body", "ก", "reason", "ข", "code-1", "KNOWLEDGE", "amount-1", "-701")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ต่ำกว่าศูนย์")));
    }

    @Test
    @DisplayName("counts a result when another person than who recorded it certifies it, with evidence; a return tells why")
    void results() throws Exception {
        begin(2554);
        aim(2554, "LEADERS", "amount-0-TH", "400", "amount-1-TH", "100", "amount-2-TH", "300");
        sign(2554);
        record(2554, "LEADERS", 1, "120", OFFICER);
        assertThat(course(2554, "LEADERS", 1).result()).isNull();
        mvc.perform(form("/agreements/2554/indicators/LEADERS/certifications", OFFICER, "quarter", "1", "place", "N", "version", "" + version(2554, "LEADERS", 1))).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ผู้บันทึกรับรองผลของตนเองไม่ได้")));
        record(2554, "LEADERS", 1, "118", RECORDER);
        mvc.perform(form("/agreements/2554/indicators/LEADERS/certifications", OFFICER, "quarter", "1", "place", "N", "version", "" + version(2554, "LEADERS", 1), "verdict", "return", "because", "ไม่ตรงทะเบียนผู้เข้าอบรม")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/agreements/2554/indicators/LEADERS?quarter=1").with(SignIn.as(RECORDER))).andExpect(content().string(containsString("ไม่ตรงทะเบียนผู้เข้าอบรม")));
        record(2554, "LEADERS", 1, "116", RECORDER);
        certify(2554, "LEADERS", 1, OFFICER);
        mvc.perform(form("/agreements/2554/indicators/LEADERS/results", RECORDER, "quarter", "2", "place", "N", "nothing-2-N", "true")).andExpect(status().is3xxRedirection());
        certify(2554, "LEADERS", 2, OFFICER);
        var course = course(2554, "LEADERS", 4);
        assertThat(course.quarters()).extracting(Course.Quarter::said).containsExactly(Said.FIGURE, Said.NOTHING_NEW, Said.NO_REPORT, Said.NO_REPORT);
        assertThat(course.result()).isEqualByComparingTo("116");
        assertThat(course.quarters().get(1).carried()).isEqualByComparingTo("284");
        assertThat(scores.at(new FiscalYear(2554).quarter(4), LocalDate.of(2011, 9, 30), null).of("LEADERS").late()).isEqualTo(2);
    }

    @Test
    @DisplayName("refuses results of another region, without an amount, and certification without evidence")
    void refused() throws Exception {
        begin(2555);
        sign(2555);
        mvc.perform(form("/agreements/2555/indicators/LEADERS/results", RECORDER, "quarter", "1", "place", "S", "amount-1-S", "5")).andExpect(status().isNotFound());
        mvc.perform(form("/agreements/2555/indicators/LEADERS/results", RECORDER, "quarter", "1", "place", "N", "amount-1-N", "มาก")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("“มาก” ไม่ใช่จำนวน")));
        mvc.perform(form("/agreements/2555/indicators/LEADERS/results", RECORDER, "quarter", "1", "place", "N")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("เลือกว่าไม่มีผลใหม่")));
        mvc.perform(form("/agreements/2555/indicators/LEADERS/results", RECORDER, "quarter", "1", "place", "N", "amount-1-N", "7")).andExpect(status().is3xxRedirection());
        mvc.perform(form("/agreements/2555/indicators/LEADERS/certifications", OFFICER, "quarter", "1", "place", "N", "version", "" + version(2555, "LEADERS", 1))).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ยังไม่มีหลักฐาน")));
        mvc.perform(form("/agreements", RECORDER, "year", "2557")).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("freezes a quarter at its close: nothing of it moves at any door, until it is opened with a reason; the two closes then name the record and the amount")
    void closes() throws Exception {
        begin(2556);
        aim(2556, "LEADERS", "amount-0-TH", "400", "amount-1-TH", "100", "amount-2-TH", "300");
        sign(2556);
        record(2556, "LEADERS", 1, "90", RECORDER);
        certify(2556, "LEADERS", 1, OFFICER);
        mvc.perform(form("/agreements/2556/closes", CENTRE, "quarter", "2")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ปิดไตรมาส 1 ก่อน")));
        mvc.perform(form("/agreements/2556/closes", CENTRE, "quarter", "1")).andExpect(redirectedUrl("/agreements/2556/closes"));

        mvc.perform(form("/agreements/2556/indicators/LEADERS/results", RECORDER, "quarter", "1", "place", "N", "amount-1-N", "95")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ไตรมาสนี้ปิดแล้ว")));
        mvc.perform(form("/agreements/2556/adjustments", CENTRE, "decidedOn", "1 ก.พ. 2556", "body", "ก", "reason", "ข", "code-1", "LEADERS", "quarter-1", "1", "amount-1", "10")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("ไตรมาสนี้ปิดแล้ว")));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update indicator_result set amount = 1 where indicator_id = ?").param(agreements.find(2556, "LEADERS").id()).update()))
                .isInstanceOf(UncategorizedSQLException.class).hasMessageContaining("A closed quarter does not change");
        mvc.perform(form("/agreements/2556/adjustments", CENTRE, "decidedOn", "1 ก.พ. 2556", "body", "คณะกรรมการสถาบัน", "reason", "เพิ่มงบ", "code-1", "LEADERS", "quarter-1", "2", "amount-1", "50")).andExpect(status().is3xxRedirection());
        assertThat(course(2556, "LEADERS", 1).quarters().getFirst().carried()).isEqualByComparingTo("100");

        mvc.perform(form("/agreements/2556/reopenings", CENTRE, "quarter", "1")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("กรอกเหตุผล")));
        mvc.perform(form("/agreements/2556/reopenings", CENTRE, "quarter", "1", "because", "น่านส่งผลขาด 5 คน")).andExpect(status().is3xxRedirection());
        record(2556, "LEADERS", 1, "95", RECORDER);
        certify(2556, "LEADERS", 1, OFFICER);
        mvc.perform(form("/agreements/2556/closes", CENTRE, "quarter", "1")).andExpect(status().is3xxRedirection());

        var both = closings.of(2556);
        assertThat(closings.compare(both.get(0), both.get(1))).extracting(c -> c.any().place() + " " + c.any().quarter() + ": " + c.before().result().toPlainString() + " → " + c.after().result().toPlainString())
                .containsExactlyInAnyOrder("TH 0: 90 → 95", "TH 1: 90 → 95", "N 0: 90 → 95", "N 1: 90 → 95");
        mvc.perform(get("/agreements/2556/closes/1/comparison?before=1&after=2").with(SignIn.as(CENTRE))).andExpect(status().isOk()).andExpect(content().string(containsString("น่านส่งผลขาด 5 คน")))
                .andExpect(content().string(containsString("ไตรมาส 1: 95 บันทึกโดย บุญมี สายทอง"))).andExpect(content().string(containsString("เพิ่มงบ")));
        var first = both.getFirst();
        var asClosed = scores.at(new FiscalYear(2556).quarter(1), first.asOf(), first.knownAt()).of("LEADERS").country();
        assertThat(asClosed.result()).isEqualByComparingTo("90");
        assertThat(asClosed.target()).isEqualByComparingTo("400");
    }

    @Test
    @DisplayName("is copied to the next year with its tree and indicators, without targets and results")
    void copied() throws Exception {
        begin(2558);
        mvc.perform(form("/agreements/2558/headings", CENTRE, "kind", "WORK", "number", "4", "title", "การพัฒนาแกนนำ", "position", "5")).andExpect(status().is3xxRedirection());
        aim(2558, "LEADERS", "amount-0-TH", "400");
        mvc.perform(form("/agreements", CENTRE, "year", "2559", "copied", "2558")).andExpect(redirectedUrl("/agreements/2559"));
        assertThat(agreements.indicators(2559)).extracting(Indicator::code).containsExactly("LEADERS");
        assertThat(agreements.headings(2559)).extracting(Heading::title).containsExactly("การพัฒนาแกนนำ");
        assertThat(targets.book(2559).agreed()).isEqualTo(Map.<Targets.Spot, BigDecimal>of());
        mvc.perform(form("/agreements", CENTRE, "year", "2559", "copied", "2558")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("มีคำรับรองแล้ว")));
        define(2558, "FUNDS", "2.1", "กองทุนสวัสดิการชุมชน", "กองทุน");
        mvc.perform(get("/agreements/2559/definitions/new").with(SignIn.as(CENTRE))).andExpect(content().string(containsString("2.1 กองทุนสวัสดิการชุมชน")));
        mvc.perform(get("/agreements/2559/definitions/new?like=FUNDS").with(SignIn.as(CENTRE))).andExpect(content().string(containsString("value=\"กองทุนสวัสดิการชุมชน\""))).andExpect(content().string(containsString("value=\"FUNDS\"")));
    }

    @Test
    @DisplayName("has no indicator with a code that is taken, a measure that does not fit, or a share of nothing")
    void definitions() throws Exception {
        begin(2560);
        var wrong = form("/agreements/2560/definitions", CENTRE, "code", "LEADERS", "title", "", "unit", "", "measuring", "COUNT", "source", "MEASURE", "measureCode", "council.registered", "decimals", "0", "passBy", "RESULT");
        mvc.perform(wrong).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("มีตัวชี้วัดรหัส LEADERS"))).andExpect(content().string(containsString("กรอกหน่วยนับ")))
                .andExpect(content().string(containsString("ตัวเลขนี้ใช้กับวิธีคิดผลที่เลือกไม่ได้")));
        mvc.perform(form("/agreements/2560/definitions", CENTRE, "code", "STAFF", "title", "บุคลากร", "unit", "คน", "measuring", "SHARE", "source", "ENTERED", "decimals", "0", "passBy", "RESULT")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("กรอกฐานของร้อยละสะสม")));
    }
}
