package khabuan.insight.indicator;

/** The story of a quarter's result in a place.
 *  @param place TH for the whole country, CENTRE, or a region
 *  @param done what was done; for a milestone, what it has come to
 *  @param outcome what came of it for people: "ผลจาก… ส่งผลให้…" */
public record Story(int quarter, String place, String done, String breakdown, String example, String outcome, String problem, String nextStep) {

    /** The same with something else done. */
    Story withDone(String done) {
        return new Story(quarter, place, done, breakdown, example, outcome, problem, nextStep);
    }
}
