package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Refusals;
import khabuan.base.money.Baht;
import khabuan.base.text.Words;

/** A round of matching subsidies (รอบสมทบ).
 *  @param number within its fiscal year, from 1
 *  @param opensOn @param closesOn the first and the last day on which a fund may ask
 *  @param perMember what is offered for each member that is counted: a policy of the round, never a rule of what is paid
 *  @param freshDays how old the certified statement may be on which a request rests
 *  @param quality which composite of the criteria a fund must meet: one of {@link #QUALITIES}
 *  @param note what the centre says to the funds; "" for nothing
 *  @param endedAs "closed" or "withdrawn" before its last day; null while it was not
 *  @param version how often it was changed, from 1 */
public record SubsidyRound(long id, int fiscalYear, int number, LocalDate opensOn, LocalDate closesOn, Baht perMember, int freshDays, String quality, String note, LocalDate endedOn, String endedAs, String endedBecause,
                           int version) {

    /** The programme of whose frames subsidies are given. */
    static final String PROGRAMME = "welfare";
    /** None asked for, the five criteria, the five with the one-page file. */
    public static final List<String> QUALITIES = List.of("", "five", "complete");
    private static final int MOST_DAYS = 730;

    /** What is said of a round when it is opened. */
    public record Wish(int fiscalYear, LocalDate opensOn, LocalDate closesOn, Baht perMember, Integer freshDays, String quality, String note) {

        /** @param most the ceiling for each member by the programme's rule; empty for none */
        void demand(Optional<Baht> most) {
            new Refusals().when(closesOn.isBefore(opensOn), WelfareRefusal.ROUND_DAYS_REVERSED, "closesOn").when(!perMember.isPositive(), WelfareRefusal.MONEY_UNREADABLE, "perMember")
                    .when(most.isPresent() && perMember.isAbove(most.get()), WelfareRefusal.SUBSIDY_OVER_CEILING, "perMember", most.map(Baht::toString).orElse(""), String.valueOf(fiscalYear))
                    .when(freshDays == null || freshDays < 1 || freshDays > MOST_DAYS, WelfareRefusal.FRESH_DAYS_UNREADABLE, "freshDays").when(!QUALITIES.contains(quality), WelfareRefusal.WHICH_MISSING, "quality").demandNone();
        }
    }

    /** What stands in a round. @param standing requests; @param given of them, that became projects; @param lastAskedOn null when none stands */
    public record Asked(int standing, int given, LocalDate lastAskedOn) {}

    /** What is said anew of a round that was opened. */
    record Terms(LocalDate closesOn, Baht perMember, String note) {

        /** @param asked what stands in it; @param most the ceiling for each member; empty for none
         *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        void demand(SubsidyRound round, Asked asked, Optional<Baht> most, LocalDate today, String because) {
            boolean moved = !closesOn.equals(round.closesOn), otherAmount = !perMember.equals(round.perMember);
            new Refusals().when(!moved && !otherAmount && note.equals(round.note), WelfareRefusal.ROUND_SAME, "closesOn").when(closesOn.isBefore(round.opensOn), WelfareRefusal.ROUND_DAYS_REVERSED, "closesOn")
                    .when(moved && closesOn.isBefore(today), WelfareRefusal.ROUND_CLOSES_IN_PAST, "closesOn")
                    .when(moved && asked.lastAskedOn != null && closesOn.isBefore(asked.lastAskedOn), WelfareRefusal.ROUND_CLOSES_BEFORE_ASKED, "closesOn", asked.lastAskedOn)
                    .when(otherAmount && asked.given > 0, WelfareRefusal.ROUND_AMOUNT_STANDS, "perMember", String.valueOf(asked.given))
                    .when(most.isPresent() && perMember.isAbove(most.get()), WelfareRefusal.SUBSIDY_OVER_CEILING, "perMember", most.map(Baht::toString).orElse(""), String.valueOf(round.fiscalYear))
                    .when(because.isBlank(), WelfareRefusal.REASON_MISSING, "because").demandNone();
        }
    }

    /** Whether a fund may ask in it on a day. */
    public boolean isOpenOn(LocalDate day) {
        return endedOn == null && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    public String title(Words words) {
        return words.t("welfare.round.title", String.valueOf(number), String.valueOf(fiscalYear));
    }

    public String path() {
        return "/subsidies/" + id;
    }

    /** Where a fund asks in it. */
    public String path(Fund fund) {
        return fund.path() + "/subsidies/" + id;
    }
}
