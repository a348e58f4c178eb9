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
 *  @param quality which composite of the criteria a fund must meet: one of {@link #QUALITIES} */
public record SubsidyRound(long id, int fiscalYear, int number, LocalDate opensOn, LocalDate closesOn, Baht perMember, int freshDays, String quality) {

    /** The programme of whose frames subsidies are given. */
    static final String PROGRAMME = "welfare";
    /** None asked for, the five criteria, the five with the one-page file. */
    public static final List<String> QUALITIES = List.of("", "five", "complete");
    private static final int MOST_DAYS = 730;

    /** What is said of a round when it is opened. */
    public record Wish(int fiscalYear, LocalDate opensOn, LocalDate closesOn, Baht perMember, Integer freshDays, String quality) {

        /** @param most the ceiling for each member by the programme's rule; empty for none */
        void demand(Optional<Baht> most) {
            new Refusals().when(closesOn.isBefore(opensOn), WelfareRefusal.ROUND_DAYS_REVERSED, "closesOn").when(!perMember.isPositive(), WelfareRefusal.MONEY_UNREADABLE, "perMember")
                    .when(most.isPresent() && perMember.isAbove(most.get()), WelfareRefusal.SUBSIDY_OVER_CEILING, "perMember", most.map(Baht::toString).orElse(""), String.valueOf(fiscalYear))
                    .when(freshDays == null || freshDays < 1 || freshDays > MOST_DAYS, WelfareRefusal.FRESH_DAYS_UNREADABLE, "freshDays").when(!QUALITIES.contains(quality), WelfareRefusal.WHICH_MISSING, "quality").demandNone();
        }
    }

    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opensOn) && !day.isAfter(closesOn);
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
