package khabuan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import java.util.ArrayList;
import java.util.List;
import khabuan.cast.Browser;
import khabuan.cast.Cast;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoWorld
@DisplayName("Every page, at national scale")
class EveryPageTest {

    private static final String PASSWORD = "khabuan-demo-2562";
    private static final String TOKEN = "the-token-of-every-page0";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Cast cast;

    @Test
    @DisplayName("can be used by everybody, on a desk and on a phone: axe finds nothing to mend, and nothing is wider than the screen")
    void accessible() {
        long council = jdbc.sql("select c.id from council c join unit_now u on u.code = c.unit_code where u.province_code = '40' order by c.id limit 1").query(Long.class).single();
        long organisation = jdbc.sql("select o.id from organisation o join unit_now u on u.code = o.unit_code where u.province_code = '40' order by o.id limit 1").query(Long.class).single();
        long undocumented = jdbc.sql("select c.id from council c join unit_now u on u.code = c.unit_code where u.region_code = 'NE' and not exists (select from evidence e where e.record_id = c.id) order by c.id limit 1").query(Long.class).single();
        long correction = askedForCorrection(council);
        var track = "/corrections/track/" + TOKEN;
        var open = List.of("/", "/places/country/TH", "/places/region/NE", "/places/province/40", "/places/district/4001", "/places/search?q=บ้านเป็ด", "/places/search?q=ไม่มีที่นี่", "/map?share=units&as-of=2562-08-31", "/figures", "/targets?year=2562", "/figures/council.registered?as-of=2562-08-31", "/figures/council.mission?as-of=2562-08-31", "/reports", "/sign-in",
                "/corrections/new?about=place:province:40", "/corrections/new?about=figure:council.registered:country:TH", track);
        var officers = List.of("/tasks", "/tasks/council.undocumented", "/tasks/council.undocumented/" + undocumented, "/tasks/deadlines", "/doubts", "/councils", "/councils/" + council, "/councils/new", "/councils/" + council + "/correction", "/councils/" + council + "/members/new",
                "/councils/" + council + "/terms/new", "/councils/" + council + "/meetings/new", "/councils/" + council + "/missions", "/councils/" + council + "/certification",
                "/organisations", "/organisations/" + organisation, "/organisations?state=unlettered&place=province:40", "/organisations/certifications/new?state=uncertified&place=province:40", "/organisations/new", "/organisations/" + organisation + "/correction", "/import",
                "/figures/council.documented/difference?as-of=2562-08-31&since=2562-06-30", "/me", "/me/messages", "/messages",
                "/corrections", "/corrections?state=in-review", "/corrections/mine", "/corrections/" + correction, "/corrections/new?about=council:" + council);
        cast.change(() -> jdbc.sql("insert into report (kind, fiscal_year, quarter, as_of) values ('strategy-office', 2562, 3, '2019-06-30')").update());
        jdbc.sql("insert into message (account_id, kind, said_values, link, said_once_for, said_at) select id, 'work.due', array['n1012', 'cmeasure.council.undocumented.name=933;measure.council.uncertified.name=79'], '/tasks', 'every page', now() from account where name = 'officer-ne' on conflict do nothing").update();
        long report = jdbc.sql("select max(id) from report").query(Long.class).single();
        var found = new ArrayList<String>();
        try (var browser = new Browser()) {
            for (var window : List.of(browser.open(), browser.openOnAPhone())) {
                open.forEach(path -> look(window, path, found));
                signIn(window, "officer-ne");
                officers.forEach(path -> look(window, path, found));
                letters(window, organisation, found);
                signIn(window, "admin");
                List.of("/certificates", "/certificates/templates/council").forEach(path -> look(window, path, found));
                signIn(window, "centre");
                List.of("/tasks", "/tasks/ages", "/tasks/deadlines", "/reports", "/reports/" + report, "/reports/" + report + "/comparison").forEach(path -> look(window, path, found));
            }
        }
        assertThat(found).isEmpty();
    }

    /** A letter that is issued on the page of an organisation, its own page, and the public page of its code. */
    private void letters(BrowserContext window, long organisation, List<String> found) {
        var page = window.newPage();
        page.navigate(address("/organisations/" + organisation));
        var issue = page.locator("form[action='/letters'] button");
        if (issue.count() == 1) issue.click();
        else page.locator("#letters li a").first().click();
        page.waitForURL("**/letters/*");
        var verification = page.locator("a[href^='/verify/']").getAttribute("href");
        look(window, page.url().replaceAll("^http://[^/]+", ""), found);
        look(window, verification, found);
        page.close();
    }

    /** A request of the public on the unit of a council, which the token follows, being looked at. */
    private long askedForCorrection(long council) {
        cast.change(() -> {
            jdbc.sql("""
                    insert into correction (subject_kind, subject_title, place_level, place_code, unit_code, asked_on, words, file_name, contact_cipher, token_hash)
                    select 'place', u.title, 'unit', u.code, u.code, '2019-09-01', 'ชื่อประธานสภาสะกดผิด ที่ถูกคือ สมหญิง ใจงาม ดูป้ายหน้าที่ทำการ', 'ป้าย.jpg', '\\x00', sha256(:token::bytea)
                    from council c join unit_now u on u.code = c.unit_code where c.id = :council on conflict (token_hash) do nothing""").param("token", TOKEN).param("council", council).update();
            jdbc.sql("""
                    insert into correction_step (correction_id, state, on_date, by_name) select c.id, s.state, '2019-09-01', s.by from correction c,
                      (values ('received', ''), ('in-review', 'สุภาพร พลเยี่ยม')) s (state, by) where c.token_hash = sha256(:token::bytea) on conflict do nothing""").param("token", TOKEN).update();
        });
        return jdbc.sql("select id from correction where token_hash = sha256(?::bytea)").param(TOKEN).query(Long.class).single();
    }

    private void signIn(BrowserContext window, String name) {
        var page = window.newPage();
        window.clearCookies();
        page.navigate(address("/sign-in"));
        page.fill("[name=name]", name);
        page.fill("[name=password]", PASSWORD);
        page.press("[name=password]", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.close();
    }

    private void look(BrowserContext window, String path, List<String> found) {
        var page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) found.add(path + " console: " + message.text());
        });
        var answer = page.navigate(address(path));
        if (answer.status() != 200) found.add(path + " answered " + answer.status());
        new AxeBuilder(page).analyze().getViolations()
                .forEach(v -> v.getNodes().forEach(node -> found.add(path + " " + v.getId() + ": " + node.getTarget() + " " + node.getHtml())));
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth")) found.add(path + " is wider than the screen of " + page.viewportSize().width);
        page.close();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
