package khabuan.insight.correction;

import java.util.List;
import java.util.Map;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;

/** What the pages of this room show. */
public interface CorrectionPages {

    /** The link on the page of what may be wrong. */
    record Link(String about) {

        public String path() {
            return "/corrections/new?about=" + about;
        }
    }

    /** @param seal when the form was opened; "" for who has signed in @param megabytes the greatest file */
    record Form(Subject subject, String words, String contact, String seal, long megabytes, Faults faults) {}

    /** @param counts by the word of the state */
    record Listing(Stage stage, List<Correction> lines, Map<String, Long> counts, Pager pager) {

        public long count(Stage of) {
            return counts.getOrDefault(of.word(), 0L);
        }
    }

    /** What I asked for. @param justAsked whether the last one was sent a moment ago */
    record Mine(List<Correction> lines, boolean mayAnswer, boolean justAsked) {}

    /** @param mayRead whether the actor may read how to reach the requester @param contact in the clear once it was read; else "" */
    record One(Correction correction, boolean mayRead, String contact, String answer, Faults faults) {}

    /** What the public sees of its request. @param path of this page */
    record Tracked(Correction correction, String path, boolean justAsked) {}
}
