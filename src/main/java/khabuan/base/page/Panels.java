package khabuan.base.page;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws what other rooms add to a page. */
@Component
public class Panels {

    private final List<RecordPanel> panels;
    private final TemplateEngine engine;

    Panels(List<RecordPanel> panels, TemplateEngine engine) {
        this.panels = panels.stream().sorted(Comparator.comparing(RecordPanel::order)).toList();
        this.engine = engine;
    }

    /** The panels on the page of a record, in order. */
    public List<Content> of(String recordKind, long recordId, Frame frame) {
        return drawn(panels.stream().filter(p -> p.recordKind().isEmpty() || p.recordKind().equals(recordKind)), recordKind, recordId, frame);
    }

    /** As {@link #of}, without those for the pages of all kinds: for records that stand in no unit, such as a batch of payments. */
    public List<Content> ofKind(String recordKind, long recordId, Frame frame) {
        return drawn(panels.stream().filter(p -> p.recordKind().equals(recordKind)), recordKind, recordId, frame);
    }

    private List<Content> drawn(Stream<RecordPanel> of, String recordKind, long recordId, Frame frame) {
        return of.map(p -> {
            var shown = p.show(recordKind, recordId, frame.actor());
            return shown == null ? null : draw(p.template(), frame, shown);
        }).filter(Objects::nonNull).toList();
    }

    /** One panel as content of a page. */
    public Content draw(String template, Frame frame, Object panel) {
        return output -> engine.render(template + ".jte", Map.of("frame", frame, "panel", panel), output);
    }
}
