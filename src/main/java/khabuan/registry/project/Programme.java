package khabuan.registry.project;

import java.util.List;
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

    /** The rule of a programme from a fiscal year on.
     *  @param countedIn what its plans count: "household", "member", "place", "person", "project"
     *  @param mostEach the ceiling for each of them; null for none
     *  @param mostWhole the ceiling for a project; null for none
     *  @param papers the kinds of evidence wanted before a payment
     *  @param bodies who considers, in order; the last approves
     *  @param shares of the instalments, in hundredths
     *  @param inspected whether an instalment after the first is inspected before it is paid */
    public record Rule(long id, String programme, int fromFiscalYear, String countedIn, Baht mostEach, Baht mostWhole, List<String> papers, List<Body> bodies, List<Integer> shares, boolean inspected) {

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
