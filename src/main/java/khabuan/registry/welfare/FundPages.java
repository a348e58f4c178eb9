package khabuan.registry.welfare;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.place.UnitPicker;
import khabuan.base.record.Timeline;

/** What the pages of welfare funds show. */
public final class FundPages {

    private FundPages() {}

    /** A row of the list. @param asOf of its newest certified statement, from which members and money are; null for none
     *  @param pending "waiting" or "returned" when a statement is; else "" ; @param seen whether somebody was there in the year before */
    public record Line(long id, String code, String name, String unit, String province, LocalDate foundedOn, boolean keepsBooks, LocalDate asOf, int members, Baht received, String pending, boolean seen) {

        public String path() {
            return "/funds/" + id;
        }
    }

    /** @param places that the person may choose from; @param yearStart the first day of the fiscal year of today */
    public record ListPage(FundFilter filter, List<Line> lines, Pager pager, List<Place> places, LocalDate yearStart, boolean mayRecord) {

        /** How what is told of a fund came about, in the word of {@link Freshness}. */
        public String freshness(Line line) {
            return isStale(line) ? Freshness.CARRIED : line.seen() ? Freshness.SEEN : Freshness.REPORTED;
        }

        /** Whether what is told of a fund is of an earlier year. */
        public boolean isStale(Line line) {
            return line.asOf() == null || line.asOf().isBefore(yearStart);
        }
    }

    /** @param committee the one that was elected last; null for none
     *  @param standing the newest certified statement; null for none
     *  @param freshness how the figures that stand came about; null for none
     *  @param due the quarter that may be entered now
     *  @param regulation in force today; null when none is known
     *  @param booksOpen whether who looks may open its books */
    public record RecordPage(Fund fund, Regulations.Version regulation, FundCommittees.Term committee, boolean booksOpen, List<Place> path, List<Statement> statements, Statement standing, Freshness freshness, FiscalQuarter due, List<Fund.Visit> visits, VisitForm visit,
                             List<Timeline.Step> timeline, Faults faults, boolean mayRecord, String key, List<Content> panels) {}

    /** How the figures of a fund came about: somebody saw it, it was reported, or they are carried over from an earlier year; and how old they are. @param days since the day they are of */
    public record Freshness(String word, long days) {

        static final String SEEN = "seen";
        static final String REPORTED = "reported";
        static final String CARRIED = "carried";
    }

    /** @param fund null for a registration */
    public record FormPage(Fund fund, FundForm form, UnitPicker units, Faults faults) {}

    /** The form for a visit, as it was typed. */
    public record VisitForm(String key, String visitedOn, String visitedBy, String met, String note) {

        public VisitForm {
            key = filled(key);
            visitedOn = filled(visitedOn);
            visitedBy = filled(visitedBy);
            met = filled(met);
            note = filled(note);
        }

        Fund.Visit read(Faults faults) {
            return new Fund.Visit(faults.day("visitedOn", visitedOn, WelfareRefusal.DAY_MISSING.key()), visitedBy, met, note);
        }
    }

    /** The form of a fund, as it was typed. @param unit the code that was chosen; @param place what was typed of it; @param version opened with; 0 for a registration */
    public record FundForm(String key, int version, String unit, String place, String code, String name, String foundedOn, String reason) {

        public FundForm {
            key = filled(key);
            unit = filled(unit);
            place = filled(place);
            code = filled(code);
            name = filled(name);
            foundedOn = filled(foundedOn);
            reason = filled(reason);
        }

        FundForm withUnit(String chosen) {
            return new FundForm(key, version, chosen, place, code, name, foundedOn, reason);
        }

        /** What is said, as far as it can be read; what can't be is added to the faults. */
        Fund.Registration read(Faults faults) {
            LocalDate day = faults.day("foundedOn", foundedOn, WelfareRefusal.DAY_MISSING.key());
            if (name.isEmpty()) faults.add(WelfareRefusal.NAME_MISSING.at("name"));
            if (unit.isEmpty() && !faults.has("unit")) faults.add(WelfareRefusal.UNIT_MISSING.at("unit"));
            return new Fund.Registration(unit, code, name, day);
        }
    }

    static String filled(String text) {
        return text == null ? "" : text.strip();
    }

    /** An amount of nothing or more; anything else is a fault. */
    static Baht baht(String field, String typed, Faults faults) {
        var amount = Baht.parse(typed).filter(b -> b.satang() >= 0);
        if (amount.isEmpty()) faults.add(WelfareRefusal.MONEY_UNREADABLE.at(field));
        return amount.orElse(Baht.ZERO);
    }

    /** Something that whoever certifies should look at. @param key of its message, with what fills it */
    public record Remark(String key, List<String> values) {}

    /** A statement beside the one before it. @param before null for none; @param remarks what should be looked at */
    public record StatementPage(Fund fund, List<Place> path, Statement statement, Statement before, List<Remark> remarks, Faults faults, String because, boolean mayRecord, boolean mayCertify) {}

    /** The form of a statement. @param standing the one that is entered anew; null for none; @param before the one before it, whose figures stand in the fields at first; null for none */
    public record EntryPage(Fund fund, FiscalQuarter quarter, Statement standing, Statement before, StatementForm form, Faults faults) {}

    /** The funds of a place. @param total of which these are the first */
    public record OfPlace(List<Line> lines, long total, String path) {}
}
