package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.registry.welfare.Claims.Claim;
import khabuan.registry.welfare.Claims.Rule;
import khabuan.registry.welfare.Regulations.Version;
import khabuan.registry.welfare.Rounds.Collected;
import khabuan.registry.welfare.Rounds.Line;
import khabuan.registry.welfare.Rounds.Village;

/** What the pages of a fund's books show. */
public final class BooksPages {

    private BooksPages() {}

    /** The home of the books. @param keeper whether it is one of the committee who looks: nobody else is shown rounds, claims and persons
     *  @param costsWaiting how many costs wait for a second person; @param closedUntil null while all is open; @param closing the day until which the next close goes; null when there is nothing to close
     *  @param years that were closed; @param yearEnds on which the next may end */
    public record HomePage(Fund fund, boolean keeper, Baht cash, Baht bank, Month month, List<Village> villages, List<Collected> rounds, List<Waiting> claims, int costsWaiting, LocalDate closedUntil, LocalDate closing, Stating stating, List<FundYears.Closed> years, List<LocalDate> yearEnds, Faults faults) {

        /** Whether all months of a year are closed. */
        public boolean isReady(LocalDate yearEnd) {
            return closedUntil != null && !closedUntil.isBefore(yearEnd);
        }

        public int members() {
            return villages.stream().mapToInt(Village::members).sum();
        }

        public int unpaid() {
            return villages.stream().mapToInt(Village::unpaid).sum();
        }

        public Baht collected() {
            return villages.stream().map(Village::collected).reduce(Baht.ZERO, Baht::plus);
        }
    }

    /** A claim that waits, with whose it is. @param name masked */
    public record Waiting(Claim claim, String name) {}

    /** The form in which the books state a quarter. @param standing whether a certified statement of that quarter stands, which waits anew then */
    public record Stating(String asOf, String reason, boolean standing) {}

    /** A month of collecting. */
    public record Month(long fund, YearMonth of) {

        /** @throws OutOfReach when it is no month: "2562-08" */
        static Month read(long fund, String text) {
            if (!text.matches("2[45]\\d\\d-(0[1-9]|1[0-2])")) throw new OutOfReach("month " + text);
            return new Month(fund, YearMonth.of(Integer.parseInt(text.substring(0, 4)) - 543, Integer.parseInt(text.substring(5))));
        }

        /** "2562-08". */
        public String word() {
            return "%d-%02d".formatted(of.getYear() + 543, of.getMonthValue());
        }

        public String home() {
            return "/funds/" + fund + "/books?month=" + word();
        }

        public String list(int village) {
            return "/funds/" + fund + "/books/months/" + word() + "/" + village;
        }

        public Month plus(int months) {
            return new Month(fund, of.plusMonths(months));
        }

        /** "สิงหาคม 2562". */
        public String title() {
            return BooksPages.title(of);
        }
    }

    public static String title(YearMonth month) {
        return ThaiDate.monthOfYear(month.atDay(1));
    }

    /** "หมู่ 3". @param village 0 for none */
    public static String village(Frame frame, int village) {
        return village == 0 ? frame.t("welfare.village-none") : frame.t("welfare.village", String.valueOf(village));
    }

    /** The list on which a collector ticks who pays. @param due what each pays; null while no rate is set */
    public record ListPage(Fund fund, Month month, int village, Baht due, List<Line> lines, RoundForm form, Faults faults) {

        public long unpaid() {
            return lines.stream().filter(l -> l.paid() == null).count();
        }
    }

    /** The list, as it was ticked. @param due in satang, as the list showed it: what was taken of each */
    public record RoundForm(String key, String collectedOn, String due, List<String> paid) {

        public RoundForm {
            key = FundPages.filled(key);
            collectedOn = FundPages.filled(collectedOn);
            due = FundPages.filled(due);
            paid = paid == null ? List.of() : List.copyOf(paid);
        }

        public boolean has(int number) {
            return paid.contains(String.valueOf(number));
        }

        List<Collections.Payer> read(Faults faults) {
            if (!due.matches("[1-9]\\d{0,8}") || paid.stream().anyMatch(n -> !n.matches("\\d{1,7}"))) {
                faults.add(WelfareRefusal.LIST_UNREADABLE.with());
                return List.of();
            }
            return paid.stream().distinct().map(n -> new Collections.Payer(Integer.parseInt(n), Integer.parseInt(due))).toList();
        }
    }

    /** The receipt of a round. @param verify where it is verified */
    public record CollectedPage(Fund fund, Collected round, List<Line> payers, FundMoneyPages.Code verify, Faults faults) {}

    /** The register of members: of a village, or those that were looked for. @param village null when somebody is looked for; @param sought "" for nobody */
    public record MembersPage(Fund fund, List<Village> villages, Integer village, String sought, List<MemberLine> members) {}

    /** What a member owes by the rate of today. */
    public record Arrear(Rounds.Behind who, Baht owed) {}

    /** Who is behind, village by village. */
    public record ArrearsPage(Fund fund, List<Arrear> lines) {

        public SortedMap<Integer, List<Arrear>> villages() {
            return lines.stream().collect(Collectors.groupingBy(l -> l.who().village(), TreeMap::new, Collectors.toList()));
        }

        public static Baht owed(List<Arrear> lines) {
            return lines.stream().map(Arrear::owed).reduce(Baht.ZERO, Baht::plus);
        }
    }

    /** @param name masked */
    public record MemberLine(Roster.Member member, String name) {}

    /** The form by which somebody joins. */
    public record JoinPage(Fund fund, JoinForm form, Faults faults) {}

    public record JoinForm(String key, String fullName, String nationalId, String phone, String clazz, String village, String joinedOn) {

        public JoinForm {
            key = FundPages.filled(key);
            fullName = FundPages.filled(fullName);
            nationalId = FundPages.filled(nationalId);
            phone = FundPages.filled(phone);
            clazz = FundPages.filled(clazz);
            village = FundPages.filled(village);
            joinedOn = FundPages.filled(joinedOn);
        }
    }

    /** The form by which a member's claim is asked. @param rules that hold today */
    public record AskPage(Fund fund, List<Rule> rules, AskForm form, Faults faults) {}

    public record AskForm(String key, String number, String rule, String happenedOn, String nights, String note) {

        public AskForm {
            key = FundPages.filled(key);
            number = FundPages.filled(number);
            rule = FundPages.filled(rule);
            happenedOn = FundPages.filled(happenedOn);
            nights = FundPages.filled(nights);
            note = FundPages.filled(note);
        }
    }

    /** The claims for what happened in a year, the newest first. @param years that have some, and the one that is shown */
    public record ClaimsPage(Fund fund, FiscalYear year, List<FiscalYear> years, List<Waiting> lines) {

        public List<Waiting> paid() {
            return lines.stream().filter(w -> w.claim().paidOn() != null).toList();
        }

        public Baht given() {
            return paid().stream().map(w -> w.claim().amount()).reduce(Baht.ZERO, Baht::plus);
        }
    }

    /** A claim with its next step. @param name masked; @param regulation in force on the day it happened; null when none is known; @param own whether who looks asked for it */
    public record ClaimPage(Fund fund, Claim claim, String name, Version regulation, boolean own, Baht cash, Baht bank, String paidOn, Faults faults) {}

    /** The form by which the books of a fund are opened with what its certified statement tells. @param since the day after the statement's */
    public record OpeningPage(Fund fund, Statement statement, LocalDate since, OpeningForm form, Faults faults) {

        public Baht left() {
            return statement.figures().received().minus(statement.figures().given().amount());
        }
    }

    public record OpeningForm(String cash, String rhythm, String due, String treasurer, String chair) {

        public OpeningForm {
            cash = FundPages.filled(cash);
            rhythm = FundPages.filled(rhythm);
            due = FundPages.filled(due);
            treasurer = FundPages.filled(treasurer);
            chair = FundPages.filled(chair);
        }

        FundBooks.Due due(LocalDate from, Faults faults) {
            return RulePages.due(rhythm, due, from, faults);
        }

        Map<String, String> keepers(Faults faults) {
            if (treasurer.isEmpty()) faults.add(WelfareRefusal.KEEPER_UNKNOWN.at("treasurer", ""));
            if (chair.isEmpty()) faults.add(WelfareRefusal.KEEPER_UNKNOWN.at("chair", ""));
            return Map.of("treasurer", treasurer, "chair", chair);
        }
    }
}
