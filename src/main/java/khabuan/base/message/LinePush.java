package khabuan.base.message;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A push in the format of the LINE Messaging API: KHABUAN_LINE_TOKEN, and KHABUAN_LINE_URL for another address of the same format; off without a token.
 *  The retry key lets the other side take a repeated push once. */
@Component
class LinePush implements Channel {

    private static final int LONGEST = 5000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final JsonMapper json = new JsonMapper();
    private final String url;
    private final String token;

    LinePush(@Value("${khabuan.line-url:}") String url, @Value("${khabuan.line-token:}") String token) {
        this.url = url.isBlank() ? "https://api.line.me/v2/bot/message/push" : url.strip();
        this.token = token.strip();
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public boolean isOn() {
        return !token.isEmpty();
    }

    @Override
    public Duration knowsAgain() {
        return Duration.ofHours(23);
    }

    @Override
    public String address(Preference preference) {
        return preference.line();
    }

    @Override
    public Line open() {
        return new Open(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    private final class Open implements Line {

        private final HttpClient client;

        Open(HttpClient client) {
            this.client = client;
        }

        @Override
        public void send(Letter letter, Runnable handing) {
            String text = letter.text().length() <= LONGEST ? letter.text() : letter.text().substring(0, LONGEST - 1) + "…";
            var body = json.writeValueAsString(Map.of("to", letter.to(), "messages", List.of(Map.of("type", "text", "text", text))));
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).header("Content-Type", "application/json").header("Authorization", "Bearer " + token)
                    .header("X-Line-Retry-Key", letter.token().toString()).POST(BodyPublishers.ofString(body)).build();
            handing.run();
            judge(status(request));
        }

        private int status(HttpRequest request) {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode();
            } catch (IOException e) {
                throw new Unreachable("The webhook can't be reached (" + e.getClass().getSimpleName() + ").", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unreachable("The server is being stopped.", e);
            }
        }

        /** 409 says that it was taken before. */
        private static void judge(int status) {
            if (status / 100 == 2 || status == 409) return;
            throw new NotTaken("webhook:" + status, status / 100 == 4 && status != 429);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
