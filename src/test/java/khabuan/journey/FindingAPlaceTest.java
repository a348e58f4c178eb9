package khabuan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import khabuan.cast.Browser;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoWorld
@DisplayName("Finding a place")
class FindingAPlaceTest {

    @LocalServerPort
    int port;

    @Test
    @DisplayName("needs no mouse: type, arrow down, Enter; Escape leads back to what was typed; the open list is fit for everybody")
    void byKeyboard() {
        try (var browser = new Browser()) {
            var page = browser.open().newPage();
            page.navigate("http://localhost:" + port + "/places/country/TH");
            var box = page.locator("input[name=q]");
            box.pressSequentially("อ.เมือง จ.ราชบุรี");
            PlaywrightAssertions.assertThat(page.locator(".hits a").first()).containsText("เมืองราชบุรี");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            box.press("ArrowDown");
            PlaywrightAssertions.assertThat(page.locator(".hits a").first()).isFocused();
            page.keyboard().press("Escape");
            PlaywrightAssertions.assertThat(box).isFocused();
            box.press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/places/district/7001");
        }
    }

    @Test
    @DisplayName("needs no scripts: the form leads to a page of what was found")
    void withoutScripts() {
        try (var browser = new Browser(); var window = browser.openWithoutScripts()) {
            var page = window.newPage();
            page.navigate("http://localhost:" + port + "/places/country/TH");
            page.locator("input[name=q]").fill("ปทุมรัตน์");
            page.locator("input[name=q]").press("Enter");
            PlaywrightAssertions.assertThat(page.locator(".hits a").first()).containsText("ปทุมรัตต์");
        }
    }
}
