package khabuan.base.evidence;

import java.util.List;
import khabuan.base.page.Faults;

/** The evidence of a record on its page: what is wanted, what is there, and the form for more.
 *  @param year the fiscal year offered first
 *  @param fault what was wrong with the last file that was sent */
public record EvidencePanel(EvidenceOwner owner, long recordId, List<Evidence.Attached> attached, int year, boolean mayAttach, Faults fault) {

    /** The kinds that are wanted of every record, belong to no year and are missing. */
    public List<String> missing() {
        return owner.kinds().stream().filter(kind -> !owner.byYear().contains(kind) && !owner.optional().contains(kind) && attached.stream().noneMatch(a -> a.kind().equals(kind))).toList();
    }
}
