package khabuan.registry.project;

import java.util.List;
import java.util.stream.Stream;
import khabuan.base.money.Baht;
import khabuan.base.money.LedgerAccount;
import khabuan.base.text.Words;

/** A programme (แผนงาน), from whose frames projects are approved.
 *  @param fund whose money: "state" or "codi"
 *  @param category which part of the budget: "development", "personnel", "administration", "investment"
 *  @param expenseCode the code of the chart under which its payments are spent */
public record Programme(long id, String code, String title, String titleEn, String fund, String category, String expenseCode) {

    static final String BOOK = "codi";

    /** In the language of the reader. */
    public String title(Words words) {
        return words.language().getLanguage().equals("en") && !titleEn.isEmpty() ? titleEn : title;
    }

    /** What of the budget of a year and category has not been allotted to frames. */
    static LedgerAccount unallotted(String fund, int budgetYear, String category) {
        return LedgerAccount.of(BOOK, "9150", fund).year(budgetYear).programme(category);
    }

    /** When a project is told of under "My work": after how many days, up to a year, and from which share on.
     *  @param contractDays after its approval, without an agreement
     *  @param papersDays after its agreement, without its papers
     *  @param lateDays after the day of an instalment for which nobody asked
     *  @param unpaidDays after the approval of a payment that has not left
     *  @param behindPercent of what was to be paid by now, in hundredths, that is not paid */
    public record Watch(int contractDays, int papersDays, int lateDays, int unpaidDays, int behindPercent) {

        static final int MOST_DAYS = 365;
        static final Watch USUAL = new Watch(0, 0, 0, 15, 30);

        public Watch {
            if (Stream.of(contractDays, papersDays, lateDays, unpaidDays).anyMatch(d -> d < 0 || d > MOST_DAYS) || behindPercent < 0 || behindPercent > 100) throw new IllegalArgumentException("No days or share to watch by");
        }
    }

    /** The rule of a programme from a fiscal year on.
     *  @param countedIn what its plans count: "household", "member", "place", "person", "project"
     *  @param mostEach the ceiling for each of them; null for none
     *  @param mostWhole the ceiling for a project; null for none
     *  @param papers the kinds of evidence wanted before a payment
     *  @param bodies who considers, in order; the last approves
     *  @param shares of the instalments, in hundredths
     *  @param inspected whether an instalment after the first is inspected before it is paid */
    public record Rule(long id, String programme, int fromFiscalYear, String countedIn, Baht mostEach, Baht mostWhole, List<String> papers, List<Body> bodies, List<Integer> shares, boolean inspected, Watch watch) {

        /** The body that comes after another; null after the last. @param before null for the first */
        public Body after(Body before) {
            int next = before == null ? 0 : bodies.indexOf(before) + 1;
            return next < bodies.size() ? bodies.get(next) : null;
        }

        public boolean isLast(Body body) {
            return bodies.getLast() == body;
        }
    }
}
