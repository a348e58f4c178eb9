package khabuan.base.print;

import java.time.Instant;
import java.util.List;

/** What a room adds to a report that has a place for it: a bean for each. */
public interface Insertion {

    /** The report and the place in it: "strategy-office.framework". */
    String place();

    /** Nothing when the room knew nothing of it then.
     *  @param fiscalYear of the report
     *  @param knownAt the moment of knowledge; null for now */
    List<Block> blocks(int fiscalYear, Instant knownAt);
}
