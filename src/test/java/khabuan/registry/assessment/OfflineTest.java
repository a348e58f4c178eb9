package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.Sessions;
import khabuan.cast.Browser;
import khabuan.cast.Cable;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessments.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** บุญมา answers on her phone, at the council's meeting place where there is no connection. */
@World
@DisplayName("An assessment on a phone without a connection")
class OfflineTest {

    @LocalServerPort int port;
    @Autowired Assessments assessments;
    @Autowired Instruments instruments;
    @Autowired Drafting drafting;
    @Autowired Sessions sessions;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    private Actor bunma;
    private Edition edition;
    private Assessment assessment;

    @BeforeEach
    void begun() {
        bunma = people.person("bunma-offline", "บุญมา ใจดี", Role.RECORDER, "province", "55");
        people.ownPassword(bunma);
        var latest = instruments.latest("council-quality", 2562).orElseThrow();
        if (latest.state() == Edition.State.DRAFT) drafting.publish(people.centreOfficer(), latest.id());
        edition = instruments.edition(latest.id());
        String unit = cast.unitInNan("อบต.", "บ่อสวก" + Long.toString(System.nanoTime(), 36));
        var council = new long[1];
        cast.change(() -> council[0] = jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('F' || ?, ?, 'สภาองค์กรชุมชนตำบลบ่อสวก', '2010-03-15') returning id").params(unit, unit).query(Long.class).single());
        assessment = assessments.begin(bunma, "", new Assessments.Beginning(edition.instrument(), council[0], "", 2562, Assessor.REGION, LocalDate.of(2019, 8, 20), null));
    }

    private Page open(BrowserContext phone, int port) {
        var answer = new MockHttpServletResponse();
        sessions.begin(new MockHttpServletRequest(), answer, bunma.accountId(), "password");
        phone.addCookies(java.util.List.of(new Cookie("khabuan-session", answer.getCookie("khabuan-session").getValue()).setUrl("http://localhost:" + port)));
        var page = phone.newPage();
        page.navigate("http://localhost:" + port + assessment.path() + "/answers");
        page.waitForSelector("form[data-ready=yes]");
        page.evaluate("navigator.serviceWorker.ready.then(r => new Promise(done => { const w = r.active; w.state === 'activated' ? done() : w.addEventListener('statechange', () => done()); }))");
        return page;
    }

    /** An item of a kind. */
    private Edition.Item item(Edition.Kind kind) {
        return edition.items().filter(i -> i.kind() == kind).findFirst().orElseThrow();
    }

    private Assessments.Answer kept(Edition.Item item) {
        return assessments.answers(assessment.id()).get(item.id());
    }

    private void await(Page page, String words) {
        page.waitForFunction("words => document.querySelector('[data-status]')?.textContent.includes(words)", words);
    }

    @Test
    @DisplayName("opens again, keeps what is answered through a closed page, and sends it by itself when there is one, each item once, by the door of the form")
    void keepsAndSends() throws IOException {
        var percentage = item(Edition.Kind.PERCENTAGE);
        var yes = item(Edition.Kind.YES_NO);
        try (var cable = new Cable(port); var browser = new Browser(); var phone = browser.openOnAPhone()) {
            var page = open(phone, cable.port());
            cable.cut();
            page.reload();
            page.fill("#item-" + percentage.id(), "85.5");
            page.fill("#note-" + percentage.id(), "นับจากใบลงชื่อ");
            page.locator("button.button[value=stay]").last().click();
            await(page, "เก็บไว้ในเครื่องนี้แล้ว");
            page.close();
            var again = phone.newPage();
            again.navigate("http://localhost:" + cable.port() + assessment.path() + "/answers");
            assertThat(again.inputValue("#item-" + percentage.id())).isEqualTo("85.5");
            assertThat(again.textContent("[data-answered]")).isEqualTo("ตอบแล้ว 1 จาก 10 ข้อ");
            again.check("input[name=item-" + yes.id() + "][value='1']");
            again.locator("button.button[value=stay]").last().click();
            await(again, "เก็บไว้ในเครื่องนี้แล้ว");
            assertThat(kept(percentage).value()).isNull();
            cable.mend();
            again.evaluate("dispatchEvent(new Event('online'))");
            await(again, "ส่งคำตอบแล้ว");
            assertThat(kept(percentage).value()).isEqualByComparingTo("85.5");
            assertThat(kept(percentage).note()).isEqualTo("นับจากใบลงชื่อ");
            assertThat(kept(yes).value()).isEqualByComparingTo("1");
            assertThat(jdbc.sql("select count(*) from log.entry where act = 'assessment.answer' and actor_id = ?").param(bunma.accountId()).query(Long.class).single()).isOne();
            again.fill("#item-" + percentage.id(), "90");
            again.locator("button.button[value=stay]").last().click();
            await(again, "ส่งคำตอบแล้ว");
            again.waitForFunction("id => document.querySelector('[name=version-' + id + ']').value === '3'", percentage.id() + "");
            assertThat(kept(percentage).value()).isEqualByComparingTo("90");
        }
    }

    @Test
    @DisplayName("keeps the photo that proves an item, through a closed page too, and sends it to that item when there is a connection; one that is no file of the field is told")
    void photos() throws IOException {
        var proved = edition.items().filter(i -> i.proof() == Edition.Proof.REQUIRED).findFirst().orElseThrow();
        String input = "#photo-" + kept(proved).id(), list = "[data-photos='" + kept(proved).id() + "']";
        try (var cable = new Cable(port); var browser = new Browser(); var phone = browser.openOnAPhone()) {
            var page = open(phone, cable.port());
            cable.cut();
            page.setInputFiles(input, new FilePayload("รายงานประจำปี.pdf", "application/pdf", Paper.pdf("รายงานประจำปี 2562")));
            page.waitForFunction("list => document.querySelector(list).textContent.includes('รอส่ง')", list);
            page.close();
            var again = phone.newPage();
            again.navigate("http://localhost:" + cable.port() + assessment.path() + "/answers");
            again.waitForFunction("list => document.querySelector(list).textContent.includes('รายงานประจำปี.pdf')", list);
            assertThat(kept(proved).files()).isZero();
            cable.mend();
            again.evaluate("dispatchEvent(new Event('online'))");
            again.waitForFunction("list => document.querySelector(list).textContent.includes('ส่งแล้ว')", list);
            assertThat(kept(proved).files()).isOne();
            assertThat(again.textContent("button[value='" + kept(proved).id() + "']")).startsWith("แนบหลักฐาน (1)");
            again.setInputFiles(input, new FilePayload("โปรแกรม.exe", "application/octet-stream", "MZ".getBytes(StandardCharsets.US_ASCII)));
            again.waitForFunction("list => document.querySelector(list).textContent.includes('โปรแกรม.exe') && !document.querySelector(list).textContent.includes('รอส่ง')", list);
            assertThat(kept(proved).files()).isOne();
            again.locator(list + " button").click();
            again.waitForFunction("list => !document.querySelector(list).textContent.includes('โปรแกรม.exe')", list);
        }
    }

    @Test
    @DisplayName("does not write over what somebody else answered meanwhile: it is told, and decided by who sees it")
    void conflict() throws IOException {
        var percentage = item(Edition.Kind.PERCENTAGE);
        try (var cable = new Cable(port); var browser = new Browser(); var phone = browser.openOnAPhone()) {
            var page = open(phone, cable.port());
            cable.cut();
            page.fill("#item-" + percentage.id(), "40");
            page.locator("button.button[value=stay]").last().click();
            await(page, "เก็บไว้ในเครื่องนี้แล้ว");
            assessments.answer(people.person("somsri-offline", "สมศรี ใจดี", Role.REGIONAL_OFFICER, "region", "N"), assessment.id(), "",
                    Map.of(percentage.id(), new Given(new BigDecimal("75"), "", kept(percentage).version())));
            cable.mend();
            page.evaluate("dispatchEvent(new Event('online'))");
            await(page, "กดบันทึกเพื่อดูว่าต้องแก้ข้อใด");
            assertThat(kept(percentage).value()).isEqualByComparingTo("75");
            page.locator("button.button[value=stay]").last().click();
            page.waitForSelector(".errors");
            assertThat(page.locator(".errors").textContent()).contains("มีผู้อื่นตอบข้อนี้เป็น 75");
            page.locator("button.button[value=stay]").last().click();
            page.waitForFunction("!document.querySelector('.errors')");
            assertThat(kept(percentage).value()).isEqualByComparingTo("40");
        }
    }

    @Test
    @DisplayName("leaves no page on the device when its owner has signed out")
    void leavesNothing() {
        try (var browser = new Browser(); var phone = browser.openOnAPhone()) {
            var page = open(phone, port);
            String kept = "async path => Boolean(await caches.match(path))", path = assessment.path() + "/answers";
            assertThat(page.evaluate(kept, path)).isEqualTo(true);
            phone.clearCookies();
            page.navigate("http://localhost:" + port + "/sign-in");
            page.waitForFunction("async path => !(await caches.match(path))", path);
            assertThat(page.evaluate(kept, path)).isEqualTo(false);
        }
    }
}
