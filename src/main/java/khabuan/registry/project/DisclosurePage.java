package khabuan.registry.project;

import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.page.Pager;
import khabuan.registry.project.Disclosure.Line;

/** The public page of approvals and disbursements. @param since as it was typed @param sum of all that is asked for @param changes of it since the day; null without one */
public record DisclosurePage(Disclosure.Wish wish, String since, List<Integer> years, List<Choice> programmes, List<Choice> provinces, Disclosure.Sums sum, Disclosure.Sums changes, List<Line> lines, Pager pager, String csv) {

    /** One of the sums by its name: "approved", "paid", "returned". */
    public Baht amount(Disclosure.Sums sums, String figure) {
        return switch (figure) {
            case "approved" -> sums.approved();
            case "paid" -> sums.paid();
            default -> sums.returned();
        };
    }

    /** "+4,000.00". */
    public String signed(Baht amount) {
        return (amount.isPositive() ? "+" : "") + amount;
    }

    public record Choice(String code, String title) {}
}
