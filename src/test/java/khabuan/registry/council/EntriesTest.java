package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Timeline;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@World
@DisplayName("What is recorded of a council piece by piece")
class EntriesTest {

    private static final LocalDate MARCH = LocalDate.of(2019, 3, 15);
    private static final FiscalYear Y2562 = new FiscalYear(2562);
    @Autowired MockMvc mvc;
    @Autowired Councils councils;
    @Autowired Entries entries;
    @Autowired Members members;
    @Autowired Terms terms;
    @Autowired Works works;
    @Autowired Timeline timeline;
    @Autowired Evidence evidence;
    @Autowired Vault vault;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private Council register(String name) {
        return councils.register(Cast.recorderOfNan(), "", new Registration(cast.unitInNan("อบต.", name), "", "", MARCH));
    }

    private ResultActions send(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request.with(SignIn.as(Cast.recorderOfNan())).with(csrf()));
    }

    private long onlyOf(String table, Council council) {
        return jdbc.sql("select id from " + table + " where council_id = ?").param(council.id()).query(Long.class).single();
    }

    private Council withMeeting(String name) {
        var council = register(name);
        works.meet(Cast.recorderOfNan(), council.id(), "", new Council.Meeting(0, LocalDate.of(2019, 5, 10), "ติดตามแผน", 31));
        return council;
    }

    private Council withMembers(String name, int community, int qualified) {
        var council = register(name);
        members.add(Cast.recorderOfNan(), council.id(), "", MARCH, IntStream.range(0, community + qualified)
                .mapToObj(i -> new Members.Joining("นายบุญส่ง คนที่" + i, i < community ? "community" : "qualified", "หมู่ที่ 1", "male")).toList());
        return council;
    }

    private List<Long> sitting(Council council, String memberClass) {
        return members.of(council.id(), false).stream().filter(m -> m.memberClass().equals(memberClass)).map(Members.Member::id).toList();
    }

    @Test
    @DisplayName("is corrected with a reason that the log keeps, and counts as corrected at once")
    void corrects() throws Exception {
        var council = withMeeting("ปิงหลวง");
        long id = onlyOf("council_meeting", council);
        send("/councils/entries/" + id + "/correction", "version", "1", "heldOn", "10 พ.ค. 2561", "subject", "ติดตามแผน", "attendance", "31", "reason", "อ่านปีผิด")
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("วันที่ต้องไม่ก่อนวันจดแจ้งสภา")));
        send("/councils/entries/" + id + "/correction", "version", "1", "heldOn", "12 พ.ค. 2562", "subject", "ติดตามแผน", "attendance", "29", "reason", "")
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("value=\"12 พ.ค. 2562\"")));
        send("/councils/entries/" + id + "/correction", "version", "1", "heldOn", "12 พ.ค. 2562", "subject", "ติดตามแผน", "attendance", "29", "reason", "ตามรายงานการประชุม")
                .andExpect(redirectedUrlPattern(council.path() + "*"));
        assertThat(works.meetings(council.id(), Y2562)).singleElement().satisfies(m -> assertThat(m.heldOn() + " " + m.attendance()).isEqualTo("2019-05-12 29"));
        assertThat(jdbc.sql("select reason from log.entry e join council_meeting m on m.change_id = e.id where m.id = ?").param(id).query(String.class).single()).isEqualTo("ตามรายงานการประชุม");
    }

    @Test
    @DisplayName("shows both versions when two people correct it at once, and takes the choice")
    void conflict() throws Exception {
        var council = withMeeting("สกาด");
        long id = onlyOf("council_meeting", council);
        entries.correct(Cast.officerOfTheNorth(), entries.at(Cast.officerOfTheNorth(), id), 1, "นับใหม่", Map.of("heldOn", LocalDate.of(2019, 5, 10), "subject", "ติดตามแผน", "attendance", 40));
        send("/councils/entries/" + id + "/correction", "version", "1", "heldOn", "10 พ.ค. 2562", "subject", "แผนปี 2563", "attendance", "31", "reason", "ชื่อเรื่อง")
                .andExpect(status().isConflict()).andExpect(content().string(containsString("แผนปี 2563"))).andExpect(content().string(containsString("นับใหม่")))
                .andExpect(content().string(containsString("name=\"version\" value=\"2\"")));
        send("/councils/entries/" + id + "/withdrawal", "version", "1", "reason", "บันทึกผิด").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("มีผู้แก้ไขรายการนี้หลังจากท่านเปิดหน้านี้")));
    }

    @Test
    @DisplayName("is taken back with a reason; it no longer counts, and the history keeps it")
    void withdraws() throws Exception {
        var council = withMeeting("ยม");
        works.setMissions(Cast.recorderOfNan(), council.id(), Y2562, List.of(new Council.Mission(0, Y2562, 4, LocalDate.of(2019, 5, 10), "")));
        long meeting = onlyOf("council_meeting", council);
        long mission = onlyOf("council_mission", council);
        send("/councils/entries/" + meeting + "/withdrawal", "version", "1", "reason", "").andExpect(status().isUnprocessableContent());
        send("/councils/entries/" + meeting + "/withdrawal", "version", "1", "reason", "ไม่ได้ประชุม").andExpect(redirectedUrlPattern(council.path() + "*"));
        send("/councils/entries/" + mission + "/withdrawal", "version", "1", "reason", "ไม่ใช่ของสภานี้").andExpect(redirectedUrlPattern(council.path() + "*"));
        assertThat(works.meetings(council.id(), Y2562)).isEmpty();
        assertThat(works.missions(council.id(), Y2562)).isEmpty();
        assertThat(jdbc.sql("select e.reason from history.council_meeting h join log.entry e on e.id = h.superseded_by where h.id = ?").param(meeting).query(String.class).single()).isEqualTo("ไม่ได้ประชุม");
    }

    @Test
    @DisplayName("stands once: a mission is not corrected into another that the year has already")
    void missionsStandOnce() {
        var council = register("จอมจันทร์");
        works.setMissions(Cast.recorderOfNan(), council.id(), Y2562, List.of(new Council.Mission(0, Y2562, 4, LocalDate.of(2019, 5, 10), ""), new Council.Mission(0, Y2562, 5, LocalDate.of(2019, 5, 10), "")));
        var four = entries.at(Cast.recorderOfNan(), works.missions(council.id(), Y2562).get(4).id());
        assertThatThrownBy(() -> entries.correct(Cast.recorderOfNan(), four, 1, "เลือกข้อผิด", Map.of("mission", 5, "doneOn", LocalDate.of(2019, 5, 10), "note", "")))
                .isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(CouncilRefusal.MISSION_DONE_ALREADY));
    }

    @Test
    @DisplayName("tells of a member who left: the day, the reason, and no seat any more")
    void departure() throws Exception {
        var council = withMembers("แงง", 6, 1);
        long id = sitting(council, "community").getFirst();
        send("/councils/entries/" + id + "/departure", "version", "1", "leftOn", "1 มี.ค. 2562", "reason", "ลาออก").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("วันที่พ้นจากตำแหน่งต้องไม่ก่อนวันที่ได้รับคัดเลือก")));
        send("/councils/entries/" + id + "/departure", "version", "1", "leftOn", "1 มิ.ย. 2562", "reason", "ลาออก").andExpect(redirectedUrlPattern(council.path() + "*"));
        assertThat(sitting(council, "community")).hasSize(5).doesNotContain(id);
        assertThat(members.former(council.id())).singleElement().satisfies(m -> assertThat(m.endedOn()).isEqualTo(LocalDate.of(2019, 6, 1)));
    }

    @Test
    @DisplayName("keeps the qualified to a fifth of the representatives at every door: correcting, leaving, taking back, reviewing")
    void balanceAtEveryDoor() throws Exception {
        var council = withMembers("ทุ่งศรีทอง", 5, 1);
        long representative = sitting(council, "community").getFirst();
        long qualified = sitting(council, "qualified").getFirst();
        String tooMany = "มีได้ไม่เกินหนึ่งในห้า";
        send("/councils/entries/" + representative + "/departure", "version", "1", "leftOn", "1 มิ.ย. 2562", "reason", "ลาออก").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(tooMany)));
        send("/councils/entries/" + representative + "/withdrawal", "version", "1", "reason", "บันทึกซ้ำ").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(tooMany)));
        send("/councils/entries/" + representative + "/correction", "version", "1", "memberClass", "qualified", "selectedOn", "15 มี.ค. 2562", "reason", "ประเภทผิด")
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(tooMany)));
        assertThatThrownBy(() -> terms.review(Cast.recorderOfNan(), council.id(), "", LocalDate.of(2019, 8, 1), List.of(qualified)))
                .isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(CouncilRefusal.TOO_MANY_QUALIFIED));
        send("/councils/entries/" + qualified + "/departure", "version", "1", "leftOn", "1 มิ.ย. 2562", "reason", "ลาออก").andExpect(status().is3xxRedirection());
        send("/councils/entries/" + representative + "/departure", "version", "1", "leftOn", "1 มิ.ย. 2562", "reason", "ลาออก").andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("undoes a review that was entered in error: the term before is open again, and who left by it sits again")
    void undoesAReview() {
        var council = withMembers("น้ำมวบ", 6, 0);
        var stays = sitting(council, "community").subList(0, 2);
        terms.review(Cast.recorderOfNan(), council.id(), "", LocalDate.of(2019, 8, 1), stays);
        assertThat(sitting(council, "community")).hasSize(2);
        long first = terms.of(council.id()).getLast().id();
        long second = terms.of(council.id()).getFirst().id();
        assertThatThrownBy(() -> entries.withdraw(Cast.recorderOfNan(), entries.at(Cast.recorderOfNan(), first), 2, "ผิด"))
                .isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(CouncilRefusal.TERM_NOT_LAST));
        entries.withdraw(Cast.recorderOfNan(), entries.at(Cast.recorderOfNan(), second), 1, "ทบทวนเดือนกันยายน ยังไม่ถึง");
        assertThat(sitting(council, "community")).hasSize(6);
        assertThat(terms.of(council.id())).singleElement().satisfies(t -> assertThat(t.reviewedOn()).isNull());
    }

    @Test
    @DisplayName("stands in the timeline of its council: what was added, changed and taken back, by whom and why, with names masked")
    void timeline() throws Exception {
        var council = withMeeting("พระพุทธบาท");
        members.add(Cast.recorderOfNan(), council.id(), "", MARCH, List.of(new Members.Joining("นางคำปุ่น สีหาราช", "community", "หมู่ที่ 3", "female")));
        long meeting = onlyOf("council_meeting", council);
        entries.correct(Cast.recorderOfNan(), entries.at(Cast.recorderOfNan(), meeting), 1, "นับใหม่", Map.of("heldOn", LocalDate.of(2019, 5, 10), "subject", "ติดตามแผน", "attendance", 40));
        entries.withdraw(Cast.recorderOfNan(), entries.at(Cast.recorderOfNan(), meeting), 2, "ไม่ได้ประชุม");
        var steps = timeline.ofRecord("council", council.id());
        assertThat(steps).extracting(s -> s.act() + s.parts().stream().map(p -> " " + p.done() + " " + p.table() + " " + p.title()).toList()).containsExactly(
                "council.withdraw-meeting[ removed council_meeting 2019-05-10]", "council.correct-meeting[ changed council_meeting 2019-05-10]",
                "council.add-members[ added council_member นางคำปุ่น ส…]", "council.meet[ added council_meeting 2019-05-10]", "council.register[ added council_term 1]");
        assertThat(steps.get(1).parts().getFirst().fields()).containsExactly(new Timeline.Field("attendance", "31", "40"));
        assertThat(steps.getFirst().reason()).isEqualTo("ไม่ได้ประชุม");
        mvc.perform(get(council.path()).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("ถอนการประชุม 10 พฤษภาคม 2562")));
    }

    @Test
    @DisplayName("a reviewed term has a page that tells which papers of the review are missing, and takes them")
    void papersOfAReview() throws Exception {
        var council = withMembers("ส้าน", 6, 0);
        terms.review(Cast.recorderOfNan(), council.id(), "", LocalDate.of(2019, 8, 1), sitting(council, "community"));
        long first = terms.of(council.id()).getLast().id();
        mvc.perform(get(council.path()).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("แนบเอกสารการทบทวนวาระที่ 1")));
        mvc.perform(get("/councils/terms/" + first).with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isOk())
                .andExpect(content().string(containsString("ไฟล์รายงานการประชุมคัดเลือกสมาชิก"))).andExpect(content().string(containsString("value=\"council-term\"")));
        for (var kind : List.of("review-minutes", "review-members"))
            evidence.attach(Cast.recorderOfNan(), "council-term", first, kind, null, "", () -> keep(kind));
        mvc.perform(get("/councils/terms/" + first).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("เอกสารการทบทวนครบถ้วน")));
        assertThat(timeline.ofRecord("council", council.id()).getFirst().parts()).extracting(p -> p.done() + " " + p.title()).containsExactly("added review-members.pdf");
        mvc.perform(get("/councils/terms/" + first).with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(status().isNotFound());
    }

    private Vault.Kept keep(String name) {
        return vault.keep(new ByteArrayInputStream(Paper.pdf(name)), name + ".pdf");
    }

    @Test
    @DisplayName("is closed to who works elsewhere, and to who only reads")
    void reach() throws Exception {
        var council = withMeeting("ไหล่น่าน");
        long id = onlyOf("council_meeting", council);
        assertThatThrownBy(() -> entries.at(Cast.recorderOfPhatthalung(), id)).isInstanceOf(OutOfReach.class);
        mvc.perform(get("/councils/entries/" + id).with(SignIn.as(Cast.executive()))).andExpect(status().isForbidden());
        mvc.perform(get("/councils/entries/" + id).with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isOk()).andExpect(content().string(containsString("value=\"10 พฤษภาคม 2562\"")));
    }
}
