package khabuan.insight.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.evidence.Evidence;
import khabuan.base.gap.Duties;
import khabuan.base.gap.Gap;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;

/** What the pages of work show. */
public final class WorkPages {

    private WorkPages() {}

    /** What is to be done in a place.
     *  @param duties what stands above units
     *  @param slices the gaps that are open there, gravest first */
    public record MyWork(Place place, LocalDate today, List<Duties.Group> duties, List<Slice> slices) {

        public long overdue() {
            return slices.stream().mapToLong(Slice::overdue).sum() + duties.stream().mapToLong(Duties.Group::late).sum();
        }

        public long open() {
            return slices.stream().mapToLong(Slice::open).sum() + duties.stream().mapToLong(g -> g.lines().size()).sum();
        }

        public String path(Slice slice, String show) {
            return "/tasks/" + slice.gap().measure() + "?show=" + show + "&place=" + place.key();
        }
    }

    /** One gap with its records.
     *  @param show which of them, as {@link Work.Filter} in small letters; @param q a part of their names
     *  @param places to choose from, the scope first
     *  @param menders who could be asked to mend those on this page
     *  @param typed what was asked of some of them, when it comes again
     *  @param extensions the deadlines of this gap that committees have extended */
    public record GapPage(Slice slice, Place place, List<Place> places, String show, String q, LocalDate today, Pager pager, List<Choice> menders, boolean mayWork, Faults faults, Agreement typed, List<Extension> extensions) {}

    /** One record that a gap is open of, and what was said about it.
     *  @param menders who could be asked to mend it
     *  @param typed what was asked of it, when it comes again; @param words what was to be said of it */
    public record ItemPage(Gap gap, Item item, List<Said> said, LocalDate today, List<Choice> menders, boolean mayWork, Faults faults, Agreement typed, String words) {}

    /** What a form asks of some records: who shall mend them, or until when they may wait; and from which page it was asked.
     *  @param alone whether from the page of the one record */
    public record Agreement(List<Long> record, Long assignee, String until, String reason, String show, String place, String q, Integer page, Boolean alone) {

        static final Agreement NONE = new Agreement(null, null, null, null, null, null, null, null, null);

        public Agreement {
            record = record == null ? List.of() : record;
            until = text(until);
            reason = text(reason);
            show = text(show).isEmpty() ? "all" : text(show);
            place = text(place);
            q = text(q);
            page = page == null ? 1 : page;
            alone = Boolean.TRUE.equals(alone) && record.size() == 1;
        }

        private static String text(String typed) {
            return typed == null ? "" : typed.strip();
        }

        public String assigned() {
            return assignee == null ? "" : assignee.toString();
        }
    }

    public record Said(String author, Instant at, String words) {}

    /** All regions side by side.
     *  @param before the day that the figures are compared with
     *  @param duties what stands above units */
    public record RegionsPage(LocalDate today, LocalDate before, List<Place> regions, List<Line> lines, List<Duties.Group> duties) {

        /** @param cells one for each region, the country last */
        public record Line(Gap gap, List<Cell> cells) {}

        /** @param open now, @param before on the earlier day, as it is known now */
        public record Cell(Place place, long open, long before, String path) {

            public long more() {
                return open - before;
            }
        }
    }

    /** How long the open records of each gap have waited, by region. */
    public record AgesPage(List<Place> regions, List<Line> lines) {

        /** @param days the median in days for each region, the country last; null where nothing is open */
        public record Line(Gap gap, List<Long> days, List<Long> overdue) {}
    }

    /** @param gap the measure of the gap
     *  @param fiscalYear the year in which the records would have been due by themselves
     *  @param resolution its number, "มติที่ประชุมครั้งที่ 8/2562" */
    public record Deadline(String gap, int fiscalYear, LocalDate dueOn, String committee, String resolution, LocalDate resolvedOn) {}

    /** A deadline as it stands. @param days how many days a record has by itself
     *  @param before the day that a committee had set before; null for none
     *  @param files the resolutions, as files, the newest first; empty when none was kept with it */
    public record Extension(Deadline deadline, int days, LocalDate before, List<Evidence.Attached> files) {}

    public record DeadlinesPage(List<Extension> deadlines, List<Gap> gaps, boolean mayExtend, Faults faults, DeadlineForm form) {}

    /** A deadline as typed. */
    public record DeadlineForm(String gap, String fiscalYear, String dueOn, String committee, String resolution, String resolvedOn) {}
}
