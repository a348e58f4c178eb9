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
     *  @param unlettered how many of the list the person could print a letter for; 0 for none */
    public record ListPage(OrganisationFilter filter, List<Line> lines, Pager pager, List<Place> places, boolean mayRecord, boolean mayCertify, long unlettered) {}

    /** @param council the name of the council it is a member of; "" for none */
    public record RecordPage(Organisation organisation, List<Place> path, String council, List<Organisation.Sighting> sightings, Set<FiscalYear> certified, FiscalYear year,
                             List<Timeline.Step> timeline, Faults faults, SightingForm sighting, boolean mayRecord, boolean mayCertify, String key,
                             List<gg.jte.Content> panels) {

        /** Whether somebody saw it since the year began: else a certification needs a reason. */
        public boolean isSeen() {
            return !sightings.isEmpty() && !sightings.getFirst().seenOn().isBefore(year.start());
        }

        public boolean isCertified() {
            return certified.contains(year);
        }

        public List<FiscalYear> certifiedYears() {
            return certified.stream().sorted(java.util.Comparator.reverseOrder()).toList();
        }
    }

    /** An organisation that is left out unless a reason is given. @param seenOn when somebody saw it last; null for never */
    public record Left(long id, String name, String unit, LocalDate seenOn) {}

    /** What would be certified of a list, before it is.
     *  @param place the title of the filter's place; "" for the whole scope
     *  @param left the first of those that nobody saw in the year
     *  @param typed what the person confirmed, when it comes again
     *  @param open whether the year can be certified */
    public record BatchPreviewPage(OrganisationFilter filter, String place, BatchCertification.Preview preview, List<Left> left, BatchCertification.Confirmation typed, Faults faults, boolean open) {

        /** A line of the preview: how many, and whether they are certified. @param word of the standing */
        public record Line(String word, long count, boolean certified) {}

        public List<Line> lines() {
            return java.util.Arrays.stream(BatchCertification.Standing.values()).map(s -> new Line(s.word(), preview.count(s), s == BatchCertification.Standing.SEEN)).toList();
        }

        public long seen() {
            return preview.count(BatchCertification.Standing.SEEN);
        }

        public long unseen() {
            return preview.unseen().size();
        }

        public String mark() {
            return preview.mark();
        }

        public String key() {
            return typed.key();
        }

        public String reason() {
            return typed.reason();
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
