package khabuan.registry.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.job.Job;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.place.UnitPicker;
import khabuan.base.record.Timeline;

/** What the pages of the room show. */
public final class OrganisationPages {

    private OrganisationPages() {}

    /** A row. @param certified whether its status is certified for the filter's fiscal year; @param seenOn the newest sighting, null for none */
    public record Line(long id, String code, String name, String kind, String unit, String province, LocalDate registeredOn, boolean certified, LocalDate seenOn) {

        public String path() {
            return "/organisations/" + id;
        }
    }

    /** @param places the places that the person may choose from
     *  @param admitted how many of the list the person could certify at once; 0 for none
     *  @param unlettered how many of the list the person could print a letter for; 0 for none */
    public record ListPage(OrganisationFilter filter, List<Line> lines, Pager pager, List<Place> places, boolean mayRecord, long admitted, long unlettered) {}

    /** @param council the name of the council it is a member of; "" for none */
    public record RecordPage(Organisation organisation, List<Place> path, String council, List<Organisation.Sighting> sightings, Set<FiscalYear> certified, FiscalYear year,
                             List<Timeline.Step> timeline, Faults faults, SightingForm sighting, boolean mayRecord, boolean mayCertify, String key,
                             List<gg.jte.Content> panels) {

        public boolean isCertified() {
            return certified.contains(year);
        }

        public List<FiscalYear> certifiedYears() {
            return certified.stream().sorted(java.util.Comparator.reverseOrder()).toList();
        }
    }

    /** @param wanted how many were to be certified; @param done how many are */
    public record BatchPage(Job job, long wanted, long done) {}

    /** @param organisation null for a registration; @param units where the unit is chosen */
    public record FormPage(Organisation organisation, OrganisationForm form, UnitPicker units, Faults faults) {}

    /** The form for an existence check, as it was typed. */
    public record SightingForm(String key, String seenOn, String seenBy, boolean existing, String note) {

        public SightingForm {
            key = key == null ? "" : key;
            seenOn = seenOn == null ? "" : seenOn.strip();
            seenBy = seenBy == null ? "" : seenBy.strip();
            note = note == null ? "" : note.strip();
        }

        Organisation.Sighting read(Faults faults) {
            LocalDate day = faults.day("seenOn", seenOn, OrganisationRefusal.DAY_MISSING.key());
            return new Organisation.Sighting(day, seenBy, existing, note);
        }
    }
}
