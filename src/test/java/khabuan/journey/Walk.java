package khabuan.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import khabuan.cast.Browser;

/** A walk through the pages with open eyes: each is looked at as wide as a desk and as narrow as a phone, and what is wrong is noted. */
final class Walk implements AutoCloseable {

    private static final int DESK = 1280, PHONE = 360, HEIGHT = 900;
    /** Asks axe for what is wrong, and for nothing else. Contrast, which takes the longest, is asked of one text for each way in which texts are painted (colour, size, weight, and what lies behind them) that was not met before:
     *  what is painted alike is read alike. @return what is wrong, and after it the ways that are new */
    private static final String ASK = """
            async met => {
              const found = r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.html));
              const all = await axe.run({resultTypes: ['violations'], rules: {'color-contrast': {enabled: false}}});
              const behind = new Map(), fresh = new Map();
              const ground = e => {
                if (!e) return '';
                if (!behind.has(e)) {
                  const s = getComputedStyle(e), over = ground(e.parentElement), bare = s.backgroundColor === 'rgba(0, 0, 0, 0)' && s.backgroundImage === 'none' && s.opacity === '1';
                  behind.set(e, bare ? over : over + '/' + s.backgroundColor + s.backgroundImage + s.opacity);
                }
                return behind.get(e);
              };
              for (const e of document.body.querySelectorAll('*')) {
                const speaks = e.matches('input, select, textarea, button') || [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                if (!speaks || !e.checkVisibility()) continue;
                const s = getComputedStyle(e), way = [s.color, s.fontSize, s.fontWeight, s.textShadow, ground(e)].join(' ');
                if (!met.includes(way) && !fresh.has(way)) fresh.set(way, e);
              }
              const faint = fresh.size ? await axe.run({include: [...fresh.values()]}, {resultTypes: ['violations'], runOnly: ['color-contrast']}) : {violations: []};
              return [[...found(all), ...found(faint)], [...fresh.keys()]];
            }""";
    private static final String AXE = axe();
    private final Browser browser = new Browser();
    private final BrowserContext window = browser.open();
    private final Page page = window.newPage();
    private final String house;
    private final List<String> found = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> met = new ArrayList<>();

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Walk(int port) {
        house = "http://localhost:" + port;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) told.add(message.text());
        });
    }

    /** What is wrong, page by page. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** The addresses that were looked at, without what follows "?". */
    TreeSet<String> seen() {
        return seen;
    }

    Page page() {
        return page;
    }

    /** Goes on as somebody else. @param key of a session; "" for the public */
    void as(String key) {
        window.clearCookies();
        if (!key.isEmpty()) window.addCookies(List.of(new Cookie("khabuan-session", key).setUrl(house)));
    }

    void see(String... paths) {
        for (var path : paths) see(path, 200);
    }

    /** Opens a page, which answers with this status, and looks at it. */
    void see(String path, int status) {
        told.clear();
        look(path, page.navigate(house + path), status);
    }

    /** Opens a page, sends one of its forms with nothing filled in, and looks at the answer. @param form its address */
    void sendEmpty(String path, String form) {
        page.navigate(house + path);
        var sent = page.locator("form[method=post][action='" + form + "']");
        if (sent.count() == 0) {
            found.add(path + " has no form " + form);
            return;
        }
        sent.first().evaluate("f => f.querySelectorAll('input:not([type=hidden]), textarea').forEach(i => { i.value = i.type === 'radio' || i.type === 'checkbox' ? i.value : ''; i.checked = false; })");
        send(path + " sent empty", sent.first(), 422);
        if (page.locator(".errors").count() != 1) found.add(path + " sent empty tells no fault");
        for (var lost : (List<?>) page.evaluate("[...document.querySelectorAll('.errors a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"))
            found.add(path + " sent empty: a fault leads to a field that is not there: " + lost);
    }

    /** Sends a form by its gravest button and looks at the answer. */
    @SuppressWarnings("deprecation")
    void send(String what, com.microsoft.playwright.Locator form, int status) {
        told.clear();
        look(what, page.waitForNavigation(() -> form.evaluate("f => f.requestSubmit(f.querySelector('button.danger') ?? f.querySelector('button:not([type=button])'))")), status);
    }

    /** Looks at the page that stands open. */
    private void look(String what, Response answer, int status) {
        page.waitForLoadState();
        page.evaluate(AXE);
        seen.add(URI.create(page.url()).getPath());
        if (answer.status() != status) found.add(what + " at " + page.url() + " answered " + answer.status() + ": " + page.locator("main, body").first().innerText().lines().limit(6).toList());
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, HEIGHT);
            var answered = (List<?>) page.evaluate(ASK, met);
            for (var fault : (List<?>) answered.get(0)) found.add(what + " at " + width + ", " + fault);
            for (var way : (List<?>) answered.get(1)) met.add((String) way);
            if ((int) page.evaluate("document.documentElement.scrollWidth") > width) found.add(what + " is wider than a screen of " + width);
            if (width == DESK && (boolean) page.evaluate("document.querySelector('.nav').offsetHeight > 56")) found.add(what + ": the navigation takes two lines");
        }
        told.stream().filter(words -> !words.contains("status of " + status)).forEach(words -> found.add(what + " console: " + words));
    }

    /** Whether an entry of the navigation is marked as the one that this page stands under. */
    boolean isMarked() {
        return page.locator(".nav a[aria-current]").count() == 1;
    }

    @Override
    public void close() {
        browser.close();
    }
}
