package khabuan.registry.welfare;

import static khabuan.registry.welfare.FundPages.filled;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.record.Timeline;
import khabuan.base.text.Words;

/** What the pages of matching subsidies show. */
public final class SubsidyPages {

    private SubsidyPages() {}

    /** A round in the list. @param requests that stand within the reader's reach; @param waiting of them, for somebody to propose them */
    public record RoundLine(SubsidyRound round, boolean open, int requests, int waiting) {}

    public record RoundsPage(List<RoundLine> rounds, boolean mayOpen) {}

    /** The form of a round, as it was typed. */
    public record RoundForm(String key, String year, String opensOn, String closesOn, String perMember, String freshDays, String quality, String note) {

        public RoundForm {
            key = filled(key);
            year = filled(year);
            opensOn = filled(opensOn);
            closesOn = filled(closesOn);
            perMember = filled(perMember);
            freshDays = filled(freshDays);
            quality = filled(quality);
            note = filled(note);
        }

        /** What is said, as far as it can be read; what can't be is added to the faults. */
        SubsidyRound.Wish read(Faults faults) {
            String plain = ThaiDate.arabic(year);
            if (!plain.matches("25[5-9]\\d|26\\d\\d")) faults.add(WelfareRefusal.YEAR_UNREADABLE.at("year"));
            LocalDate opens = faults.day("opensOn", opensOn, WelfareRefusal.DAY_MISSING.key()), closes = faults.day("closesOn", closesOn, WelfareRefusal.DAY_MISSING.key());
            var each = Baht.parse(perMember).filter(Baht::isPositive);
            if (each.isEmpty()) faults.add(WelfareRefusal.MONEY_UNREADABLE.at("perMember"));
            var days = faults.whole("freshDays", freshDays, WelfareRefusal.FRESH_DAYS_UNREADABLE.key());
            if (days == null && !faults.has("freshDays")) faults.add(WelfareRefusal.FRESH_DAYS_UNREADABLE.at("freshDays"));
            return faults.isEmpty() ? new SubsidyRound.Wish(Integer.parseInt(plain), opens, closes, each.orElseThrow(), days, quality, note.strip()) : null;
        }
    }

    /** @param ceiling the most for each member by the rule of the running year; null for none */
    public record RoundFormPage(RoundForm form, Baht ceiling, Faults faults) {}

    /** The forms that change and end a round, as they were typed. @param version of the round when the page was opened */
    public record TermsForm(String version, String closesOn, String perMember, String note, String because, String as, String endBecause) {

        public TermsForm {
            version = filled(version);
            closesOn = filled(closesOn);
            perMember = filled(perMember);
            note = filled(note);
            because = filled(because);
            as = filled(as);
            endBecause = filled(endBecause);
        }

        static TermsForm of(SubsidyRound round) {
            return new TermsForm(String.valueOf(round.version()), ThaiDate.brief(round.closesOn()), round.perMember().toString(), round.note(), "", "", "");
        }

        /** As the round stands, but for what was typed to end it. */
        TermsForm besides(SubsidyRound round) {
            var now = of(round);
            return new TermsForm(version, now.closesOn, now.perMember, now.note, "", as, endBecause);
        }

        int opened() {
            return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        }

        /** What is said, as far as it can be read; what can't be is added to the faults. */
        SubsidyRound.Terms read(Faults faults) {
            var closes = faults.day("closesOn", closesOn, WelfareRefusal.DAY_MISSING.key());
            var each = Baht.parse(perMember).filter(Baht::isPositive);
            if (each.isEmpty()) faults.add(WelfareRefusal.MONEY_UNREADABLE.at("perMember"));
            return faults.isEmpty() ? new SubsidyRound.Terms(closes, each.orElseThrow(), note.strip()) : null;
        }
    }

    /** @param ceiling the most for each member; null for none */
    public record TermsPage(SubsidyRound round, TermsForm form, SubsidyRound.Asked asked, Baht ceiling, Faults faults) {

        public List<String> endings() {
            return SubsidyRounds.ENDINGS;
        }
    }

    /** A request in the list of a round. @param grant how its grant stands; null for none */
    public record Line(SubsidyRequest request, Grants.Standing grant, String fund, String unit, String province) {

        public String path() {
            return "/funds/" + request.fundId() + "/subsidies/" + request.roundId();
        }
    }

    /** What stands in a region: its frame, and what its funds ask for. @param proposed of them */
    public record Region(String name, Grants.Allotted frame, int requests, int waiting, int counted, Baht asked, Baht proposed) {

        Region plus(Region other) {
            return new Region(name, new Grants.Allotted(frame.granted().plus(other.frame.granted()), frame.approved().plus(other.frame.approved()), frame.free().plus(other.frame.free()), frame.paid().plus(other.frame.paid()),
                    frame.returned().plus(other.frame.returned())), requests + other.requests, waiting + other.waiting, counted + other.counted, asked.plus(other.asked), proposed.plus(other.proposed));
        }
    }

    /** A round. @param regions whose frames the reader may see, with their sum when there is more than one; @param steps what was changed of it since it was opened */
    public record RoundPage(SubsidyRound round, boolean open, boolean mayChange, List<Region> regions, String state, List<Line> lines, Pager pager, List<Timeline.Step> steps) {

        public List<String> states() {
            return SubsidyList.STATES;
        }
    }

    /** What the small forms of a request send, as it was typed. @param version of the request when the page was opened */
    public record SubsidyForm(String key, String version, String asked, String proposed, String because, String listBecause) {

        public SubsidyForm {
            key = filled(key);
            version = filled(version);
            asked = filled(asked);
            proposed = filled(proposed);
            because = filled(because);
            listBecause = filled(listBecause);
        }

        int opened() {
            return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
        }
    }

    /** What who looks may do here. @param path where the forms of asking are sent */
    public record Doing(boolean ask, boolean withdraw, boolean propose, boolean refuse, boolean own, String path) {}

    /** A fund in a round.
     *  @param members how many it has today, for as many of whom it may ask; @param listed how many the list names that it handed in
     *  @param request null while nothing was asked; @param grant how its grant stands; null for none
     *  @param doubled who is not counted; empty for a request that does not stand
     *  @param frame of the region; null to whom it is not shown */
    public record RequestPage(Fund fund, List<Place> path, SubsidyRound round, boolean open, List<SubsidyConditions.Condition> conditions, int members, int listed, SubsidyRequest request, Grants.Standing grant,
                              List<SubsidyRequests.Doubled> doubled, Grants.Allotted frame, Doing doing, SubsidyForm form, Faults faults) {

        public boolean isReady() {
            return conditions.stream().allMatch(SubsidyConditions.Condition::isMet);
        }

        /** How many of those that are not counted are counted for which fund, by its name; "" for one that the reader may not see. */
        public Map<String, Long> elsewhere() {
            return doubled.stream().collect(Collectors.groupingBy(SubsidyRequests.Doubled::elsewhere, Collectors.counting()));
        }
    }

    /** The rounds on the page of a fund. */
    public record OfFund(Fund fund, List<Asked> rounds) {}

    /** A round as a fund stands to it. @param request null when it did not ask */
    public record Asked(SubsidyRound round, boolean open, SubsidyRequest request, Grants.Standing grant) {

        public String title(Words words) {
            return round.title(words);
        }
    }

    /** The request that became a project, on the page of the project. */
    public record OfProject(SubsidyRequest request, String path) {}
}
