package khabuan.base.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import khabuan.base.job.Job;
import khabuan.base.page.Pager;

/** The pairs of a state.
 *  @param counts of each state
 *  @param mayScan whether the reader may begin a scan now
 *  @param scan that goes on now; null for none
 *  @param comparedAt when all records were last compared; null for never */
public record PairListPage(String kind, String state, List<String> kinds, List<PairLine> lines, Map<String, Long> counts, Pager pager, boolean mayScan, Job scan, Instant comparedAt) {

    public long count(String word) {
        return counts.getOrDefault(word, 0L);
    }
}
