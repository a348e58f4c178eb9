package khabuan.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.record.Timeline;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.registry.organisation.BatchCertification.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@World
@DisplayName("Certifying a list of organisations")
class BatchCertificationTest {

    private static final FiscalYear Y2562 = new FiscalYear(2562);

    @Autowired MockMvc mvc;
    @Autowired Organisations organisations;
    @Autowired BatchCertification batches;
    @Autowired Timeline timeline;
    @Autowired Intake intake;
    @Autowired Kinds kinds;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired People people;
    @TempDir Path folder;

    private Actor officer;
    private String unit;
    private Organisation seen;
    private Organisation seenLastYear;
    private Organisation neverSeen;
    private Organisation certified;
    private Organisation gone;

    @BeforeEach
    void fiveGroups() {
        unit = cast.unitInNan("อบต.", "ผาสิงห์" + System.nanoTime());
        officer = people.person("kanchana", "กาญจนา วงศ์คำ", Role.REGIONAL_OFFICER, "region", "N");
        seen = group("กลุ่มออมทรัพย์บ้านผาสิงห์", "2019-08-20", true);
        seenLastYear = group("กลุ่มทอผ้าบ้านผาตูบ", "2018-09-30", true);
        neverSeen = group("กลุ่มเลี้ยงปลาบ้านน้ำครก", null, true);
        certified = group("กลุ่มจักสานบ้านห้วยไฮ", "2019-05-02", true);
        gone = group("กลุ่มแม่บ้านเกษตรกรบ้านฝาง", "2019-06-11", false);
        organisations.certify(officer, certified.id(), Y2562, "", "");
    }

    private Organisation group(String name, String seenOn, boolean existing) {
        var group = organisations.register(Cast.recorderOfNan(), "", new Registration(unit, "", name, Organisation.Kind.GROUP, LocalDate.of(2015, 3, 15), 25, ""));
        if (seenOn != null) organisations.see(Cast.recorderOfNan(), group.id(), "", new Organisation.Sighting(LocalDate.parse(seenOn), "มาลี แซ่ลี้", existing, ""));
        return group;
    }

    private OrganisationFilter filter() {
        return OrganisationFilter.read(Map.of("place", "unit:" + unit), Y2562);
    }

    private ResultActions confirm(String mark, String... more) throws Exception {
        var request = post("/organisations/certifications").param("place", "unit:" + unit).param("year", "2562").param("mark", mark);
        for (int i = 0; i < more.length; i += 2) request.param(more[i], more[i + 1]);
        return mvc.perform(request.with(SignIn.as(officer)).with(csrf()));
    }

    private List<Long> certifiedNow() {
        return jdbc.sql("select k.organisation_id from organisation_certification k join organisation o on o.id = k.organisation_id where o.unit_code = ? and k.fiscal_year = 2562 order by 1")
                .param(unit).query(Long.class).list();
    }

    /** Waits for the work that an answer leads to. */
    private void done(String path) {
        long job = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        while (batches.at(officer, job).isGoingOn()) Thread.onSpinWait();
    }

    @Test
    @DisplayName("tells first how each of them stands, and changes nothing")
    void preview() throws Exception {
        var told = batches.preview(filter(), officer);
        assertThat(told.ids()).isEqualTo(Map.of(Standing.SEEN, List.of(seen.id()), Standing.UNSEEN, List.of(seenLastYear.id()), Standing.NEVER_SEEN, List.of(neverSeen.id()),
                Standing.CERTIFIED, List.of(certified.id()), Standing.GONE, List.of(gone.id()), Standing.OUTSIDE, List.of()));
        mvc.perform(get("/organisations/certifications/new").param("place", "unit:" + unit).with(SignIn.as(officer))).andExpect(status().isOk())
                .andExpect(content().string(containsString("ยืนยันรับรอง 1 องค์กร ปี 2562"))).andExpect(content().string(containsString("2 องค์กรยังไม่มีผู้ไปพบในปีนี้")))
                .andExpect(content().string(containsString("ยืนยันรับรองทั้ง 3 องค์กร ปี 2562"))).andExpect(content().string(containsString(neverSeen.name() + "</a>"))).andExpect(content().string(containsString("ยังไม่เคยมีผู้ไปพบ")))
                .andExpect(content().string(containsString(seenLastYear.name() + "</a>"))).andExpect(content().string(containsString("พบครั้งล่าสุด")));
        assertThat(certifiedNow()).containsExactly(certified.id());
    }

    @Test
    @DisplayName("certifies exactly those that were told and seen, and once however often it is sent")
    void confirmed() throws Exception {
        var mark = batches.preview(filter(), officer).mark();
        var first = confirm(mark, "key", "ชุด-" + unit).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        done(first);
        assertThat(certifiedNow()).containsExactlyInAnyOrder(seen.id(), certified.id());
        confirm(mark, "key", "ชุด-" + unit).andExpect(redirectedUrl(first));
        mvc.perform(get(first).with(SignIn.as(officer))).andExpect(status().isOk());
        assertThat(certifiedNow()).hasSize(2);
    }

    @Test
    @DisplayName("takes in those that nobody saw this year only with a reason, which stays with each of them")
    void unseen() throws Exception {
        var mark = batches.preview(filter(), officer).mark();
        confirm(mark, "including", "yes", "reason", " ").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("reason-error")));
        assertThat(certifiedNow()).containsExactly(certified.id());
        done(confirm(mark, "including", "yes", "reason", "น้ำท่วมทางขาด ผู้ใหญ่บ้านยืนยันทางโทรศัพท์").andReturn().getResponse().getRedirectedUrl());
        assertThat(certifiedNow()).containsExactlyInAnyOrder(seen.id(), seenLastYear.id(), neverSeen.id(), certified.id());
        assertThat(timeline.ofRecord("organisation", neverSeen.id()).getFirst().reason()).contains("ผู้ใหญ่บ้านยืนยันทางโทรศัพท์");
        assertThat(timeline.ofRecord("organisation", seen.id()).getFirst().reason()).doesNotContain("โทรศัพท์");
    }

    @Test
    @DisplayName("says that the list has changed when it is no longer what was told, and certifies nobody")
    void changed() throws Exception {
        var mark = batches.preview(filter(), officer).mark();
        group("กลุ่มปุ๋ยหมักบ้านใหม่", "2019-08-30", true);
        confirm(mark).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("รายการเปลี่ยนไป"))).andExpect(content().string(containsString("ยืนยันรับรอง 2 องค์กร")));
        assertThat(certifiedNow()).containsExactly(certified.id());
    }

    @Test
    @DisplayName("is not for who may not certify, and reaches no further than the officer does")
    void reach() throws Exception {
        mvc.perform(get("/organisations/certifications/new").with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isForbidden());
        var south = cast.unitInPhatthalung("อบต.", "ชะรัด" + System.nanoTime());
        organisations.register(Cast.recorderOfPhatthalung(), "", new Registration(south, "", "กลุ่มสวนยางบ้านชะรัด", Organisation.Kind.GROUP, LocalDate.of(2015, 3, 15), 25, ""));
        assertThat(batches.preview(OrganisationFilter.read(Map.of("place", "unit:" + south), Y2562), officer).ids().values()).allMatch(List::isEmpty);
    }

    @Test
    @DisplayName("follows the same rule on an organisation's page: who was not seen this year is certified with a reason, or not")
    void single() throws Exception {
        var path = neverSeen.path() + "/certification";
        mvc.perform(post(path).param("year", "2562").with(SignIn.as(officer)).with(csrf())).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ตรวจสถานะคงอยู่ก่อน")));
        mvc.perform(post(path).param("year", "2562").param("reason", "พบในงานสมัชชาจังหวัด").with(SignIn.as(officer)).with(csrf())).andExpect(redirectedUrl(neverSeen.path()));
        assertThat(timeline.ofRecord("organisation", neverSeen.id()).getFirst().reason()).isEqualTo("พบในงานสมัชชาจังหวัด");
    }

    @Test
    @DisplayName("follows the same rule in a file, unless it loads what was known before")
    void file() throws IOException {
        var file = Files.writeString(folder.resolve("certifications.csv"), "organisation,fiscal_year,certified_on\n" + neverSeen.code() + ",2562,31 ส.ค. 2562\n" + seen.code() + ",2562,31 ส.ค. 2562\n");
        var now = intake.take(kinds.get("organisation-certifications"), new Order(officer, file, "certifications.csv", null, false, false, LocalDate.of(2019, 9, 2), Order.Progress.NONE));
        assertThat(now.faults()).extracting(LineFault::line, LineFault::key).containsExactly(org.assertj.core.api.Assertions.tuple(2, "organisation.refusal.unseen-in-file"));
        var past = intake.take(kinds.get("organisation-certifications"), new Order(Actor.commandLine(), file, "certifications.csv", Instant.parse("2019-09-01T00:00:00Z"), false, false, LocalDate.of(2019, 9, 2), Order.Progress.NONE));
        assertThat(past.faults()).isEmpty();
    }
}
