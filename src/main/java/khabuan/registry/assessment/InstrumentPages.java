package khabuan.registry.assessment;

import java.util.List;
import khabuan.base.page.Faults;

/** What the pages of instruments show. */
public final class InstrumentPages {

    private InstrumentPages() {}

    public record ListPage(List<Instruments.Instrument> instruments, boolean mayKeep) {}

    /** An edition. @param year the fiscal year that is offered for a copy @param lacks what keeps a draft from being published */
    public record EditionPage(Edition edition, List<InstrumentRefusal> lacks, boolean mayKeep, String year, Faults faults) {}

    /** The form that begins an instrument. */
    public record NewPage(DraftForms.InstrumentForm form, Faults faults) {}

    /** What a draft is: its source and its note. */
    public record AboutPage(Edition edition, String source, String note, Faults faults) {}

    /** @param id 0 for a new one */
    public record DimensionPage(Edition edition, long id, DraftForms.DimensionForm form, Faults faults) {

        public String action() {
            return id == 0 ? edition.path() + "/dimensions" : "/instruments/dimensions/" + id;
        }
    }

    /** @param id 0 for a new one */
    public record ItemPage(Edition edition, long id, DraftForms.ItemForm form, Faults faults) {

        public String action() {
            return id == 0 ? edition.path() + "/items" : "/instruments/items/" + id;
        }
    }

    public record LevelsPage(Edition edition, DraftForms.LevelsForm form, Faults faults) {}
}
