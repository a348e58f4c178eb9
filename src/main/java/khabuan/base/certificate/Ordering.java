package khabuan.base.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Letters for a filtered list: first told what they would be and who lacks something, without a change; then ordered, exactly those that were told. */
@Component
public class Ordering {

    private static final int SHOWN = 100;
    private final Batches batches;
    private final Letters letters;
    private final Lacks lacks;

    Ordering(Batches batches, Letters letters, Lacks lacks) {
        this.batches = batches;
        this.letters = letters;
        this.lacks = lacks;
    }

    /** @param list the address of the list; @param action the address that orders its letters
     *  @param ids the records of the list that may have a letter and have none, in their order */
    public record Wish(CertificateKind kind, String list, String action, List<Long> ids) {}

    /** @param complete who lacks nothing; @param lacking who lacks something, and missing what it lacks; @param counts how many lack what, by the key of the message */
    record Preview(List<Long> complete, List<Long> lacking, Map<Long, List<Lack.Missing>> missing, Map<String, Long> counts) {

        String mark() {
            return UUID.nameUUIDFromBytes((complete + " " + lacking).getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    Preview preview(Wish wish) {
        var missing = lacks.of(wish.kind(), wish.ids(), letters.today());
        var complete = new ArrayList<Long>();
        var lacking = new ArrayList<Long>();
        for (long id : wish.ids()) (missing.containsKey(id) ? lacking : complete).add(id);
        var counts = new LinkedHashMap<String, Long>();
        for (var lack : wish.kind().lacks()) counts.put(lack.key(), missing.values().stream().filter(all -> all.stream().anyMatch(m -> m.key().equals(lack.key()))).count());
        return new Preview(complete, lacking, missing, counts);
    }

    /** The page that tells what would be ordered. */
    public ModelAndView tell(Wish wish) {
        return tell(wish, new Consent(UUID.randomUUID().toString(), "", false, ""), Faults.NONE);
    }

    private ModelAndView tell(Wish wish, Consent consent, Faults faults) {
        var told = preview(wish);
        return new ModelAndView("certificate/batch-preview", Map.of("page", new CertificatePages.BatchPreviewPage(wish, told, lacks.named(wish.kind(), told, SHOWN), consent, faults)));
    }

    /** Orders what was told; the page comes again when that has changed or a reason is missing. */
    public ModelAndView order(Wish wish, Consent consent, Actor actor, Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> batches.begin(actor, wish.kind().kind(), wish.list(), () -> chosen(wish, consent), consent), () -> tell(wish, consent, faults));
    }

    private List<Long> chosen(Wish wish, Consent consent) {
        var told = preview(wish);
        if (!told.mark().equals(consent.mark())) throw CertificateRefusal.LIST_CHANGED.with();
        if (consent.including() && !told.lacking().isEmpty() && consent.reason().isBlank()) throw CertificateRefusal.LACKING_WITHOUT_REASON.at("reason");
        var chosen = consent.including() ? wish.ids() : told.complete();
        if (chosen.size() > Batches.MOST) throw CertificateRefusal.TOO_MANY.with(Batches.MOST);
        return chosen;
    }
}
