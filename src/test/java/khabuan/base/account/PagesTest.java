package khabuan.base.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@World
@DisplayName("The pages of accounts and of the log")
class PagesTest {

    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    Sessions sessions;

    /** The key of a session of the administrator, who has chosen a password. */
    private String administratorsKey() {
        var account = people.administrator();
        people.places();
        people.ownPassword(account);
        var answer = new MockHttpServletResponse();
        sessions.begin(new MockHttpServletRequest(), answer, account.accountId(), "password");
        return answer.getCookie("khabuan-session").getValue();
    }

    @Test
    @DisplayName("can be used by everybody, on a desk and on a phone: axe finds nothing to mend, and nothing is wider than a phone")
    void accessible() {
        long wipha = people.administrator().accountId();
        String key = administratorsKey();
        var found = new ArrayList<String>();
        try (var browser = new Browser()) {
            for (var window : List.of(browser.open(), browser.openOnAPhone())) {
                for (var path : List.of("/sign-in", "/me", "/me/password", "/accounts", "/accounts/new", "/accounts/" + wipha, "/log", "/no-such-page")) look(window, path, key, found);
            }
        }
        assertThat(found).isEmpty();
    }

    private void look(BrowserContext window, String path, String key, List<String> found) {
        window.addCookies(List.of(new Cookie("khabuan-session", key).setUrl("http://localhost:" + port)));
        var page = window.newPage();
        page.navigate("http://localhost:" + port + path);
        if (!page.url().endsWith(path)) found.add(path + " led to " + page.url());
        new AxeBuilder(page).analyze().getViolations().forEach(v -> found.add(path + ": " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")) found.add(path + " is wider than its window");
        page.close();
    }

    @Test
    @DisplayName("of errors are our own, also where the doors refuse")
    void errorsAreOurOwn() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var refused = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/accounts")).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("ท่านไม่มีสิทธิทำรายการนี้").doesNotContain("Whitelabel", "Exception");
            var missing = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/no-such-page")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body()).contains("ไม่พบหน้าที่ขอ").doesNotContain("นอกขอบเขต");
        }
    }
}
