package khabuan.registry.council;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.record.Timeline;

/** The page of a term: when it ran, how it was reviewed, and what of its review is missing.
 *  @param next the term that began with its review; null until then */
public record TermPage(Council council, Council.Term term, Council.Term next, LocalDate today, boolean mayRecord, List<Content> panels, List<Timeline.Step> steps) {

    /** The last term may be reviewed. */
    public boolean isReviewable() {
        return mayRecord && term.reviewedOn() == null;
    }

    /** Papers are collected from the day on which the term is due. */
    public boolean hasPapers() {
        return term.reviewedOn() != null || term.isDue(today) || !term.papers().isEmpty();
    }
}
