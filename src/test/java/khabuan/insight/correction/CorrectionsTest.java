package khabuan.insight.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@World
@DisplayName("A request for correction")
class CorrectionsTest {

    private static final AtomicInteger HOUSES = new AtomicInteger();
    private static final String WRONG = "ชื่อผู้ประสานงานสะกดผิด ที่ถูกคือ สมหญิง ใจงาม";
    @Autowired
    MockMvc mvc;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    People people;
    @Autowired
    Robots robots;
    @Autowired
    Clock clock;
    private String unit;
    private long council;
    private String address;

    @BeforeEach
    void aCouncilInNan() {
        unit = cast.unitInNan("อบต.", "บ่อสวก");
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('K' || ?, ?, 'สภาองค์กรชุมชนตำบลบ่อสวก', '2010-05-01')").params(unit, unit).update());
        council = jdbc.sql("select id from council where unit_code = ?").param(unit).query(Long.class).single();
        address = "203.0.113." + HOUSES.incrementAndGet();
    }

    private MockHttpServletResponse done(AbstractMockHttpServletRequestBuilder<?> asked, Actor actor) throws Exception {
        if (actor != null) asked.with(SignIn.as(actor));
        asked.with(csrf()).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
        var answer = mvc.perform(asked).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    /** A minute ago. */
    private String seal() {
        return robots.sealOf(clock.instant().minus(Duration.ofMinutes(1)));
    }

    private MockHttpServletResponse ask(Actor actor, String about, String words) throws Exception {
        return done(post("/corrections").param("about", about).param("words", words).param("contact", "081-234-5678").param("seal", seal()), actor);
    }

    private String aboutUnit() {
        return "place:unit:" + unit;
    }

    private long last() {
        return jdbc.sql("select max(id) from correction where place_code = ?").param(unit).query(Long.class).single();
    }

    private long count() {
        return jdbc.sql("select count(*) from correction where place_code = ?").param(unit).query(Long.class).single();
    }

    @Test
    @DisplayName("about a record goes to those who record there, is answered, and its requester sees the answer")
    void fromAskingToTheAnswer() throws Exception {
        var reader = new Actor(9051L, "chan", "จันทร์ ดีงาม", Role.EXECUTIVE, "province", "55", Set.of(), "127.0.0.1");
        assertThat(done(get("/councils/" + council), Cast.recorderOfNan()).getContentAsString()).contains("/corrections/new?about=council:" + council);
        assertThat(done(get("/corrections/new?about=council:" + council), reader).getContentAsString()).contains("สภาองค์กรชุมชนตำบลบ่อสวก");
        assertThat(ask(reader, "council:" + council, WRONG).getHeader("Location")).isEqualTo("/corrections/mine?asked");
        long id = last();
        assertThat(done(get("/tasks/correction.open"), Cast.recorderOfNan()).getContentAsString()).contains("/corrections/" + id);
        assertThat(done(get("/corrections"), Cast.recorderOfNan()).getContentAsString()).contains("/corrections/" + id, WRONG);
        var steps = "/corrections/" + id + "/steps";
        assertThat(done(post(steps).param("state", "corrected"), Cast.recorderOfNan()).getStatus()).isEqualTo(422);
        assertThat(done(post(steps).param("state", "in-review"), Cast.recorderOfNan()).getStatus()).isEqualTo(302);
        var refusedWithoutReason = done(post(steps).param("state", "refused"), Cast.recorderOfNan());
        assertThat(refusedWithoutReason.getStatus()).isEqualTo(422);
        assertThat(refusedWithoutReason.getContentAsString()).contains("กรอกเหตุผล");
        assertThat(done(post(steps).param("state", "corrected").param("answer", "แก้ชื่อแล้ว ขอบคุณ"), Cast.recorderOfNan()).getStatus()).isEqualTo(302);
        assertThat(done(post(steps).param("state", "refused").param("answer", "ช้าไป"), Cast.recorderOfNan()).getStatus()).isEqualTo(422);
        assertThat(done(get("/corrections/mine"), reader).getContentAsString()).contains("แก้ไขแล้ว", "แก้ชื่อแล้ว ขอบคุณ");
        assertThat(done(get("/corrections/mine"), Cast.executive()).getContentAsString()).doesNotContain(WRONG);
        assertThat(done(get("/tasks/correction.open"), Cast.recorderOfNan()).getContentAsString()).doesNotContain("/corrections/" + id);
        assertThat(done(get("/corrections?state=corrected"), Cast.recorderOfNan()).getContentAsString()).contains("/corrections/" + id);
        assertThat(jdbc.sql("select state || ' ' || by_name from correction_step where correction_id = ? order by id").param(id).query(String.class).list())
                .containsExactly("received จันทร์ ดีงาม", "in-review มาลี แซ่ลี้", "corrected มาลี แซ่ลี้");
    }

    @Test
    @DisplayName("is not found by who has no right to it: another province, another room, the public; nor is a record by who may not see it")
    void reach() throws Exception {
        ask(Cast.recorderOfNan(), "council:" + council, WRONG);
        long id = last();
        var ofOrganisations = new Actor(9052L, "dao", "ดาว ใจดี", Role.RECORDER, "province", "55", Set.of("organisation"), "127.0.0.1");
        for (var stranger : new Actor[] {Cast.recorderOfPhatthalung(), ofOrganisations}) {
            assertThat(done(get("/corrections/" + id), stranger).getStatus()).isEqualTo(404);
            assertThat(done(get("/corrections/" + id + "/file"), stranger).getStatus()).isEqualTo(404);
            assertThat(done(post("/corrections/" + id + "/steps").param("state", "in-review"), stranger).getStatus()).isEqualTo(404);
            assertThat(done(post("/corrections/" + id + "/contact/reading").param("reason", "อยากรู้"), stranger).getStatus()).isIn(403, 404);
            assertThat(done(get("/corrections"), stranger).getContentAsString()).doesNotContain("/corrections/" + id);
            assertThat(done(get("/corrections/new?about=council:" + council), stranger).getStatus()).isEqualTo(404);
        }
        assertThat(done(get("/corrections/" + id), null).getHeader("Location")).startsWith("/sign-in");
        for (var nothing : new String[] {"council:" + council, "account:1", "correction:" + id, "council:x", "place:moon:1", "place:unit:nowhere", "figure:no.such:country:TH", "", ":::"})
            assertThat(done(get("/corrections/new").param("about", nothing), null).getStatus()).as(nothing).isEqualTo(404);
        assertThat(done(get("/corrections/" + id), Cast.officerOfTheNorth()).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("of the public is followed by an address that nobody can guess and that tells nothing of the requester")
    void thePublicFollowsItsRequest() throws Exception {
        assertThat(done(get("/places/unit/" + unit), null).getContentAsString()).contains("/corrections/new?about=" + aboutUnit());
        String opened = done(get("/corrections/new?about=" + aboutUnit()), null).getContentAsString();
        assertThat(opened).contains("name=\"seal\"", "name=\"website\"");
        String to = ask(null, aboutUnit(), WRONG).getHeader("Location");
        assertThat(to).matches("/corrections/track/[\\w-]{24}\\?asked");
        long id = last();
        String path = to.replace("?asked", "");
        done(post("/corrections/" + id + "/steps").param("state", "in-review"), Cast.recorderOfNan());
        done(post("/corrections/" + id + "/steps").param("state", "refused").param("answer", "ตรวจกับป้ายที่ทำการแล้ว ถูกต้อง"), Cast.recorderOfNan());
        var seen = done(get(path), null);
        assertThat(seen.getContentAsString()).contains("บ่อสวก", "ไม่แก้ไข", "ตรวจกับป้ายที่ทำการแล้ว ถูกต้อง").doesNotContain(WRONG, "081-234-5678", "มาลี");
        assertThat(seen.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(done(get(path.substring(0, path.length() - 1) + "_"), null).getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select to_jsonb(c)::text from correction c where id = ?").param(id).query(String.class).single()).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    @DisplayName("above the local units, and of a figure, goes to those whose scope holds the place")
    void placesAboveUnitsAndFigures() throws Exception {
        assertThat(done(get("/figures/council.registered?within=province:55"), null).getContentAsString()).contains("/corrections/new?about=figure:council.registered:province:55");
        assertThat(ask(null, "figure:council.registered:province:55", "นับขาดไปหนึ่งแห่ง").getStatus()).isEqualTo(302);
        long id = jdbc.sql("select max(id) from correction where subject_kind = 'figure' and place_code = '55'").query(Long.class).single();
        assertThat(done(get("/corrections"), Cast.recorderOfNan()).getContentAsString()).contains("/corrections/" + id);
        assertThat(done(get("/corrections/" + id), Cast.recorderOfNan()).getContentAsString()).contains("/figures/council.registered?within=province:55");
        assertThat(done(get("/corrections"), Cast.recorderOfPhatthalung()).getContentAsString()).doesNotContain("/corrections/" + id + "\"");
        assertThat(done(get("/corrections/" + id), Cast.recorderOfPhatthalung()).getStatus()).isEqualTo(404);
        assertThat(done(get("/figures/correction.open"), null).getStatus()).isEqualTo(200);
    }

    @Test
    @DisplayName("keeps the way to reach its requester encrypted; who reads it says why and is logged")
    void contactIsGuarded() throws Exception {
        ask(null, aboutUnit(), WRONG);
        long id = last();
        assertThat(jdbc.sql("select position('081-234-5678'::bytea in contact_cipher) from correction where id = ?").param(id).query(Integer.class).single()).isZero();
        assertThat(done(get("/corrections/" + id), Cast.officerOfTheNorth()).getContentAsString()).doesNotContain("081-234-5678");
        var reading = "/corrections/" + id + "/contact/reading";
        assertThat(done(post(reading), Cast.officerOfTheNorth()).getStatus()).isEqualTo(422);
        assertThat(done(post(reading).param("reason", "สอบถามชื่อที่ถูก"), Cast.officerOfTheNorth()).getContentAsString()).contains("081-234-5678");
        assertThat(jdbc.sql("select actor || ' ' || reason from log.entry where act = 'correction.read-contact' and subject_id = ?").param(id).query(String.class).list())
                .containsExactly("somchai สอบถามชื่อที่ถูก");
        assertThat(done(post(reading).param("reason", "อยากรู้"), Cast.executive()).getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("from a programme is turned away: sent at once, with a seal of its own, or with the field filled that people don't see; what was written stays")
    void robots() throws Exception {
        var now = robots.sealOf(clock.instant());
        var yesterday = robots.sealOf(clock.instant().minus(Duration.ofHours(25)));
        for (var seal : new String[] {now, yesterday, "", "1.2.3", clock.millis() - 60_000 + ".00112233445566778899aabbccddeeff"}) {
            var answer = done(post("/corrections").param("about", aboutUnit()).param("words", WRONG).param("seal", seal), null);
            assertThat(answer.getStatus()).as(seal).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains(WRONG);
        }
        assertThat(done(post("/corrections").param("about", aboutUnit()).param("words", WRONG).param("seal", seal()).param("website", "http://spam"), null).getStatus()).isEqualTo(422);
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("comes from one address five times an hour, and no more")
    void fewFromAnAddress() throws Exception {
        for (int i = 0; i < Robots.OF_AN_ADDRESS; i++) assertThat(ask(null, aboutUnit(), "ครั้งที่ " + i).getStatus()).isEqualTo(302);
        var sixth = ask(null, aboutUnit(), WRONG);
        assertThat(sixth.getStatus()).isEqualTo(422);
        assertThat(sixth.getContentAsString()).contains("มากเกินไปในหนึ่งชั่วโมง", WRONG);
        assertThat(count()).isEqualTo(Robots.OF_AN_ADDRESS);
        address = "198.51.100.7";
        assertThat(ask(null, aboutUnit(), WRONG).getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse send(Actor actor, byte[] bytes, String name) throws Exception {
        return done(multipart("/corrections").file(new MockMultipartFile("file", name, "image/png", bytes)).param("about", aboutUnit()).param("words", WRONG).param("seal", seal()), actor);
    }

    @Test
    @DisplayName("takes a PDF, JPEG or PNG by its content, small from the public, and gives it to be saved only")
    void files() throws Exception {
        var script = send(null, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "ป้าย.png");
        assertThat(script.getStatus()).isEqualTo(422);
        assertThat(script.getContentAsString()).contains("เลือกไฟล์ PDF JPEG หรือ PNG");
        var large = new byte[Attachments.OF_THE_PUBLIC + 1];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 9);
        assertThat(send(null, large, "ใหญ่.pdf").getContentAsString()).contains("ไฟล์ใหญ่เกิน 5 MB");
        assertThat(send(null, Paper.pdfWithoutPages(), "ว่าง.pdf").getStatus()).isEqualTo(422);
        assertThat(count()).isZero();
        var pdf = Paper.pdf("ป้ายที่ทำการของ " + unit);
        assertThat(send(null, pdf, "../../ป้าย \"ที่ทำการ\".pdf").getStatus()).isEqualTo(302);
        var file = done(get("/corrections/" + last() + "/file"), Cast.recorderOfNan());
        assertThat(file.getContentAsByteArray()).isEqualTo(pdf);
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment").doesNotContain("..");
        assertThat(file.getContentType()).startsWith("application/octet-stream");
        assertThat(done(get("/files/" + jdbc.sql("select sha256 from file f join correction c on c.file_id = f.id where c.id = ?").param(last()).query(String.class).single()), Cast.centre()).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("says what is wrong with it, field by field, and keeps what was written")
    void faults() throws Exception {
        assertThat(ask(null, aboutUnit(), "  ").getContentAsString()).contains("เขียนว่าข้อมูลใดไม่ถูกต้อง", "081-234-5678");
        assertThat(ask(null, aboutUnit(), "ก".repeat(4001)).getContentAsString()).contains("ข้อความยาวเกิน 4,000 ตัวอักษร");
        assertThat(ask(null, aboutUnit(), "ก".repeat(4000) + "\0").getStatus()).isEqualTo(302);
        var reached = done(post("/corrections").param("about", aboutUnit()).param("words", WRONG).param("contact", "0".repeat(301)).param("seal", seal()), null);
        assertThat(reached.getStatus()).isEqualTo(422);
        assertThat(done(get("/corrections?state=nonsense"), Cast.centre()).getStatus()).isEqualTo(400);
    }

    private List<String> told(Actor person) {
        return jdbc.sql("select kind || ' ' || array_to_string(said_values, ' ') from message where account_id = ? and kind like 'correction.%' and said_values[1] = 'tสภาองค์กรชุมชนตำบลบ่อสวก ' || ? order by id")
                .params(person.accountId(), unit).query(String.class).list();
    }

    private void named() {
        cast.change(() -> jdbc.sql("update council set name = 'สภาองค์กรชุมชนตำบลบ่อสวก ' || unit_code where id = ?").param(council).update());
    }

    @Test
    @DisplayName("is told to those who record nearest to it, and what becomes of it to the requester with an account, step by step, with the reason of a refusal")
    void peopleAreTold() throws Exception {
        named();
        var requester = people.person("chanthra", "จันทรา ดีงาม", Role.EXECUTIVE, "province", "55");
        var recorder = people.person("malee", "มาลี แซ่ลี้", Role.RECORDER, "province", "55");
        var farAway = people.person("thong", "ทอง หนูแก้ว", Role.RECORDER, "province", "93");
        var above = people.person("kham", "คำ แก้วเมือง", Role.REGIONAL_OFFICER, "region", "N");
        people.ownPassword(requester);
        String about = "สภาองค์กรชุมชนตำบลบ่อสวก " + unit;
        ask(requester, "council:" + council, WRONG);
        assertThat(told(recorder)).containsExactly("correction.asked t" + about);
        assertThat(told(farAway)).isEmpty();
        assertThat(told(above)).isEmpty();
        assertThat(told(requester)).isEmpty();
        String steps = "/corrections/" + last() + "/steps";
        done(post(steps).param("state", "in-review"), recorder);
        done(post(steps).param("state", "refused"), recorder);
        done(post(steps).param("state", "refused").param("answer", "ตรวจกับ จส.02 แล้ว ชื่อถูกต้อง"), recorder);
        assertThat(told(requester)).containsExactly("correction.in-review t" + about, "correction.refused-saying t" + about + " tตรวจกับ จส.02 แล้ว ชื่อถูกต้อง");
        assertThat(done(get("/messages"), requester).getContentAsString()).contains("ไม่แก้ไขตามคำขอของท่าน เรื่อง " + about + " เหตุผล: ตรวจกับ จส.02 แล้ว ชื่อถูกต้อง", "/corrections/mine");
        ask(requester, "council:" + council, WRONG);
        steps = "/corrections/" + last() + "/steps";
        done(post(steps).param("state", "in-review"), recorder);
        done(post(steps).param("state", "corrected"), recorder);
        assertThat(told(requester)).last().isEqualTo("correction.corrected t" + about);
    }

    @Test
    @DisplayName("of the public tells those who record there, and nobody else: the public follows it by its address")
    void thePublicIsNotWrittenTo() throws Exception {
        var recorder = people.person("malee", "มาลี แซ่ลี้", Role.RECORDER, "province", "55");
        String counted = "select count(*) from message where kind like 'correction.%' and (kind = 'correction.asked') = ?";
        long asked = jdbc.sql(counted + " and account_id = " + recorder.accountId()).param(true).query(Long.class).single();
        long answered = jdbc.sql(counted).param(false).query(Long.class).single();
        ask(null, aboutUnit(), WRONG);
        done(post("/corrections/" + last() + "/steps").param("state", "in-review"), recorder);
        assertThat(jdbc.sql(counted + " and account_id = " + recorder.accountId()).param(true).query(Long.class).single()).isEqualTo(asked + 1);
        assertThat(jdbc.sql(counted).param(false).query(Long.class).single()).isEqualTo(answered);
    }
}
