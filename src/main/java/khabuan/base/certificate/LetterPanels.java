package khabuan.base.certificate;

import java.util.List;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.RecordPanel;

/** Puts the letters of a record on its page: a room declares one beside its {@link CertificateKind}. */
public final class LetterPanels implements RecordPanel {

    private final Letters letters;
    private final CertificateKind kind;

    public LetterPanels(Letters letters, CertificateKind kind) {
        this.letters = letters;
        this.kind = kind;
    }

    @Override
    public String recordKind() {
        return kind.kind();
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public String template() {
        return "certificate/panel";
    }

    @Override
    public Object show(long recordId, Actor actor) {
        if (!kind.mayRead(actor)) return null;
        var issued = letters.of(kind.kind(), recordId);
        int year = FiscalYear.of(letters.today()).year();
        boolean standing = issued.stream().anyMatch(t -> t.number() != null && t.revocation() == null && t.fiscalYear() == year);
        boolean admitted = letters.admits(kind, recordId);
        boolean mayNumber = kind.mayPrint(actor) && !standing && admitted;
        return new LetterPanel(kind, recordId, issued, mayNumber, kind.mayPrint(actor), admitted, mayNumber ? letters.missing(kind, recordId) : List.of(), UUID.randomUUID().toString());
    }
}
