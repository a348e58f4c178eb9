package khabuan.registry.assessment;

import java.util.List;
import khabuan.base.page.Faults;

/** What the pages of instruments show. */
public final class InstrumentPages {

    private InstrumentPages() {}

    public record ListPage(List<Instruments.Instrument> instruments, boolean mayKeep) {}

    /** An edition. @param year the fiscal year that is offered for a copy @param lacks what keeps a draft from being published */
    public record EditionPage(Edition edition, List<InstrumentRefusal> lacks, boolean mayKeep, String year, Faults faults) {}
}
