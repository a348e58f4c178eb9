package khabuan.insight.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.evidence.Vault;
import khabuan.base.gap.Gap;
import khabuan.base.place.Place;
import khabuan.base.place.Reach;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.insight.gap.WorkPages.Deadline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The work of those who mend")
class WorkTest {

    @Autowired MockMvc mvc;
    @Autowired Gaps gaps;
    @Autowired Work work;
    @Autowired Cases cases;
    @Autowired Deadlines deadlines;
    @Autowired Overdue overdue;
    @Autowired Reach reach;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired Vault vault;

    /** @return the number of a council of Nan that was registered on a day and lacks its files */
    private long council(String name, String registeredOn) {
        var unit = cast.unitInNan("อบต.", name);
        cast.change(() -> jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, ?, ?, ?::date)").params(unit, "9" + unit.substring(4), "สภาองค์กรชุมชนตำบล" + name, registeredOn).update());
        return jdbc.sql("select id from council where unit_code = ?").param(unit).query(Long.class).single();
    }

    private Gap undocumented() {
        return gaps.get("council.undocumented");
    }

    private List<Item> itemsOf(Actor actor, Gap gap, Work.Filter filter) {
        return work.slice(gap, reach.of(actor), filter, actor.accountId(), 1000, 0).items();
    }

    @Test
    @DisplayName("brings a council without its files to the recorder of its province and to nobody in another")
    void comesToWhoCanMend() {
        long id = council("ดู่ใต้", "2019-03-15");
        cast.unitInPhatthalung("อบต.", "ตำนาน");
        var items = itemsOf(Cast.recorderOfNan(), undocumented(), Work.Filter.ALL);
        assertThat(items).filteredOn(i -> i.id() == id).singleElement().satisfies(i -> {
            assertThat(i.since()).isEqualTo("2019-03-15");
            assertThat(i.due()).isEqualTo("2019-04-14");
            assertThat(i.mend()).startsWith("/councils/" + id);
            assertThat(i.unit()).contains("น่าน");
        });
        assertThat(itemsOf(Cast.recorderOfPhatthalung(), undocumented(), Work.Filter.ALL)).noneMatch(i -> i.id() == id);
    }

    @Test
    @DisplayName("is done the moment the record is mended, and comes back when it breaks again")
    void closes() {
        long id = council("ถืมตอง", "2018-11-01");
        assertThat(work.items(undocumented(), List.of(id))).hasSize(1);
        cast.change(() -> {
            jdbc.sql("insert into file (sha256, name, media_type, bytes) values (repeat('a1', 32), 'จส.pdf', 'application/pdf', 10) on conflict do nothing").update();
            for (var kind : List.of("js02", "js03"))
                jdbc.sql("insert into evidence (record_kind, record_id, kind, attached_on, file_id) select 'council', ?, ?, '2018-12-01', id from file where sha256 = repeat('a1', 32)").params(id, kind).update();
        });
        assertThat(work.items(undocumented(), List.of(id))).isEmpty();
        cast.change(() -> jdbc.sql("delete from evidence where record_id = ? and kind = 'js03'").param(id).update());
        assertThat(work.items(undocumented(), List.of(id))).hasSize(1);
    }

    @Test
    @DisplayName("is assigned to who looks after the place, not to who works elsewhere")
    void assign() {
        var unit = People.BAN_NA;
        people.places();
        cast.change(() -> jdbc.sql("insert into council (unit_code, code, name, registered_on, surplus) values (?, '99001', 'สภาองค์กรชุมชนตำบลบ้านนา', '2019-01-10', true)").param(unit).update());
        long id = jdbc.sql("select max(id) from council where unit_code = ?").param(unit).query(Long.class).single();
        var officer = people.officerOfTheNortheast();
        cases.assign(officer, undocumented(), List.of(id), people.recorderOfKhonKaen().accountId());
        assertThat(itemsOf(people.recorderOfKhonKaen(), undocumented(), Work.Filter.MINE)).filteredOn(i -> i.id() == id).singleElement().satisfies(i -> assertThat(i.assignee()).isEqualTo("บุญมี ดวงจันทร์"));
        assertThatThrownBy(() -> cases.assign(officer, undocumented(), List.of(id), people.officerOfTheSouth().accountId())).isInstanceOf(Refusal.Thrown.class)
                .satisfies(e -> assertThat(((Refusal.Thrown) e).refusal()).isEqualTo(WorkRefusal.ASSIGNEE_ELSEWHERE));
        assertThatThrownBy(() -> cases.assign(people.officerOfTheSouth(), undocumented(), List.of(id), null)).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("tells who is asked to do it, who must know of a new deadline, and each morning whose work became overdue or came within thirty days of its day, once")
    void told() {
        people.places();
        cast.change(() -> jdbc.sql("insert into council (unit_code, code, name, registered_on, surplus) values (?, '99002', 'สภาองค์กรชุมชนตำบลโนนทอง', '2018-11-10', true)").param(People.NON_THONG).update());
        long id = jdbc.sql("select max(id) from council where unit_code = ?").param(People.NON_THONG).query(Long.class).single();
        term(id, "2015-09-20");
        var bunmi = people.recorderOfKhonKaen();
        var adul = people.officerOfTheSouth();
        overdue.tell();
        assertThat(told(bunmi, "work.due")).singleElement().satisfies(t -> assertThat(t).contains("measure.council.undocumented.name="));
        assertThat(told(bunmi, "work.soon")).singleElement().satisfies(t -> assertThat(t).contains("measure.council.term-coming.name=").doesNotContain("council.undocumented"));
        assertThat(overdue.tell()).isZero();
        cases.assign(people.officerOfTheNortheast(), undocumented(), List.of(id), bunmi.accountId());
        assertThat(told(bunmi, "work.assigned")).last().asString().contains("สุภาพร พลเยี่ยม", "n1", "kmeasure.council.undocumented.name");
        boolean noneInTheSouth = work.unitsDueIn(undocumented(), 2562).stream().noneMatch(unit -> unit.startsWith("93"));
        deadlines.extend(people.centreOfficer(), undocumented(), new Deadline("council.undocumented", 2562, LocalDate.of(2019, 9, 20), "อนุกรรมการ", "ครั้งที่ 9/2562", LocalDate.of(2019, 8, 21)), resolution("ครั้งที่ 9/2562"));
        deadlines.extend(people.centreOfficer(), undocumented(), new Deadline("council.undocumented", 2562, LocalDate.of(2019, 9, 28), "อนุกรรมการ", "ครั้งที่ 10/2562", LocalDate.of(2019, 8, 28)), resolution("ครั้งที่ 10/2562"));
        cast.change(() -> jdbc.sql("delete from gap_deadline where gap = 'council.undocumented' and fiscal_year = 2562").update());
        assertThat(told(bunmi, "work.extended-first")).last().asString().contains("d2019-09-20");
        assertThat(told(bunmi, "work.extended")).last().asString().contains("d2019-09-20", "d2019-09-28");
        assertThat(told(adul, "work.extended").isEmpty()).as("who has none of that work is not told").isEqualTo(noneInTheSouth);
    }

    private Supplier<Vault.Kept> resolution(String number) {
        return () -> vault.keep(new ByteArrayInputStream(Paper.pdf("มติ " + number)), "มติ.pdf");
    }

    @Test
    @DisplayName("waits longer only by a resolution that is kept as a file, which everybody concerned opens from the list of deadlines and from the page of the work, beside the new day and the old")
    void resolutionAsFile() throws Exception {
        council("สะเนียน", "2017-03-15");
        var without = extend(null, "25 ก.ย. 2562");
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(without.getContentAsString()).contains("เลือกไฟล์ที่จะแนบ", "id=\"file-error\"", "value=\"25 ก.ย. 2562\"");
        assertThat(extend("#!/bin/sh".getBytes(StandardCharsets.UTF_8), "25 ก.ย. 2562").getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from gap_deadline where fiscal_year = 2560").query(Long.class).single()).isZero();
        assertThat(extend(Paper.pdf("มติ 11"), "25 ก.ย. 2562").getRedirectedUrl()).isEqualTo("/tasks/deadlines");
        assertThat(extend(Paper.pdf("มติ 12"), "30 ก.ย. 2562").getRedirectedUrl()).isEqualTo("/tasks/deadlines");
        for (var path : List.of("/tasks/deadlines", "/tasks/council.undocumented")) {
            var page = mvc.perform(get(path).with(SignIn.as(Cast.recorderOfPhatthalung()))).andReturn().getResponse().getContentAsString();
            assertThat(page).as(path).contains("30 ก.ย. 62", "เดิม 25 ก.ย. 62", "ครั้งที่ 11/2562", "มติ.pdf");
            var files = Pattern.compile("/files/[0-9a-f]{64}").matcher(page).results().map(MatchResult::group).distinct().toList();
            for (var file : files.subList(0, 2)) assertThat(mvc.perform(get(file).with(SignIn.as(Cast.recorderOfPhatthalung()))).andReturn().getResponse().getStatus()).as(file).isEqualTo(200);
        }
        long deadline = jdbc.sql("select id from gap_deadline where fiscal_year = 2560").query(Long.class).single();
        mvc.perform(multipart("/evidence").file(new MockMultipartFile("file", "อื่น.pdf", "application/pdf", Paper.pdf("อื่น"))).param("recordKind", "gap-deadline").param("recordId", "" + deadline).param("kind", "resolution")
                .with(SignIn.as(Cast.recorderOfNan())).with(csrf())).andExpect(status().isNotFound());
    }

    private MockHttpServletResponse extend(byte[] file, String due) throws Exception {
        var form = multipart("/tasks/deadlines");
        if (file != null) form.file(new MockMultipartFile("file", "มติ.pdf", "application/pdf", file));
        return mvc.perform(form.param("gap", "council.undocumented").param("fiscalYear", "2560").param("dueOn", due).param("committee", "อนุกรรมการนโยบายและแผนงาน").param("resolution", "ครั้งที่ 11/2562")
                .param("resolvedOn", "20 ส.ค. 2562").with(SignIn.as(people.centreOfficer())).with(csrf())).andReturn().getResponse();
    }

    private List<String> told(Actor who, String kind) {
        return jdbc.sql("select said_values::text from message where account_id = ? and kind = ? order by id").params(who.accountId(), kind).query(String.class).list();
    }

    /** A first term of a council, which is due four years after its day. */
    private void term(long council, String selectedOn) {
        cast.change(() -> jdbc.sql("insert into council_term (council_id, number, selected_on) values (?, 1, ?::date)").params(council, selectedOn).update());
    }

    @Test
    @DisplayName("of a term is coming ninety days before its day, due soon for the last thirty, and overdue from then on")
    void steps() {
        var terms = List.of("2015-12-20", "2015-10-30", "2015-09-20", "2015-08-20");
        var councils = terms.stream().map(day -> council("งอบ" + day, "2015-07-01")).toList();
        for (int i = 0; i < terms.size(); i++) term(councils.get(i), terms.get(i));
        assertThat(councils).map(id -> stepsOf(id)).containsExactly("", "coming", "coming soon", "overdue");
    }

    private String stepsOf(long council) {
        long term = jdbc.sql("select id from council_term where council_id = ?").param(council).query(Long.class).single();
        var steps = new ArrayList<String>();
        if (isOpen("council.term-coming", Work.Filter.ALL, term)) steps.add("coming");
        if (isOpen("council.term-coming", Work.Filter.SOON, term)) steps.add("soon");
        if (isOpen("council.term-unreviewed", Work.Filter.OVERDUE, term)) steps.add("overdue");
        return String.join(" ", steps);
    }

    private boolean isOpen(String gap, Work.Filter filter, long record) {
        return itemsOf(Cast.recorderOfNan(), gaps.get(gap), filter).stream().anyMatch(i -> i.id() == record);
    }

    @Test
    @DisplayName("can wait with a reason, and is then no longer overdue, but still open")
    void defer() {
        long id = council("สวก", "2018-10-15");
        var recorder = Cast.recorderOfNan();
        assertThat(itemsOf(recorder, undocumented(), Work.Filter.OVERDUE)).anyMatch(i -> i.id() == id);
        assertThatThrownBy(() -> cases.defer(recorder, undocumented(), List.of(id), work.today().plusDays(30), " ")).isInstanceOf(Refusal.Thrown.class);
        assertThatThrownBy(() -> cases.defer(recorder, undocumented(), List.of(id), work.today(), "รอเอกสารจากอำเภอ")).isInstanceOf(Refusal.Thrown.class);
        assertThatThrownBy(() -> cases.defer(recorder, undocumented(), List.of(), null, "")).isInstanceOfSatisfying(Refusal.Thrown.class,
                refused -> assertThat(refused.others()).extracting(Refusal.Thrown::field).containsExactly("until", "reason"));
        cases.defer(recorder, undocumented(), List.of(id), work.today().plusDays(30), "รอเอกสารจากอำเภอ");
        assertThat(itemsOf(recorder, undocumented(), Work.Filter.OVERDUE)).noneMatch(i -> i.id() == id);
        assertThat(itemsOf(recorder, undocumented(), Work.Filter.DEFERRED)).filteredOn(i -> i.id() == id).singleElement().satisfies(i -> assertThat(i.deferredBecause()).isEqualTo("รอเอกสารจากอำเภอ"));
        assertThat(itemsOf(recorder, undocumented(), Work.Filter.ALL)).anyMatch(i -> i.id() == id);
    }

    @Test
    @DisplayName("shows the new deadline and the old one when a committee has extended it")
    void extended() {
        long id = council("ไชยสถาน", "2016-03-15");
        deadlines.extend(people.centreOfficer(), undocumented(), new Deadline("council.undocumented", 2559, LocalDate.of(2019, 9, 25), "อนุกรรมการนโยบายและแผนงาน", "ครั้งที่ 8/2562", LocalDate.of(2019, 8, 20)), resolution("ครั้งที่ 8/2562"));
        assertThat(work.items(undocumented(), List.of(id))).singleElement().satisfies(i -> {
            assertThat(i.due()).isEqualTo("2019-09-25");
            assertThat(i.dueBefore()).isEqualTo("2016-04-14");
            assertThat(i.isOverdue(work.today())).isFalse();
        });
    }

    @Test
    @DisplayName("is the first page of a recorder and of a regional officer; the centre sees the regions side by side")
    void pages() throws Exception {
        long id = council("ผาสิงห์", "2019-02-01");
        mvc.perform(get("/").with(SignIn.as(Cast.recorderOfNan()))).andExpect(redirectedUrl("/tasks"));
        mvc.perform(get("/tasks").with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isOk()).andExpect(content().string(containsString("แนบในหน้าของสภาฯ")));
        mvc.perform(get("/tasks").with(SignIn.as(Cast.centre()))).andExpect(status().isOk()).andExpect(content().string(containsString("/tasks/council.undocumented?place=region:N")));
        mvc.perform(get("/tasks/council.undocumented/" + id).with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isOk()).andExpect(content().string(containsString("ผาสิงห์")));
        cast.unitInPhatthalung("อบต.", "ปรางหมู่");
        mvc.perform(get("/tasks/council.undocumented/" + id).with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(status().isNotFound()).andExpect(content().string(not(containsString("ผาสิงห์"))));
        mvc.perform(post("/tasks/council.undocumented/" + id + "/comments").param("words", "โทรถามประธานสภาฯ แล้ว").with(SignIn.as(Cast.recorderOfNan())).with(csrf()))
                .andExpect(redirectedUrl("/tasks/council.undocumented/" + id));
        mvc.perform(get("/tasks/council.undocumented/" + id).with(SignIn.as(Cast.officerOfTheNorth()))).andExpect(content().string(containsString("โทรถามประธานสภาฯ แล้ว")));
        mvc.perform(post("/tasks/council.undocumented/assignment").with(SignIn.as(Cast.recorderOfNan())).with(csrf())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("เลือกรายการอย่างน้อยหนึ่งรายการ")));
    }

    @Test
    @DisplayName("keeps what was ticked and typed when a deferral is refused, and can be deferred and assigned on the page of the one record too")
    void refused() throws Exception {
        long id = council("น้ำปั้ว", "2019-02-01");
        long other = council("น้ำปั้วเหนือ", "2019-02-01");
        var list = "/tasks/council.undocumented";
        mvc.perform(post(list + "/deferral").param("record", Long.toString(id)).param("q", "น้ำปั้ว").param("reason", "รอเอกสารจากอำเภอ").with(SignIn.as(Cast.recorderOfNan())).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("value=\"" + id + "\" checked")))
                .andExpect(content().string(containsString("รอเอกสารจากอำเภอ"))).andExpect(content().string(not(containsString("value=\"" + other + "\" checked"))));
        mvc.perform(post(list + "/deferral").param("record", Long.toString(id)).param("alone", "true").param("until", "เมื่อวาน").with(SignIn.as(Cast.recorderOfNan())).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("กรอกวันที่หลังวันนี้"))).andExpect(content().string(containsString("value=\"เมื่อวาน\"")));
        mvc.perform(post(list + "/deferral").param("record", Long.toString(id)).param("alone", "true").param("until", "20 ก.ย. 2562").param("reason", "รอเอกสารจากอำเภอ").with(SignIn.as(Cast.recorderOfNan())).with(csrf()))
                .andExpect(redirectedUrl(list + "/" + id));
        assertThat(work.items(undocumented(), List.of(id))).singleElement().satisfies(i -> assertThat(i.deferredUntil()).isEqualTo("2019-09-20"));
    }

    @Test
    @DisplayName("is found in a long list by a part of its name or of its unit's")
    void found() throws Exception {
        long id = council("ป่าคา100%", "2019-02-01");
        council("เจดีย์ชัย", "2019-02-01");
        for (var q : List.of("ป่าคา", "อบต.ป่าคา", "100%"))
            mvc.perform(get("/tasks/council.undocumented").param("q", q).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("/tasks/council.undocumented/" + id)))
                    .andExpect(content().string(not(containsString("สภาองค์กรชุมชนตำบลเจดีย์ชัย"))));
        assertThat(work.slice(undocumented(), reach.of(Cast.recorderOfNan()), Work.Filter.ALL, "ไม่มีชื่อนี้", null, 10, 0).chosen()).isZero();
    }

    @Test
    @DisplayName("stays open for an organisation that was certified without being seen, until somebody sees it")
    void certifiedUnseen() {
        var unit = cast.unitInNan("อบต.", "ท่าน้าว");
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มทอผ้าบ้านเชียงของ', '2015-05-01')").params("6" + System.nanoTime() % 10_000_000, unit).update());
        long id = jdbc.sql("select id from organisation where unit_code = ?").param(unit).query(Long.class).single();
        var unseen = gaps.get("organisation.unseen");
        cast.change(() -> jdbc.sql("insert into organisation_certification (organisation_id, fiscal_year, certified_on) values (?, 2562, '2019-08-01')").param(id).update());
        assertThat(work.items(unseen, List.of(id))).hasSize(1);
        cast.change(() -> jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) values (?, '2019-08-20', 'คำปัน', true)").param(id).update());
        assertThat(work.items(unseen, List.of(id))).isEmpty();
    }

    @Test
    @DisplayName("covers what the reports complain of, each counted by the database")
    void all() {
        assertThat(gaps.all()).extracting(Gap::measure).contains("council.undocumented", "council.uncertified", "council.term-coming", "council.term-unreviewed", "organisation.unseen",
                "council.meetings-behind", "council.missions-missing", "council.files-missing", "council.qualified-excess", "council.surplus", "council.term-twice", "units.without-council");
        assertThat(gaps.all()).allSatisfy(g -> assertThat(work.slice(g, Place.COUNTRY, Work.Filter.ALL, null, 1, 0).open()).isNotNegative());
    }
}
