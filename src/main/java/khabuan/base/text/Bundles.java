package khabuan.base.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The message bundles: i18n/ROOM_th.properties and i18n/ROOM_en.properties, a pair for each room. */
@Component
public class Bundles {

    public static final Locale THAI = Locale.of("th");
    private final Map<String, Words> languages = new HashMap<>();

    Bundles(ObjectProvider<Coined> coined) {
        for (var language : new Locale[] {THAI, Locale.ENGLISH}) languages.put(language.getLanguage(), load(language, coined));
    }

    /** The words of a language; Thai for any that the product doesn't speak. */
    public Words in(Locale language) {
        return languages.getOrDefault(language.getLanguage(), languages.get("th"));
    }

    private static Words load(Locale language, ObjectProvider<Coined> coined) {
        var messages = new HashMap<String, String>();
        try {
            for (var bundle : new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*_" + language.getLanguage() + ".properties")) {
                var read = new Properties();
                try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(reader);
                }
                read.forEach((key, message) -> {
                    if (messages.putIfAbsent((String) key, (String) message) != null)
                        throw new IllegalStateException("The message " + key + " stands in two bundles.");
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(language, messages, coined::stream);
    }
}
