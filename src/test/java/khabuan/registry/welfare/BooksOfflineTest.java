package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.Sessions;
import khabuan.base.money.Baht;
import khabuan.base.money.Periods;
import khabuan.base.person.Person;
import khabuan.cast.Browser;
import khabuan.cast.Cable;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The treasurer goes from house to house, where there is no connection. */
@World
@DisplayName("The books of a fund on a small phone without a connection")
class BooksOfflineTest {

    private static final LocalDate SINCE = LocalDate.of(2018, 10, 1);
    private static final String KEPT = "เก็บไว้ในเครื่องนี้แล้ว";
    @LocalServerPort int port;
    @Autowired Funds funds;
    @Autowired FundBooks books;
    @Autowired Roster roster;
    @Autowired Claims claims;
    @Autowired Periods periods;
    @Autowired Sessions sessions;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired People people;
    private String unit;
    private long fund, claim;
    private Actor treasurer;

    @BeforeEach
    void fortyMembersAndAClaimThatIsApproved() {
        unit = cast.unitInNan("อบต.", "นาซาว" + Long.toString(System.nanoTime(), 36));
        fund = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนตำบลนาซาว", LocalDate.of(2009, 5, 4))).id();
        books.open(Cast.recorderOfNan(), fund, SINCE, new Figures(0, Map.of(), 0, null, Map.of(Source.MEMBERS, Baht.of(90_000)), Map.of()), Baht.of(5_000), new FundBooks.Due(SINCE, "monthly", Baht.of(30)), Map.of());
        treasurer = keeper("treasurer");
        var chair = keeper("chair");
        for (int i = 1; i <= 40; i++) roster.join(treasurer, fund, "", new Person.Details(unit, "สมาชิก " + Cast.surname(), "", ""), "", 1, SINCE);
        long rule = claims.promise(treasurer, fund, new Claims.Rule(0, Benefit.SICKNESS, SINCE, null, 6, false, Baht.of(500), List.of(), Baht.ZERO, 2, null, List.of("ใบรับรองแพทย์")));
        claim = claims.ask(treasurer, fund, "", 7, rule, LocalDate.of(2019, 8, 20), null, "นอนโรงพยาบาล 2 คืน");
        claims.check(treasurer, fund, claim, List.of("ใบรับรองแพทย์"));
        claims.approve(chair, fund, claim);
    }

    private Actor keeper(String office) {
        var actor = people.person(office + System.nanoTime(), "กรรมการกองทุน", Role.FUND_COMMITTEE, "unit", unit);
        cast.change(() -> jdbc.sql("insert into welfare_keeper (fund_id, account_id, office, since) values (?, ?, ?, ?)").params(fund, actor.accountId(), office, SINCE).update());
        return actor;
    }

    private void signIn(BrowserContext phone, Actor person, int port) {
        people.ownPassword(person);
        var answer = new MockHttpServletResponse();
        sessions.begin(new MockHttpServletRequest(), answer, person.accountId(), "password");
        phone.addCookies(List.of(new Cookie("khabuan-session", answer.getCookie("khabuan-session").getValue()).setUrl("http://localhost:" + port)));
    }

    private Page open(BrowserContext phone, int port) {
        signIn(phone, treasurer, port);
        var page = phone.newPage();
        page.setViewportSize(360, 740);
        page.navigate("http://localhost:" + port + "/funds/" + fund + "/books?month=2562-08");
        page.waitForSelector("form[data-ready=yes]");
        page.navigate("http://localhost:" + port + "/funds/" + fund + "/books");
        page.waitForSelector("form[data-ready=yes]");
        page.evaluate("navigator.serviceWorker.ready.then(r => new Promise(done => { const w = r.active; w.state === 'activated' ? done() : w.addEventListener('statechange', () => done()); }))");
        return page;
    }

    private static void keptBy(Page page) {
        page.waitForFunction("words => [...document.querySelectorAll('[data-status]')].some(s => s.textContent.includes(words))", KEPT);
    }

    private Baht cash() {
        return books.standing(fund, FundAccounts.CASH);
    }

    private int collections() {
        return jdbc.sql("select count(*) from welfare_collection where fund_id = ? and withdrawn_on is null").param(fund).query(Integer.class).single();
    }

    @Test
    @DisplayName("collect from forty members, pay a claim and close the month; when it comes back all is there once, in that order")
    void wholeEvening() throws Exception {
        try (var cable = new Cable(port); var browser = new Browser(); var phone = browser.openOnAPhone()) {
            var page = open(phone, cable.port());
            String at = "http://localhost:" + cable.port() + "/funds/" + fund + "/books";
            cable.cut();
            page.navigate(at + "/months/2562-08/1");
            page.click("[data-tick-all]");
            assertThat(page.textContent("[data-sum]")).isEqualTo("40 คน รวม 1,200.00 บาท");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
            page.uncheck("input[name=paid][value='13']");
            page.reload();
            assertThat(page.textContent("[data-sum]")).isEqualTo("39 คน รวม 1,170.00 บาท");
            page.check("input[name=paid][value='13']");
            page.click(".tally button");
            keptBy(page);
            page.navigate(at + "/claims/" + claim);
            page.click("form[data-offline] button");
            keptBy(page);
            page.navigate(at);
            page.click("form[data-offline] button");
            keptBy(page);
            assertThat(collections()).isZero();
            cable.mend();
            page.evaluate("dispatchEvent(new Event('online'))");
            page.waitForFunction("() => document.querySelector('#closing').parentElement.textContent.includes('ปิดบัญชีถึง 31 สิงหาคม 2562') && !document.querySelector('form[action$=\"/close\"]')");
            assertThat(collections()).isOne();
            assertThat(jdbc.sql("select members from welfare_collection where fund_id = ?").param(fund).query(Integer.class).single()).isEqualTo(40);
            assertThat(claims.at(fund, claim).state()).isEqualTo("paid");
            assertThat(cash()).isEqualTo(Baht.of(5_000 + 1_200 - 500));
            assertThat(periods.closedUntil(FundAccounts.book(fund))).contains(LocalDate.of(2019, 8, 31));
            page.evaluate("dispatchEvent(new Event('online'))");
            page.reload();
            assertThat(cash()).isEqualTo(Baht.of(5_700));
            assertThat(jdbc.sql("select count(*) from log.entry where act in ('welfare.collect', 'welfare.pay', 'ledger.close') and actor_id = ?").param(treasurer.accountId()).query(Integer.class).single()).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("are nobody else's: another committee is told that there are none, and who certifies sees the sums and no person")
    void others() {
        try (var browser = new Browser(); var phone = browser.openOnAPhone()) {
            signIn(phone, people.person("stranger" + System.nanoTime(), "กรรมการกองทุนอื่น", Role.FUND_COMMITTEE, "unit", unit), port);
            var page = phone.newPage();
            for (var path : List.of("", "/months/2562-08/1", "/members", "/members/7", "/claims/" + claim, "/rules")) assertThat(page.navigate("http://localhost:" + port + "/funds/" + fund + "/books" + path).status()).as(path).isEqualTo(404);
            signIn(phone, people.person("certifier" + System.nanoTime(), "เจ้าหน้าที่ภาคเหนือ", Role.REGIONAL_OFFICER, "region", "N"), port);
            page.navigate("http://localhost:" + port + "/funds/" + fund + "/books?month=2562-08");
            assertThat(page.textContent("main")).contains("5,000.00").contains("จ่ายแล้ว 0 จาก 40 คน").doesNotContain("สมาชิก ณ").doesNotContain("กรรมการกองทุน");
            assertThat(page.navigate("http://localhost:" + port + "/funds/" + fund + "/books/members").status()).isEqualTo(403);
        }
    }
}
