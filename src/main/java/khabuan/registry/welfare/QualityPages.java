package khabuan.registry.welfare;

import static khabuan.registry.welfare.FundPages.filled;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.place.Place;

/** What the pages of the quality of funds show. */
public final class QualityPages {

    /** "1.2" before "1.10". */
    static final Comparator<String> BY_CODE = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private QualityPages() {}

    /** @param former how it stood by criteria that changed within the year, on the last day of each; the oldest first
     *  @param contents what the one-page file must hold by the criteria of the day
     *  @param example a day of the year */
    public record QualityPage(Fund fund, List<Place> path, Quality.Assessment now, List<Quality.Assessment> former, List<String> contents, AttestForm form, ReturnForm returning, Faults faults,
                              LocalDate example, boolean mayAttest, int mayCertify, boolean mayReturn) {

        public List<Quality.Standing> open() {
            return now.standings().stream().filter(Quality.Standing::isOpen).toList();
        }

        public List<Quality.Standing> standing() {
            return now.standings().stream().filter(s -> !s.isOpen()).toList();
        }

        public boolean waits() {
            return now.standings().stream().anyMatch(s -> s.attestation() != null && s.attestation().isWaiting());
        }

        public String path(FiscalYear year) {
            return fund.path() + "/quality/" + year.year();
        }
    }

    /** The form that attests, as it was filled in. @param met codes of criteria */
    public record AttestForm(String metOn, Set<String> met, Set<String> contents, String note) {

        public AttestForm {
            metOn = filled(metOn);
            met = met == null ? Set.of() : Set.copyOf(met);
            contents = contents == null ? Set.of() : Set.copyOf(contents);
            note = filled(note);
        }

        Quality.Wish read(Faults faults) {
            if (met.isEmpty()) faults.add(WelfareRefusal.NOTHING_CHOSEN.at("met"));
            return new Quality.Wish(faults.day("metOn", metOn, WelfareRefusal.DAY_MISSING.key()), met, contents, note);
        }
    }

    /** The form that sends one back. @param which the attestation; 0 for none chosen */
    public record ReturnForm(Long which, String because) {

        static final ReturnForm EMPTY = new ReturnForm(0L, "");

        public ReturnForm {
            which = which == null ? 0L : which;
            because = filled(because);
        }
    }
}
