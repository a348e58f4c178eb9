package khabuan.base.duplicate;

import java.util.List;
import java.util.Map;
import khabuan.base.page.Pager;

/** The pairs of a state. @param counts of each state; @param mayScan whether the reader may begin a scan now */
public record PairListPage(String kind, String state, List<String> kinds, List<PairLine> lines, Map<String, Long> counts, Pager pager, boolean mayScan) {

    public long count(String word) {
        return counts.getOrDefault(word, 0L);
    }
}
