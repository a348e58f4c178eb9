package khabuan.base.evidence;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.RecordPanel;

/** Puts the evidence of a record on its page: a room that owns evidence declares one beside its {@link EvidenceOwner}. */
public final class EvidencePanels implements RecordPanel {

    private final Evidence evidence;
    private final EvidenceOwner owner;

    public EvidencePanels(Evidence evidence, EvidenceOwner owner) {
        this.evidence = evidence;
        this.owner = owner;
    }

    @Override
    public String recordKind() {
        return owner.recordKind();
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String template() {
        return "evidence/panel";
    }

    @Override
    public Object show(long recordId, Actor actor) {
        List<Evidence.Attached> attached = evidence.of(owner.recordKind(), recordId);
        return new EvidencePanel(owner, recordId, attached, FiscalYear.of(evidence.today()).year(), actor.may(Right.RECORD) && actor.mayEnter(owner.room()), Faults.NONE);
    }
}
