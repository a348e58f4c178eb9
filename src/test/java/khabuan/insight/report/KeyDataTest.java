package khabuan.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.print.Format;
import khabuan.base.text.Digits;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The monthly report of key data")
class KeyDataTest {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);
    private static final Actor CENTRE = Cast.centre();
    private static final Actor NORTH = Cast.officerOfTheNorth();

    @Autowired MockMvc mvc;
    @Autowired Reports reports;
    @Autowired Confirmations confirmations;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    private String unit;
    private long draft;

    @BeforeEach
    void draft() {
        unit = cast.unitInNan("อบต.", "ป่าแลวหลวง");
        cast.unitInPhatthalung("อบต.", "ลานข่อย");
        register("2018-11-20");
        draft = reports.begin(KeyDataReport.KIND, FiscalQuarter.of(DAY), DAY, CENTRE);
    }

    private void register(String day) {
        cast.change(() -> jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, ?, 'กลุ่มกาแฟบ้านป่าแลวหลวง', ?::date)").params(unit, "G" + System.nanoTime() % 10_000_000, day).update());
    }

    private Report report() {
        return reports.find(draft, CENTRE);
    }

    private Confirmation.State state(String region, String room) {
        return confirmations.of(report()).stream().filter(c -> c.region().equals(region) && c.room().equals(room)).findFirst().orElseThrow().state();
    }

    private String text() throws IOException {
        try (var pdf = Loader.loadPDF(reports.print(report(), Format.PDF, Digits.ARABIC))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
        }
    }

    @Test
    @DisplayName("stands on the last day of a month")
    void endOfMonth() throws Exception {
        assertThatThrownBy(() -> reports.begin(KeyDataReport.KIND, FiscalQuarter.of(DAY), LocalDate.of(2019, 8, 15), CENTRE))
                .isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(ReportRefusal.NOT_END_OF_MONTH));
        mvc.perform(post("/reports").param("kind", "key-data").param("fiscalYear", "").param("quarter", "").param("asOf", "15 ส.ค. 2562").with(SignIn.as(CENTRE)).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("วันสิ้นเดือน")));
    }

    @Test
    @DisplayName("prints every key figure of each room by region, and what the month has changed")
    void figures() throws Exception {
        assertThat(text()).contains("รายงานข้อมูลสำคัญประจำเดือนสิงหาคม2562").contains("สภาองค์กรชุมชนตำบลที่จัดตั้งแล้ว").contains("กลุ่ม/องค์กรชุมชนที่จัดแจ้ง").contains("ในเดือนนี้");
    }

    @Test
    @DisplayName("is opened by the officers of the regions while it is a draft, by no recorder; each answers for the own region only")
    void answers() throws Exception {
        mvc.perform(get("/reports/" + draft).with(SignIn.as(NORTH))).andExpect(status().isOk()).andExpect(content().string(containsString("ยืนยันว่าถูกต้อง")));
        mvc.perform(get("/reports/" + draft).with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isNotFound());
        assertThatThrownBy(() -> confirmations.say(report(), "S", "council", "", NORTH)).isInstanceOf(OutOfReach.class);
        mvc.perform(post("/reports/" + draft + "/confirmations").param("region", "N").param("room", "council").param("verdict", "confirmed").with(SignIn.as(CENTRE)).with(csrf())).andExpect(status().isForbidden());
        assertThat(state("N", "council")).isEqualTo(Confirmation.State.WAITING);
    }

    @Test
    @DisplayName("must be confirmed again when a figure has moved since; a question needs its words")
    void moved() throws Exception {
        confirmations.say(report(), "N", "organisation", "", NORTH);
        assertThat(state("N", "organisation")).isEqualTo(Confirmation.State.CONFIRMED);
        register("2019-08-20");
        assertThat(state("N", "organisation")).isEqualTo(Confirmation.State.MOVED);
        assertThat(state("N", "council")).isEqualTo(Confirmation.State.WAITING);
        mvc.perform(post("/reports/" + draft + "/confirmations").param("region", "N").param("room", "council").param("verdict", "questioned").with(SignIn.as(NORTH)).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("กรอกสิ่งที่ยังไม่ถูกต้อง")));
        mvc.perform(post("/reports/" + draft + "/confirmations").param("region", "N").param("room", "council").param("verdict", "questioned").param("note-N-council", "ซ้ำสองแห่งที่ อ.ปัว").with(SignIn.as(NORTH)).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(state("N", "council")).isEqualTo(Confirmation.State.QUESTIONED);
    }

    @Test
    @DisplayName("is published before all have confirmed only with a reason, which it prints; then nobody confirms it any more, and it stays as it was")
    void published() throws Exception {
        confirmations.say(report(), "N", "organisation", "", NORTH);
        mvc.perform(post("/reports/" + draft + "/publication").with(SignIn.as(CENTRE)).with(csrf())).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ยังมีภาคที่ไม่ได้ยืนยันตัวเลข")));
        assertThat(report().isPublished()).isFalse();
        reports.publish(report(), "ที่ประชุมผู้บริหารขอตัวเลขวันที่ 5 กันยายน", CENTRE);
        var printed = text();
        assertThat(printed).contains("ที่ประชุมผู้บริหารขอตัวเลขวันที่5กันยายน").contains("ยืนยันแล้ว").contains("สมชายใจมั่น").contains("รอการตรวจสอบ");
        register("2019-08-21");
        assertThat(text()).isEqualTo(printed);
        assertThatThrownBy(() -> confirmations.say(report(), "N", "council", "", NORTH)).isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(ReportRefusal.PUBLISHED));
    }

    @Test
    @DisplayName("asks the officers of the regions to look at it")
    void asked(@Autowired Accounts accounts) {
        assertThat(accounts.all()).filteredOn(a -> a.role() == Role.REGIONAL_OFFICER && !a.isDisabled()).extracting(Account::id)
                .allSatisfy(id -> assertThat(jdbc.sql("select count(*) from message where account_id = ? and kind = 'report.confirm' and link = ?").params(id, "/reports/" + draft).query(Long.class).single()).isEqualTo(1));
    }

    /** The rooms whose figures the North is asked about. */
    private List<String> rooms(long report) {
        return confirmations.of(reports.find(report, CENTRE)).stream().filter(c -> c.region().equals("N")).map(Confirmation::room).toList();
    }

    private long told(Actor person, String kind, long report, boolean unread) {
        return jdbc.sql("select count(*) from message where account_id = ? and kind = ? and link = ?" + (unread ? " and read_at is null" : "")).params(person.accountId(), kind, "/reports/" + report).query(Long.class).single();
    }

    @Test
    @DisplayName("asks no more of an officer who has said something of each room; who writes reports hears what is questioned, and the officers that it is published")
    void news(@Autowired People people) {
        var officer = people.person("khamdaeng", "คำแดง อินต๊ะ", Role.REGIONAL_OFFICER, "region", "N");
        var centre = people.centreOfficer();
        var june = LocalDate.of(2019, 6, 30);
        long report = reports.begin(KeyDataReport.KIND, FiscalQuarter.of(june), june, CENTRE);
        for (var room : rooms(report)) if (!room.equals("organisation")) confirmations.say(reports.find(report, CENTRE), "N", room, "", officer);
        assertThat(told(officer, "report.confirm", report, true)).isEqualTo(1);
        confirmations.say(reports.find(report, CENTRE), "N", "organisation", "ขาดกลุ่มของ อ.ปัว", officer);
        assertThat(told(officer, "report.confirm", report, true)).isZero();
        assertThat(told(officer, "report.confirm", report, false)).isEqualTo(1);
        assertThat(told(centre, "report.questioned", report, true)).isEqualTo(1);
        reports.publish(reports.find(report, CENTRE), "ที่ประชุมขอวันนี้", centre);
        assertThat(told(officer, "report.published", report, true)).isEqualTo(1);
    }

    @Test
    @DisplayName("is not asked about again in a second draft of a published month, as far as it was confirmed and nothing has moved since")
    void second(@Autowired People people) {
        var officer = people.person("khamdaeng", "คำแดง อินต๊ะ", Role.REGIONAL_OFFICER, "region", "N");
        var july = LocalDate.of(2019, 7, 31);
        long first = reports.begin(KeyDataReport.KIND, FiscalQuarter.of(july), july, CENTRE);
        for (var room : rooms(first)) confirmations.say(reports.find(first, CENTRE), "N", room, "", officer);
        reports.publish(reports.find(first, CENTRE), "ภาคอื่นยังไม่ยืนยัน", CENTRE);
        long second = reports.begin(KeyDataReport.KIND, FiscalQuarter.of(july), july, CENTRE);
        assertThat(told(officer, "report.confirm", second, false)).isZero();
        assertThat(confirmations.of(reports.find(second, CENTRE))).filteredOn(c -> c.region().equals("N")).allSatisfy(c -> assertThat(c.state()).isEqualTo(Confirmation.State.CONFIRMED))
                .allSatisfy(c -> assertThat(c.by()).isEqualTo("คำแดง อินต๊ะ"));
        register("2019-07-20");
        long third = reports.begin(KeyDataReport.KIND, FiscalQuarter.of(july), july, CENTRE);
        assertThat(told(officer, "report.confirm", third, false)).isEqualTo(1);
    }
}
