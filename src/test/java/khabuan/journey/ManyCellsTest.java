package khabuan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.Sessions;
import khabuan.cast.Browser;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DemoWorld
@DisplayName("A table of a hundred thousand cells")
class ManyCellsTest {

    private static final String ALL = "/explore?measure=organisation.registered&rows=unit&columns=quarter&span=14";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired JdbcClient jdbc;

    private Page opened(BrowserContext window) {
        var answer = new MockHttpServletResponse();
        sessions.begin(new MockHttpServletRequest(), answer, accounts.find("executive").orElseThrow().id(), "password");
        window.addCookies(List.of(new Cookie("khabuan-session", answer.getCookie("khabuan-session").getValue()).setUrl("http://localhost:" + port)));
        var page = window.newPage();
        page.navigate("http://localhost:" + port + ALL);
        return page;
    }

    @Test
    @DisplayName("draws only the lines in sight; its last line is there when it is scrolled to, and each figure leads to its page")
    void scrolled() {
        try (var browser = new Browser()) {
            var page = opened(browser.open());
            page.waitForSelector(".windowed [data-line='0']");
            long units = jdbc.sql("select count(*) from unit where ended_on is null").query(Long.class).single();
            assertThat(Long.parseLong(page.locator(".pivot table").getAttribute("aria-rowcount"))).isGreaterThanOrEqualTo(units + 3);
            page.evaluate("document.querySelector('.pivot').scrollTop = 1e9");
            page.waitForFunction("() => document.querySelector(`.pivot [aria-rowindex='${document.querySelector('.pivot table').ariaRowCount - 1}']`)");
            assertThat(page.locator(".pivot tbody tr").count()).isLessThan(80);
            var figure = page.locator(".pivot tbody tr[data-line] td a").last();
            var shown = figure.textContent();
            figure.evaluate("a => location.assign(a.href)");
            page.waitForURL("**/figures/**");
            assertThat(page.locator(".figure-total b").textContent()).isEqualTo(shown);
        }
    }

    @Test
    @DisplayName("is walked through with the arrow keys")
    void keys() {
        try (var browser = new Browser()) {
            var page = opened(browser.open());
            page.waitForSelector(".windowed [data-line='0']");
            page.locator("[data-line='0'] td a").first().focus();
            for (int i = 0; i < 60; i++) page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            assertThat(page.evaluate("document.activeElement.closest('tr').dataset.line + ' ' + document.activeElement.closest('td').cellIndex")).isEqualTo("60 2");
            assertThat((boolean) page.evaluate("(() => { const cell = document.activeElement.getBoundingClientRect(), frame = document.querySelector('.pivot').getBoundingClientRect(); return cell.top > frame.top && cell.bottom < frame.bottom; })()")).isTrue();
        }
    }

    @Test
    @DisplayName("stands with its first lines where scripts are off, beside the files that have them all")
    void withoutScripts() {
        try (var browser = new Browser()) {
            var page = opened(browser.openWithoutScripts());
            assertThat(page.locator(".pivot tbody tr").count()).isEqualTo(200);
            assertThat(page.locator("a[href^='/explore.csv']").count()).isEqualTo(1);
        }
    }
}
