package khabuan.base.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.Role;
import khabuan.base.record.Author;
import khabuan.cast.Browser;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("A passkey")
class PasskeyTest {

    private static final String OWN = "กระต่ายสามตัวบนเขา";
    @LocalServerPort
    int port;
    @Autowired
    People people;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** A device that holds keys and always says yes, as a finger on the sensor does. */
    private static void addDevice(Page page) {
        var device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var yes : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) options.addProperty(yes, true);
        var wrapped = new JsonObject();
        wrapped.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", wrapped);
    }

    private void signIn(Page page, String name, String password) {
        page.navigate("http://localhost:" + port + "/sign-in?to=/me");
        page.getByLabel("ชื่อผู้ใช้").fill(name);
        page.getByLabel("รหัสผ่าน").fill(password);
        page.getByRole(AriaRole.BUTTON, named("เข้าสู่ระบบ")).click();
    }

    @Test
    @DisplayName("is made on one's own page and signs in without a password, until it is withdrawn; the strict policy of the pages is kept")
    void registersAndSignsIn() {
        var person = people.person("duangjai", "ดวงใจ บุญช่วย", Role.RECORDER, "province", "40");
        String first = accounts.reset(Author.programme("tests"), person.accountId());
        try (var browser = new Browser()) {
            var page = browser.open().newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> { if (message.type().equals("error") && message.text().contains("Content Security Policy")) complaints.add(message.text()); });
            addDevice(page);
            signIn(page, "duangjai", first);
            assertThat(page).hasTitle(java.util.regex.Pattern.compile("^เปลี่ยนรหัสผ่าน"));
            page.getByLabel("รหัสผ่านเดิม").fill(first);
            page.getByLabel("รหัสผ่านใหม่", new Page.GetByLabelOptions().setExact(true)).fill(OWN);
            page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(OWN);
            page.getByRole(AriaRole.BUTTON, named("เปลี่ยนรหัสผ่าน")).click();

            page.getByLabel("ชื่ออุปกรณ์").fill("โทรศัพท์ของดวงใจ");
            page.getByRole(AriaRole.BUTTON, named("เพิ่มพาสคีย์ในเครื่องนี้")).click();
            assertThat(page.getByText("โทรศัพท์ของดวงใจ")).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pages/me.png")).setFullPage(true));
            page.getByRole(AriaRole.BUTTON, named("ออกจากระบบ")).click();

            page.navigate("http://localhost:" + port + "/sign-in?to=/me");
            page.getByRole(AriaRole.BUTTON, named("เข้าด้วยพาสคีย์")).click();
            assertThat(page.locator("main h1")).hasText("บัญชีของฉัน");
            assertThat(jdbc.sql("select reason from log.entry where act = 'access.sign-in' and actor = 'duangjai' order by id desc limit 1").query(String.class).single()).isEqualTo("passkey");

            page.getByRole(AriaRole.BUTTON, named("ยกเลิกพาสคีย์")).click();
            page.getByRole(AriaRole.BUTTON, named("ออกจากระบบ")).click();
            page.navigate("http://localhost:" + port + "/sign-in?to=/me");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pages/sign-in.png")).setFullPage(true));
            page.getByRole(AriaRole.BUTTON, named("เข้าด้วยพาสคีย์")).click();
            assertThat(page.locator("form[data-passkey] [role=status]")).hasText("ใช้พาสคีย์นี้ไม่ได้ ลองอีกครั้ง หรือเข้าด้วยรหัสผ่าน");
            assertThat(complaints).isEmpty();
        }
    }
}
