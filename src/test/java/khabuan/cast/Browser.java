package khabuan.cast;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, driven by a test: {@code try (var browser = new Browser()) { var page = browser.open().newPage(); … }}. */
public final class Browser implements AutoCloseable {

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(programme()).setArgs(List.of("--no-sandbox")));

    private static Path programme() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: apt-get install chromium"));
    }

    /** A browser window of a person of its own. */
    public BrowserContext open() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("th-TH").setTimezoneId("Asia/Bangkok"));
    }

    /** The same on a phone. */
    public BrowserContext openOnAPhone() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("th-TH").setTimezoneId("Asia/Bangkok").setViewportSize(390, 844).setHasTouch(true).setIsMobile(true));
    }

    /** The same where scripts are off. */
    public BrowserContext openWithoutScripts() {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("th-TH").setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
