package khabuan.base.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Prints a document as HTML: a fragment for a page of the product, or a page by itself. */
@Component
public class HtmlPrinter implements Printer {

    @Override
    public Format format() {
        return Format.HTML;
    }

    /** The document without a frame, in an article of class "document"; the page that shows it links /css/document.css. */
    public String fragment(Document document) {
        var markup = new PageMarkup(document);
        markup.tag("<article class=\"document\" lang=\"th\">");
        if (!document.cover().isEmpty()) cover(document, markup);
        markup.blocks(document.blocks()).tag("</article>");
        return markup.out.toString();
    }

    private static void cover(Document document, Markup markup) {
        markup.tag("<header class=\"cover\">");
        for (int i = 0; i < document.cover().size(); i++) {
            markup.tag("<p class=\"", i == 0 ? "cover-title" : "cover-line", "\">");
            markup.text(document.cover().get(i));
            markup.tag("</p>");
        }
        markup.tag("</header>");
    }

    /** A page that needs no other file; the typeface is the reader's own. */
    @Override
    public void print(Document document, OutputStream out) throws IOException {
        String notice = document.notice().isEmpty() ? "" : "<p class=\"notice\">" + Markup.escaped(document.digits().in(document.notice())) + "</p>";
        out.write("""
                <!DOCTYPE html>
                <html lang="th"><head><meta charset="UTF-8"/><meta name="viewport" content="width=device-width"/><title>%s</title><style>
                %s</style></head><body class="alone">%s%s</body></html>
                """.formatted(Markup.escaped(document.digits().in(document.title())), read("static/css/document.css"), notice, fragment(document))
                .getBytes(StandardCharsets.UTF_8));
    }

    static String read(String resource) {
        try (var file = HtmlPrinter.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
