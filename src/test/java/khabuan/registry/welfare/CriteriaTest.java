package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@World
@DisplayName("A criterion of the quality of funds")
class CriteriaTest {

    private static final FiscalYear YEAR = new FiscalYear(2562);
    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2), MAY = LocalDate.of(2019, 5, 20), AUGUST = LocalDate.of(2019, 8, 1);
    private static final Set<String> FIVE = Set.of("1.1", "1.2", "1.3", "1.4", "1.5");
    @Autowired Criteria criteria;
    @Autowired Quality quality;
    @Autowired Funds funds;
    @Autowired Measures measures;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired People people;
    private final Actor recorder = Cast.recorderOfNan(), officer = Cast.officerOfTheNorth();
    private Actor centre;
    private String unit;
    private Fund fund;
    private long newest;

    @BeforeEach
    void aFundThatMeetsTheFive() {
        centre = people.centreOfficer();
        unit = cast.unitInNan("อบต.", "บ่อเกณฑ์" + System.nanoTime());
        fund = funds.register(recorder, "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนตำบลบ่อเกณฑ์", LocalDate.of(2010, 6, 1)));
        newest = jdbc.sql("select max(id) from welfare_criterion").query(Long.class).single();
        attach("report", MAY);
        quality.attest(recorder, fund.id(), YEAR, new Quality.Wish(MAY, FIVE, Set.of(), ""));
        quality.certify(officer, fund.id(), YEAR);
    }

    /** The criteria are the house's: other tests find them as they were. */
    @AfterEach
    void asTheyWere() {
        cast.change(() -> {
            jdbc.sql("delete from welfare_attestation where criterion_id > ?").param(newest).update();
            jdbc.sql("update welfare_criterion c set until_date = null where exists (select from welfare_criterion n where n.id > :newest and n.code = c.code and c.until_date = n.from_date)").param("newest", newest).update();
            jdbc.sql("delete from welfare_criterion where id > ?").param(newest).update();
        });
    }

    private void attach(String kind, LocalDate day) {
        cast.change(() -> {
            long file = jdbc.sql("insert into file (sha256, name, media_type, bytes) values (md5(?) || md5(?), ?, 'application/pdf', 12) returning id").params(kind + System.nanoTime(), unit, kind + ".pdf").query(Long.class).single();
            jdbc.sql("insert into evidence (record_kind, record_id, kind, fiscal_year, file_id, attached_on) values ('welfare-fund', ?, ?, 2562, ?, ?)").params(fund.id(), kind, file, day).update();
        });
    }

    private Criteria.Wish wish(String code, LocalDate from, List<String> evidence, boolean carries) {
        var c = criteria.newest(code);
        return new Criteria.Wish(from, "จัดสวัสดิการนอกเหนือจากพื้นฐานและมีระเบียบรองรับ", evidence, c.contents(), c.reckoned(), carries, c.allOf(), null, "มติคณะทำงานคุณภาพ");
    }

    private static Criteria.Wish made(LocalDate from, List<String> of, Integer least) {
        return new Criteria.Wish(from, "", List.of(), List.of(), null, false, of, least, "ผ่อนเกณฑ์ปีที่น้ำท่วม");
    }

    private long five(LocalDate day) {
        return measures.ask(new Question("welfare.five", Level.UNIT, Place.COUNTRY, false, List.of(new Window(day, day, null)))).at(unit, 0);
    }

    private static List<String> refused(Runnable work) {
        var thrown = new Refusal.Thrown[1];
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(work::run).satisfies(t -> thrown[0] = t);
        return Stream.concat(Stream.of(thrown[0]), thrown[0].others().stream()).map(t -> t.refusal() + " " + t.field()).toList();
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return mvc.perform(request.with(SignIn.as(actor))).andReturn().getResponse();
    }

    private String seen(String path, Actor actor) throws Exception {
        return asked(get(path), actor).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("that wants another paper in the midst of a year judges anew what was attested: without the file the five are met no more, with it again; the answer by the former stays and both are shown")
    void anotherPaper() throws Exception {
        criteria.set(centre, "1.2", wish("1.2", AUGUST, List.of("regulations"), true));
        assertThat(List.of(five(AUGUST.minusDays(1)), five(AUGUST), five(TODAY))).containsExactly(1L, 0L, 0L);
        assertThat(quality.of(fund, YEAR, AUGUST.minusDays(1)).meets("five")).isTrue();
        assertThat(quality.of(fund, YEAR, TODAY).meets("five")).isFalse();
        assertThat(seen(fund.path() + "/quality/2562", officer)).contains("มีระเบียบรองรับ", "ตามเกณฑ์ก่อน 1 สิงหาคม 2562", "ไม่มีไฟล์ จึงไม่ผ่าน");
        attach("regulations", TODAY.minusDays(3));
        assertThat(List.of(five(AUGUST), five(TODAY.minusDays(4)), five(TODAY))).containsExactly(0L, 0L, 1L);
        assertThat(quality.of(fund, YEAR, TODAY).meets("five")).isTrue();
        assertThat(quality.of(fund, YEAR, TODAY).metOfTen()).isEqualTo(5);
    }

    @Test
    @DisplayName("that is to be attested anew is met again when somebody attested it and another certified it")
    void anew() {
        criteria.set(centre, "1.2", wish("1.2", AUGUST, List.of(), false));
        assertThat(List.of(five(AUGUST.minusDays(1)), five(TODAY))).containsExactly(1L, 0L);
        quality.attest(recorder, fund.id(), YEAR, new Quality.Wish(TODAY, Set.of("1.2"), Set.of(), ""));
        quality.certify(officer, fund.id(), YEAR);
        assertThat(List.of(five(AUGUST.minusDays(1)), five(TODAY.minusDays(1)), five(TODAY))).containsExactly(1L, 0L, 1L);
    }

    @Test
    @DisplayName("that is made of others may want fewer of them than all")
    void fewer() {
        quality.sendBack(officer, fund.id(), YEAR, quality.of(fund, YEAR, TODAY).standings().stream().filter(s -> s.criterion().code().equals("1.4")).findFirst().orElseThrow().attestation().id(), "ไม่มีผู้ด้อยโอกาสได้รับ");
        assertThat(five(TODAY)).isZero();
        criteria.set(centre, "five", made(AUGUST, List.of("1.1", "1.2", "1.3", "1.4", "1.5"), 4));
        assertThat(List.of(five(AUGUST.minusDays(1)), five(AUGUST), five(TODAY))).containsExactly(0L, 1L, 1L);
        assertThat(quality.of(fund, YEAR, TODAY).meets("five")).isTrue();
    }

    @Test
    @DisplayName("is tried before it is set: how many funds would change their answer, and which, and nothing is kept of it")
    void tried() throws Exception {
        var effects = criteria.preview(centre, "1.2", wish("1.2", TODAY.plusDays(20), List.of("regulations"), true));
        assertThat(effects).extracting(e -> e.criterion().code()).containsExactly("1.2", "five", "complete");
        assertThat(effects.get(1)).satisfies(e -> assertThat(e.lost()).isPositive()).satisfies(e -> assertThat(e.after()).isEqualTo(e.before() - e.lost() + e.gained())).satisfies(e -> assertThat(e.gained()).isZero());
        assertThat(jdbc.sql("select max(id) from welfare_criterion").query(Long.class).single()).isEqualTo(newest);
        assertThat(five(TODAY)).isOne();
        var answer = asked(post("/funds/criteria/1.2/preview").with(csrf()).param("from", "1 ต.ค. 2562").param("evidence", "regulations").param("carries", "true").param("because", "ทดลอง"), centre);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("ถ้าใช้เกณฑ์นี้วันนี้", "ไม่ผ่านอีก");
        assertThat(jdbc.sql("select max(id) from welfare_criterion").query(Long.class).single()).isEqualTo(newest);
    }

    @Test
    @DisplayName("is not set for a year that is over, before the version that holds, as it is already, without a reason, nor carried on when it wants contents that nobody read")
    void notSet() {
        assertThat(refused(() -> criteria.set(centre, "1.2", wish("1.2", LocalDate.of(2018, 9, 30), List.of(), true)))).containsExactly("CRITERION_TOO_EARLY from", "CRITERION_OF_PAST_YEAR from");
        assertThat(refused(() -> criteria.set(centre, "1.9", new Criteria.Wish(AUGUST, "", List.of(), List.of(), null, true, List.of(), null, " ")))).containsExactly("CRITERION_SAME wording", "REASON_MISSING because");
        assertThat(refused(() -> criteria.set(centre, "1.9", new Criteria.Wish(AUGUST, "", List.of("report"), List.of("plan"), null, true, List.of(), null, "เหตุ")))).containsExactly("CONTENTS_WITHOUT_PAPER evidence", "CRITERION_MUST_BE_READ_ANEW carries");
        assertThat(refused(() -> criteria.set(centre, "five", made(AUGUST, List.of("1.1", "complete"), 3)))).containsExactly("PARTS_MISSING allOf", "LEAST_WRONG least");
        assertThat(refused(() -> criteria.withdraw(centre, "1.9", "เปลี่ยนใจ"))).containsExactly("CRITERION_HOLDS backBecause");
    }

    @Test
    @DisplayName("is set by the centre's form, and taken back while it does not hold yet")
    void byForm() throws Exception {
        assertThat(seen("/funds/criteria", officer)).contains("/funds/criteria/1.10", "/funds/criteria/five");
        assertThat(seen("/funds/criteria/1.9", officer)).doesNotContain("name=\"from\"");
        var form = post("/funds/criteria/1.9").with(csrf()).param("from", "1 ต.ค. 2562").param("wording", "มีบัญชีรับจ่ายเป็นปัจจุบันทุกเดือน").param("evidence", "report").param("because", "มติคณะทำงาน");
        assertThat(asked(form, officer).getStatus()).isEqualTo(403);
        assertThat(asked(form, centre).getRedirectedUrl()).isEqualTo("/funds/criteria/1.9");
        assertThat(seen("/funds/criteria", officer)).contains("ฉบับใหม่ 1 ต.ค. 62");
        assertThat(seen("/funds/criteria/1.9", centre)).contains("มีบัญชีรับจ่ายเป็นปัจจุบันทุกเดือน", "/funds/criteria/1.9/withdrawal");
        assertThat(asked(post("/funds/criteria/1.9/withdrawal").with(csrf()).param("backBecause", ""), centre).getStatus()).isEqualTo(422);
        assertThat(asked(post("/funds/criteria/1.9/withdrawal").with(csrf()).param("backBecause", "รอมติกรรมการ"), centre).getRedirectedUrl()).isEqualTo("/funds/criteria/1.9");
        assertThat(criteria.newest("1.9").until()).isNull();
        assertThat(asked(get("/funds/criteria/9.9"), centre).getStatus()).isEqualTo(404);
    }
}
