package khabuan.base.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Sessions;
import khabuan.cast.Browser;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@World
@DisplayName("The pages of an import")
class IntakeBrowserTest {

    private static final String HEADINGS = "code,dla_code,type,name_th,district_code\n";

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    Sessions sessions;
    @Autowired
    JdbcClient jdbc;
    private final List<String> found = new ArrayList<>();

    private String key() {
        var account = people.centreOfficer();
        people.ownPassword(account);
        var answer = new MockHttpServletResponse();
        sessions.begin(new MockHttpServletRequest(), answer, account.accountId(), "password");
        return answer.getCookie("khabuan-session").getValue();
    }

    @Test
    @DisplayName("lead from the file over faults and notes to what was written, and can be used by everybody, on a desk and on a phone")
    void accessible() {
        String key = key();
        try (var browser = new Browser()) {
            walk(browser.open(), key, "5696");
            walk(browser.openOnAPhone(), key, "5697");
        }
        assertThat(found).isEmpty();
    }

    /** @param code the first digits of the units that this walk brings */
    private void walk(BrowserContext window, String key, String code) {
        window.addCookies(List.of(new Cookie("khabuan-session", key).setUrl("http://localhost:" + port)));
        var page = window.newPage();
        page.navigate("http://localhost:" + port + "/import");
        look(page, "upload");
        page.locator("form.panel button").click();
        page.waitForSelector(".errors");
        look(page, "upload with nothing chosen");
        send(page, HEADINGS + code + "01," + code + "999,อบต.,ดงเจน,5601\n" + code + "02," + code + "999,ทต.,ดงเจน,5601\n" + code + "03,,ตำบล,บ้านตุ่น,9999\n");
        page.waitForSelector("#faults-title");
        assertThat(page.locator("#notes-title").count()).isEqualTo(1);
        look(page, "preview with faults and notes");
        page.navigate("http://localhost:" + port + "/import");
        send(page, HEADINGS + code + "01," + code + "999,อบต.,ดงเจน,5601\n" + code + "02," + code + "999,ทต.,ดงเจน,5601\n");
        page.waitForSelector("form[action$=confirmation] button").click();
        page.waitForSelector("#notes-title:has-text('ข้อสังเกต')");
        page.waitForFunction("document.querySelector('#outcome-title')?.textContent === 'บันทึกแล้ว'");
        look(page, "finished");
        unfinished(page);
        assertThat(jdbc.sql("select count(*) from unit where code in (?, ?)").params(code + "01", code + "02").query(Long.class).single()).isEqualTo(2);
    }

    private static void send(Page page, String content) {
        page.selectOption("[name=kind]", "units");
        page.setInputFiles("[name=file]", new FilePayload("อปท.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.locator("form.panel button").click();
        page.waitForSelector("#outcome-title");
    }

    /** The same page while the work goes on. */
    private void unfinished(Page page) {
        long job = Long.parseLong(page.url().replaceAll(".*/", ""));
        jdbc.sql("update job set ended_at = null, phase = 'writing' where id = ?").param(job).update();
        page.reload();
        page.waitForSelector("#state[aria-live]");
        look(page, "progress");
        jdbc.sql("update job set ended_at = clock_timestamp() where id = ?").param(job).update();
        page.waitForSelector("#outcome-title");
    }

    private void look(Page page, String what) {
        new AxeBuilder(page).analyze().getViolations().forEach(v -> found.add(what + ": " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")) found.add(what + " is wider than its window");
    }
}
