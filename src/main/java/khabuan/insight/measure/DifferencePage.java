package khabuan.insight.measure;

import java.time.Instant;
import java.time.LocalDate;
import khabuan.base.record.Measure;

/** What moved a figure between an earlier day and that of the request.
 *  @param sinceKnownAt as the earlier figure was known then; null for now */
public record DifferencePage(Measure measure, FigureRequest request, LocalDate since, Instant sinceKnownAt, Difference.Explained explained) {

    /** The earlier moment of knowledge as a form shows it; "" for now. */
    public String sinceKnownText() {
        return sinceKnownAt == null ? "" : FigureRequest.momentText(sinceKnownAt);
    }
}
