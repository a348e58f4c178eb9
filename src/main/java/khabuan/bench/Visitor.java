package khabuan.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Somebody with a browser: asks for compressed pages, signs in, and fetches what a page needs. */
final class Visitor {

    private static final Pattern LINKED = Pattern.compile("<(?:link[^>]+href|script[^>]+src|img[^>]+src)=\"(/[^\"]+)\"");
    private static final Pattern FONT = Pattern.compile("url\\([\"']?([^\"')]+)[\"']?\\)");
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;

    Visitor(String origin) {
        this.origin = origin;
    }

    /** What came over the wire, as it came. */
    record Answer(int status, byte[] wire, String encoding, String caching) {

        String text() {
            try {
                return new String(encoding.equals("gzip") ? new GZIPInputStream(new ByteArrayInputStream(wire)).readAllBytes() : wire, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws IllegalStateException when the answer is another than 200 */
    Answer get(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Encoding", "gzip").header("Accept-Language", "th"));
        if (answer.status != 200) throw new IllegalStateException(path + " answered " + answer.status);
        return answer;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> r = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(r.statusCode(), r.body(), r.headers().firstValue("Content-Encoding").orElse(""), r.headers().firstValue("Cache-Control").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs in with a name of the demonstration. */
    Visitor signIn(String name) {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/sign-in").text());
        if (!token.find()) throw new IllegalStateException("The sign-in page has no form.");
        String form = "name=" + name + "&password=khabuan-demo-2562&to=%2F&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        var answer = send(HttpRequest.newBuilder(URI.create(origin + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.status / 100 != 3) throw new IllegalStateException("Signing in as " + name + " answered " + answer.status);
        return this;
    }

    /** A page and all that it names: styles, scripts, pictures, and the fonts of its styles, each once, as somebody fetches it who comes for the first time. */
    Map<String, Answer> withAssets(String path) {
        var all = new LinkedHashMap<String, Answer>();
        all.put(path, get(path));
        for (var linked : found(LINKED, all.get(path).text())) all.put(linked, get(linked));
        for (var style : Set.copyOf(all.keySet()))
            if (style.endsWith(".css")) for (var font : found(FONT, all.get(style).text())) {
                String address = URI.create(style).resolve(font).toString();
                if (address.startsWith("/")) all.computeIfAbsent(address, this::get);
            }
        return all;
    }

    static Set<String> found(Pattern pattern, String text) {
        var found = new LinkedHashSet<String>();
        pattern.matcher(text).results().forEach(m -> found.add(m.group(1).replace("&amp;", "&")));
        return found;
    }
}
