package khabuan.base.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Frame;
import khabuan.base.print.SheetWriter;
import khabuan.base.record.Changes;
import khabuan.base.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The lines that a search of the log finds, all of them, as a file; taking them away stands in the log too. */
@Controller
@Needs(Right.AUDIT)
class LogExport {

    private static final List<String> COLUMNS = List.of("line", "when", "who", "act-word", "act", "why", "kind", "id", "page", "address");
    private final Log log;
    private final Changes changes;

    LogExport(Log log, Changes changes) {
        this.log = log;
        this.changes = changes;
    }

    @GetMapping("/log.csv")
    void csv(LogFilter filter, @ModelAttribute("frame") Frame frame, Actor actor, HttpServletResponse response) throws IOException {
        send(filter, actor, response, "csv", "text/csv;charset=UTF-8", out -> writeCsv(lines(filter, frame.words()), frame.words(), out));
    }

    @GetMapping("/log.xlsx")
    void xlsx(LogFilter filter, @ModelAttribute("frame") Frame frame, Actor actor, HttpServletResponse response) throws IOException {
        var columns = COLUMNS.stream().map(c -> new SheetWriter.Column(frame.t("log." + c), c.equals("why") ? 60 : 22)).toList();
        send(filter, actor, response, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out -> SheetWriter.write(out, frame.t("log.title"), columns, lines(filter, frame.words())));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A search that can't be understood is shown where it can be mended. */
    private void send(LogFilter filter, Actor actor, HttpServletResponse response, String format, String mediaType, Writing writing) throws IOException {
        if (!filter.wrong().isEmpty()) {
            response.sendRedirect(filter.path());
            return;
        }
        changes.read(actor.author(), "log.export", filter.path() + " (" + format + ")", null, null);
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"log." + format + "\"");
        writing.to(response.getOutputStream());
    }

    private Iterator<List<Object>> lines(LogFilter filter, Words words) {
        var lines = log.each(filter);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public List<Object> next() {
                var line = lines.next();
                var about = line.subjects().isEmpty() ? new Log.Subject("", 0, "", "") : line.subjects().getFirst();
                return Stream.of(line.id(), line.at().atZone(ThaiDate.ZONE).toOffsetDateTime().toString(), LogWords.actor(words, line), line.act(), words.t("act." + line.act()), LogWords.why(words, line),
                        LogWords.kind(words, about.kind()), about.id() == 0 ? "" : about.id(), about.path(), LogWords.address(words, line)).map(Object.class::cast).toList();
            }
        };
    }

    private static void writeCsv(Iterator<List<Object>> lines, Words words, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(writer)) {
            csv.writeRecord(COLUMNS.stream().map(c -> words.t("log." + c)).toList());
            lines.forEachRemaining(line -> csv.writeRecord(line.stream().map(v -> harmless(v.toString())).toList()));
        }
    }

    /** No spreadsheet takes it for a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    }
}
