package khabuan.insight.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.stream.Stream;
import khabuan.base.print.Block.Heading;
import khabuan.base.print.Block.Paragraph;
import khabuan.base.print.Run;

/** The wording of an official document: in Thai, by key. */
final class Wording {

    private final Properties texts = new Properties();

    /** @param report the name of its file beside this class's resources */
    Wording(String report) {
        try (var reader = new InputStreamReader(Wording.class.getResourceAsStream("/khabuan/insight/report/" + report + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws NoSuchElementException when the document has no such text */
    String of(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) throw new NoSuchElementException("The report has no text " + key + ".");
        for (int i = 0; i < values.length; i++) text = text.replace("{" + i + "}", values[i].toString());
        return text;
    }

    /** A text whose places are filled by runs: figures that open, or plain strings. */
    Stream<Run> runs(String key, Object... values) {
        return Run.fill(of(key), Arrays.stream(values).map(v -> v instanceof Run run ? run : Run.plain(v.toString())).toArray(Run[]::new)).stream();
    }

    Paragraph paragraph(String key, Object... values) {
        return new Paragraph(runs(key, values).toList(), khabuan.base.print.Block.Manner.BODY);
    }

    Heading heading(int level, String key, Object... values) {
        return new Heading(level, key.matches("(?:[1-5]|w\\d)(\\.\\d)?") ? key.replace("w", "") + (key.contains(".") ? "" : ".") : "", of(key, values), "s-" + key.replace('.', '-'));
    }
}
