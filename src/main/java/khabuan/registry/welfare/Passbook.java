package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.registry.welfare.Claims.Claim;
import khabuan.registry.welfare.Claims.Rule;
import khabuan.registry.welfare.FundBooks.Due;
import khabuan.registry.welfare.Rounds.Contribution;

/** What a member has with a fund: what was paid and what is behind, what the regulations promise by now, and what became of what was asked.
 *  @param paid newest month first
 *  @param behind months of membership that have ended without being paid, since the fund keeps its books here, oldest first
 *  @param owed what the months behind come to by the rate of today */
public record Passbook(Roster.Member member, List<Contribution> paid, List<YearMonth> behind, Baht owed, List<Entitlement> entitlements, List<Claim> claims) {

    /** What the regulations promise a member.
     *  @param from the day from which it may be asked for
     *  @param isOpen whether that day has come
     *  @param amount by the membership of today, for a case or a night
     *  @param left how often, or for how many nights, it may still be asked for this fiscal year; @param leftBaht how much of it; null for no bound */
    public record Entitlement(Rule rule, LocalDate from, boolean isOpen, Baht amount, Integer left, Baht leftBaht) {

        public boolean isUsedUp() {
            return left != null && left == 0 || leftBaht != null && leftBaht.isZero();
        }
    }

    static Passbook of(Roster.Member member, List<Contribution> paid, LocalDate booksSince, Due due, List<Rule> rules, List<Claim> claims, LocalDate today) {
        var behind = behind(member, paid, booksSince, today);
        var entitled = member.leftOn() != null ? List.<Entitlement>of() : rules.stream().filter(r -> r.holdsOn(today)).map(r -> entitlement(member, r, claims, today)).toList();
        return new Passbook(member, paid, behind, due == null ? Baht.ZERO : owed(behind, due), entitled, claims);
    }

    private static List<YearMonth> behind(Roster.Member member, List<Contribution> paid, LocalDate booksSince, LocalDate today) {
        var first = YearMonth.from(member.joinedOn().isBefore(booksSince) ? booksSince : member.joinedOn());
        var last = YearMonth.from(today).minusMonths(1);
        if (member.leftOn() != null && YearMonth.from(member.leftOn()).isBefore(last)) last = YearMonth.from(member.leftOn());
        var until = last;
        return Stream.iterate(first, m -> !m.isAfter(until), m -> m.plusMonths(1)).filter(m -> paid.stream().noneMatch(c -> c.covers(m))).toList();
    }

    static Baht owed(List<YearMonth> behind, Due due) {
        if (due.rhythm().equals("yearly")) return due.amount().times(Math.ceilDiv(behind.size(), 12));
        return behind.stream().map(due::of).reduce(Baht.ZERO, Baht::plus);
    }

    private static Entitlement entitlement(Roster.Member member, Rule rule, List<Claim> claims, LocalDate today) {
        var from = member.joinedOn().plusMonths(rule.afterMonths());
        if (from.isBefore(rule.fromDate())) from = rule.fromDate();
        var had = Claims.had(claims, rule.kind(), FiscalYear.of(today));
        return new Entitlement(rule, from, !from.isAfter(today), rule.amount(member.joinedOn(), today), had.timesLeft(rule), had.bahtLeft(rule));
    }

    public Baht total() {
        return paid.stream().map(Contribution::amount).reduce(Baht.ZERO, Baht::plus);
    }
}
