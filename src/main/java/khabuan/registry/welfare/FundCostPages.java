package khabuan.registry.welfare;

import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.registry.welfare.FundCosts.Cost;

/** What the pages of a fund's operating costs show. */
public final class FundCostPages {

    private FundCostPages() {}

    /** The costs, and the form for another. */
    public record ListPage(Fund fund, Baht cash, Baht bank, List<Cost> costs, CostForm form, Faults faults) {}

    public record CostForm(String key, String day, String payee, String purpose, String amount, String place) {

        public CostForm {
            key = FundPages.filled(key);
            day = FundPages.filled(day);
            payee = FundPages.filled(payee);
            purpose = FundPages.filled(purpose);
            amount = FundPages.filled(amount);
            place = FundPages.filled(place);
        }

        /** What is to be spent, as far as it can be read; what can't be is added to the faults. */
        FundCosts.Wish read(Faults faults) {
            if (payee.isEmpty()) faults.add(WelfareRefusal.PAYEE_MISSING.at("payee"));
            if (purpose.isEmpty()) faults.add(WelfareRefusal.COST_PURPOSE_MISSING.at("purpose"));
            return new FundCosts.Wish(faults.day("day", day, WelfareRefusal.DAY_MISSING.key()), payee, purpose, FundPages.baht("amount", amount, faults), place.equals(FundAccounts.BANK) ? FundAccounts.BANK : FundAccounts.CASH);
        }
    }

    /** A cost with its next step. @param own whether who looks entered it; @param left what stands where it is paid from */
    public record CostPage(Fund fund, Cost cost, boolean own, Baht left, Faults faults) {}
}
