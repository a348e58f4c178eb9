package khabuan.registry.welfare;

import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.FiscalQuarter;

/** The statement of a fund for a quarter (สถานะกองทุน, V2). It counts when a second person has certified it, and stands until the next one that is certified.
 *  @param asOf the day that its figures are of, in its quarter
 *  @param basis whether somebody reported it or the fund's books tell it
 *  @param reason why it changed so since the one before; "" for none given
 *  @param certifiedOn null until it is; @param returnedOn when it was sent back to be mended; null otherwise
 *  @param version how often it was changed, from 1 */
public record Statement(long id, long fundId, FiscalQuarter quarter, LocalDate asOf, Basis basis, Figures figures, String reason, Long recordedBy, String recordedName, LocalDate recordedOn,
                        String certifiedName, LocalDate certifiedOn, LocalDate returnedOn, String returnedBecause, int version) {

    public enum Basis {
        REPORTED, BOOKS;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What is stated for a quarter. */
    record Wish(FiscalQuarter quarter, LocalDate asOf, Figures figures, String reason) {

        /** Judges it beside the one that stood before.
         *  @param before the newest certified statement of an earlier quarter; null for none
         *  @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        void demand(Fund fund, Statement before, LocalDate today) {
            fund.demandInForce();
            new Refusals().when(asOf.isBefore(quarter.start()) || asOf.isAfter(quarter.end()), WelfareRefusal.AS_OF_OUTSIDE_QUARTER, "asOf", quarter.start(), quarter.end())
                    .when(asOf.isAfter(today), WelfareRefusal.DAY_IN_FUTURE, "asOf").when(asOf.isBefore(fund.foundedOn()), WelfareRefusal.DAY_BEFORE_FOUNDING, "asOf")
                    .when(figures.members() == 0, WelfareRefusal.MEMBERS_MISSING, "members")
                    .when(figures.unspecified() < 0, WelfareRefusal.CLASSES_EXCEED_MEMBERS, "members", figures.classified(), figures.members())
                    .when(figures.committee() != null && figures.committee() == 0, WelfareRefusal.COMMITTEE_ZERO, "committee")
                    .when(before != null && reason.isBlank() && wantsReason(before.figures), WelfareRefusal.CHANGE_UNEXPLAINED, "reason").demandNone();
        }

        /** Whether what was received or given, or how many they are, changed in a way that somebody must explain. */
        boolean wantsReason(Figures before) {
            return figures.members() < before.members() || figures.members() > before.members() * 3 / 2 || before.received().isAbove(figures.received()) || before.given().amount().isAbove(figures.given().amount())
                    || figures.villages() < before.villages();
        }
    }

    /** @throws khabuan.base.access.Refusal.Thrown unless the person may certify it */
    void demandCertifiable(Actor actor) {
        if (certifiedOn != null) throw WelfareRefusal.CERTIFIED_ALREADY.with();
        if (returnedOn != null) throw WelfareRefusal.NOTHING_TO_CERTIFY.with();
        if (recordedBy != null && recordedBy.equals(actor.accountId())) throw WelfareRefusal.OWN_STATEMENT.with();
    }

    public boolean isCertified() {
        return certifiedOn != null;
    }

    /** "certified", "returned" or "waiting". */
    public String standing() {
        return certifiedOn != null ? "certified" : returnedOn != null ? "returned" : "waiting";
    }

    public String path() {
        return path(fundId, quarter);
    }

    static String path(long fund, FiscalQuarter quarter) {
        return "/funds/%d/statements/%d/%d".formatted(fund, quarter.year().year(), quarter.number());
    }
}
